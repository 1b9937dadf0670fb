"""The same deed with its people the other way round, where their parts alone do not show it."""

from __future__ import annotations

import re

from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.participants import Participant
from comparer.analysis.passages import Passage
from comparer.analysis.report import Event

# The parser reads "owes the firm 9 million dollars" in many ways.
_TO_WHOM = frozenset({"owe", "lend", "loan"})


# Who is ahead of, or above, whom; "than" depends on the word before it.
_AHEAD = frozenset({"ahead of", "above", "than"})
_BEHIND = frozenset({"behind", "below"})
_WHEN = frozenset({"on", "after", "at", "until", "before", "during"})


def is_out_of_order(pair: MatchedEvents) -> bool:
    """Return whether one is ahead of the other, or more than the other, on the left, and behind or less on the right."""
    one, other = _order(pair.left), _order(pair.right)
    if one is None or other is None or pair.left.modality != pair.right.modality or _at_two_times(pair):
        return False
    same_words = pair.left.predicate == pair.right.predicate or "than" not in {one[2], other[2]}
    return same_words and one[0] != one[1] and one[:2] == (other[1], other[0])


def _at_two_times(pair: MatchedEvents) -> bool:
    """True for "after the first lap" beside "after the second", and where one side alone says when or where."""
    ours, theirs = (
        {oblique for oblique in event.obliques if oblique.split()[0] in _WHEN} for event in (pair.left, pair.right)
    )
    return ours != theirs


def _order(event: Event) -> tuple[str, str, str] | None:
    """Who is first, who second, and by which preposition."""
    for part in event.parts:
        named = part.kind not in {"noun", "clause", "pronoun"} and event.agent_kind not in {"clause", "pronoun"}
        if named and part.role in _AHEAD:
            return event.agent_head.lower(), part.head.lower(), part.role
        if named and part.role in _BEHIND:
            return part.head.lower(), event.agent_head.lower(), part.role
    return None


def is_reversed(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """Return whether the right passage tells the event of the left one with the same two people, exchanged."""
    return any(told(pair, left, right) for told in (_exchanged, _turned, _suffered, _of_each_other))


def _exchanged(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """Tell "A sold it to B" beside "B sold it to A", however the parser reads "to"."""
    one, other = pair.ours.agent, pair.theirs.agent
    if not pair.ours.framed or pair.left.predicate != pair.right.predicate or pair.agents == "same":
        return False
    if one is None or other is None:
        return False
    if pair.left.predicate not in _TO_WHOM and not (_capital(left, one) and _capital(right, other)):
        return False
    return _reaches(left, pair.left, right.reading.text[slice(*other.range)]) and _reaches(
        right, pair.right, left.reading.text[slice(*one.range)]
    )


def _capital(passage: Passage, who: Participant) -> bool:
    return passage.reading.text[who.range[0]].isupper()


def _reaches(passage: Passage, event: Event, name: str) -> bool:
    """True for "to Kern" and, of what is owed or lent, "owes Kern"."""
    behind = passage.reading.text[event.end : passage.end]
    name = name.removeprefix("The ").removeprefix("the ")
    if event.predicate in _TO_WHOM and re.match(rf"\s+(?:the\s+)?{re.escape(name)}\b", behind):
        return True
    return re.search(rf"\b(?:to|from|by)\s+(?:the\s+)?{re.escape(name)}\b", behind) is not None


def _turned(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """Tell "Brandt succeeds him" beside "he takes over from Brandt", whoever he is."""
    ways = ((pair.ours, left, pair.theirs, right), (pair.theirs, right, pair.ours, left))
    return pair.ours.converse and any(
        _same_name(one.agent, other.patient)
        and (_said(here, one.patient), _said(there, other.agent)) in {("him", "he"), ("her", "she"), ("them", "they")}
        for one, here, other, there in ways
    )


def _suffered(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """Tell "Moura is being sued by Brandt" beside "Brandt must defend himself: Moura is suing him"."""
    ways = ((pair.ours, pair.theirs, right), (pair.theirs, pair.ours, left))
    return any(
        _same_name(one.patient, other.agent)
        and one.agent is not None
        and one.agent.named
        and _said(there, other.patient) in {"him", "her", "them"}
        and one.agent.head.split()[-1] in there.text
        for one, other, there in ways
    )


def _of_each_other(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """Tell "sent off Prado for a foul on Mills" beside "sent off Mills for a foul on Prado"."""
    one, other = pair.ours.patient, pair.theirs.patient
    if one is None or other is None or not (one.named and other.named) or pair.patients == "same":
        return False
    if pair.left.predicate != pair.right.predicate or pair.agents == "other":
        return False
    ours, theirs = _leading_to(left, one.range[1], other), _leading_to(right, other.range[1], one)
    return ours is not None and ours == theirs


def _leading_to(passage: Passage, start: int, who: Participant) -> str | None:
    """The two words before a name: "foul on"."""
    behind = passage.reading.text[start : passage.end]
    found = re.search(rf"\b([a-z]+ (?:of|on|against|by)) (?:[A-Z][\w.]* )*{re.escape(who.head.split()[-1])}\b", behind)
    return found[1] if found else None


def _same_name(one: Participant | None, other: Participant | None) -> bool:
    return (
        one is not None and other is not None and one.named and other.named and one.head.lower() == other.head.lower()
    )


def _said(passage: Passage, who: Participant | None) -> str:
    return passage.reading.text[slice(*who.range)].lower() if who is not None else ""
