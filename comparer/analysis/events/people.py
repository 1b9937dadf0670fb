"""Somebody else does it, or it is done the other way round."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz.fuzz import ratio

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.participants import Participant, agent_of, patient_of
from comparer.analysis.events.words import Predicates
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Excerpt, Range, Slot

Marks = tuple[tuple[Excerpt, ...], tuple[Excerpt, ...]]

_SLIP = 80
"""Likeness of surnames, out of 100, from which on they may be one name in two spellings."""
# Only one can be it.
_ONE_ONLY = frozenset(
    {"appoint", "name", "elect", "choose", "pick", "select", "replace", "succeed", "marry", "crown", "nominate", "be"}
)


def compare_people(pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates) -> Finding | None:
    """Return the contradiction in who did it or to whom; None where both can be true."""
    ours, theirs = pair.left, pair.right
    if pair.swapped:
        return _swapped(pair, left, right)
    if pair.relation != "same" or ours.negated != theirs.negated or ours.denied or theirs.denied or ours.of_saying:
        return None
    if ours.modality != theirs.modality or pair.circumstances == "other":
        return None
    if pair.agents == "other" and _two_names(agent_of(ours), agent_of(theirs)):
        return _other_agent(pair, left, right, predicates)
    # "was appointed minister" names nobody who appointed, on neither side.
    unsaid = ours.agent is None and theirs.agent is None and pair.circumstances == "same"
    if (
        pair.patients == "other"
        and (pair.agents == "same" or unsaid)
        and _two_names(patient_of(ours), patient_of(theirs))
    ):
        return _other_patient(pair, left, right)
    return None


def _other_agent(pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates) -> Finding | None:
    if {pair.left.predicate, pair.right.predicate} & predicates.shared:
        return None
    alone = pair.left.patient is None and pair.right.patient is None and pair.circumstances == "same"
    ordered = _ordered(left, pair.left.end), _ordered(right, pair.right.end)
    if alone or (pair.left.predicate == "order" and ordered[0] and ordered[0] == ordered[1]):
        return _finding(_agents(pair, left, right), "Left says it was {}; right says it was {}.", "who did it")
    if pair.patients == "same" and _definite(pair, left):
        return _finding(_agents(pair, left, right), "Left says it was {}; right says it was {}.", "who did it")
    return None


def _ordered(passage: Passage, after: int) -> tuple[str, str]:
    """What follows the order, and whom or what it is to be done to: the parser puts "the gates" with either verb."""
    event = min(
        (event for event in passage.events if event.start >= after), key=lambda event: event.start, default=None
    )
    if event is None:
        return ("", "")
    text = passage.reading.text[after : event.start].lower().split()
    return (event.predicate, " ".join(text))


def _other_patient(pair: MatchedEvents, left: Passage, right: Passage) -> Finding | None:
    if pair.left.predicate not in _ONE_ONLY and pair.circumstances != "same":
        return None
    marks = _excerpts(left, pair.left.patient), _excerpts(right, pair.right.patient)
    return _finding(marks, "Left says it was done to {}; right says it was done to {}.", "to whom it was done")


def _two_names(one: Participant | None, other: Participant | None) -> bool:
    """True for names of two people; a slip of the pen ("Rait", "Raite") or "Fred" for "Frederick" makes no second one."""
    if one is None or other is None or not (one.named and other.named):
        return False
    ours, theirs = one.head.lower().split(), other.head.lower().split()
    return not ours or not theirs or ours[0][0] != theirs[0][0] or ratio(ours[-1], theirs[-1]) < _SLIP


def _definite(pair: MatchedEvents, left: Passage) -> bool:
    """True for "is the winner", which fits one only; False for "is a teacher"."""
    if pair.left.predicate != "be" or pair.left.patient is None:
        return True
    words = left.reading.text[slice(*pair.left.patient)].lower()
    return words.startswith("the ") or "’s " in words or "'s " in words


def _swapped(pair: MatchedEvents, left: Passage, right: Passage) -> Finding:
    words = "Left says that {} did it to the other; right says that {} did."
    finding = _finding(_agents(pair, left, right), words, "who did it")
    patients = _excerpts(left, pair.left.patient), _excerpts(right, pair.right.patient)
    return replace(finding, left=finding.left + patients[0], right=finding.right + patients[1], sureness="sure")


def _agents(pair: MatchedEvents, left: Passage, right: Passage) -> Marks:
    return _excerpts(left, pair.left.agent), _excerpts(right, pair.right.agent)


def _excerpts(passage: Passage, span: Range | None) -> tuple[Excerpt, ...]:
    return (excerpt(passage.reading, span),) if span else ()


def _finding(marks: Marks, words: str, what: str) -> Finding:
    who, other = (" and ".join(mark.text for mark in side) for side in marks)
    return Finding(
        "person",
        "conflict",
        *marks,
        words.format(who, other),
        slot=Slot(what, who, other, "conflict"),
    )
