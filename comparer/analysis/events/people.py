"""Somebody else does it, or it is done the other way round."""

from __future__ import annotations

import re
from dataclasses import replace

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.frames import Deed
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.participants import Likeness, Participant, agent_of, likeness, patient_of
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.reversal import is_out_of_order, is_reversed
from comparer.analysis.events.sole_event import ONE_ONLY, leaves_room_for_one
from comparer.analysis.events.two_people import are_two, known_apart, of_one_sort
from comparer.analysis.events.words import Actors
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Event, Excerpt, Slot

# Who is believed to have done it disagrees with who is said to have done it.
_ALIKE = ({"asserted"}, {"possible"}, {"future"}, {"demanded"}, {"conditional"}, {"asserted", "possible"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "him", "them", "who", "which", "that"})
_TOGETHER = re.compile(
    r"\b(?:and|with|shar\w+|joint\w*|doubles|team\w*|year|last|again|previous\w*|reigning|defending|\d{4})\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[\w-]+")
_ARTICLE = re.compile(r"^(?:An?|The|His|Her|Its|Their)\b(?= [a-z])")
_AGENT, _PATIENT, _RECIPIENT = range(3)
_HIS = ("his ", "her ", "their ", "its ")
_EXCHANGED = "Left says that {} did it to the other; right says that {} did."
# Of deeds with two ends: who is told first did not need to do it (of "buy" it is who sells).
_TURNED = "Left tells it of {}; right tells it of {}: one of them has it the other way round."
_TOLD = ("Left says it was {}; right says it was {}.", "Left says it was done to {}; right says it was done to {}.")


def compare_people(
    pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates, actors: Actors
) -> Finding | None:
    """Return the contradiction in who did it or to whom; None where both can be true."""
    ours, theirs = pair.left, pair.right
    figures = _is_figure(left, ours) and _is_figure(right, theirs)  # "the deadline is 30 June"
    if pair.relation != "same" or ours.negated != theirs.negated or ours.denied or theirs.denied or figures:
        return None
    if pair.swapped:
        # Who sold a mill and who sold a barn are no two tellings of one sale.
        two = pair.patients == "other" and pair.crossed == (_AGENT, _RECIPIENT)
        told = two or _told_too(pair, left, right, predicates, actors)
        return None if told or not _as_certain(ours, theirs) else _swapped(pair, left, right, predicates)
    out_of_order = is_out_of_order(pair)
    if not _comparable(pair) and not out_of_order:
        return None
    if out_of_order or is_reversed(pair, left, right):
        marks = _marks(left, pair.ours, _AGENT), _marks(right, pair.theirs, _AGENT)
        return replace(_finding(*marks, _EXCHANGED, "who did it"), confirmed=True)
    own = _own_body(pair, left, right) or _own_body(pair, left, right, turned=True)
    part = None if own else _other_part(pair, left, right, predicates)
    both = part is not None and _named_on_both(pair, part, left, right) and not _of_one_title(pair, part, left, right)
    if part is None or both or _told_too(pair, left, right, predicates, actors):
        return None
    sure = part != _PATIENT or pair.left.predicate in ONE_ONLY
    return replace(_filled(pair, part, left, right), confirmed=sure)


def _as_certain(ours: Event, theirs: Event) -> bool:
    """True also for "is buying" beside "is to buy"."""
    if ours.modality == theirs.modality:
        return True
    planned = {(event.modality, event.tense) for event in (ours, theirs)}
    return planned == {("asserted", "present"), ("future", "future")}


def _is_figure(passage: Passage, event: Event) -> bool:
    """True where something "is" a date or a number."""
    if event.patient is None or event.predicate != "be":
        return False
    start, end = event.patient
    return any(start <= one.start and one.end <= end for one in (*passage.times, *passage.quantities))


def _comparable(pair: MatchedEvents) -> bool:
    said = pair.left.of_saying and pair.left.predicate != "write"
    return not said and {pair.left.modality, pair.right.modality} in _ALIKE and pair.circumstances != "other"


def _own_body(pair: MatchedEvents, left: Passage, right: Passage, *, turned: bool = False) -> bool:
    """Tell "broke his arm", which somebody else may have done to him: "broke the striker's arm"."""
    one, other = (pair.right, pair.left) if turned else (pair.left, pair.right)
    here, there = (right, left) if turned else (left, right)
    if one.patient is None or other.patient is None or not one.agent_head:
        return False
    his = here.reading.text[slice(*one.patient)].lower().startswith(_HIS)
    name = re.escape(one.agent_head.lower().split()[-1])
    whose = there.reading.text[slice(*other.patient)].lower()
    return his and re.search(rf"\b{name}(?:s['’]|['’]s)", whose) is not None


def _other_part(pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates) -> int | None:
    """The part that somebody else fills, while all else shows one event; None if there is none."""
    for part, alike in enumerate((pair.agents, pair.patients, pair.recipients)):
        one, other = pair.ours.parts[part], pair.theirs.parts[part]
        apart = known_apart(one, other, left, right, predicates) or _of_two_lands(one, other, alike)
        if not apart and (alike != "other" or not are_two(one, other, left, right, predicates)):
            continue
        if leaves_room_for_one(pair, part, left, right, predicates):
            return part
    return None


def _of_two_lands(one: Participant | None, other: Participant | None, alike: Likeness) -> bool:
    """True for "Russian troops" beside "Ukrainian troops"."""
    return one is not None and other is not None and alike == "other" and of_one_sort(one, other)


def _named_on_both(pair: MatchedEvents, part: int, left: Passage, right: Passage) -> bool:
    """True where one side names the other side's person too: as a partner, under another name, or in another part."""
    one, other = pair.ours.parts[part], pair.theirs.parts[part]
    if one is None or other is None or _pronoun(left, one) or _pronoun(right, other):
        return True
    if not (one.named and other.named):
        return False
    return _mentions(right, one, unless=other) or _mentions(left, other, unless=one)


def _of_one_title(pair: MatchedEvents, part: int, left: Passage, right: Passage) -> bool:
    """True for the winner of "the Open", which two can win only together."""
    title, other = pair.ours.patient, pair.theirs.patient
    if part != _RECIPIENT or title is None or other is None or title.head != other.head or title.kind != "name":
        return False
    one, two = pair.ours.recipient, pair.theirs.recipient
    known = one is not None and two is not None and "person" in {one.kind, two.kind} and one.named and two.named
    return known and not any(_TOGETHER.search(side.text) for side in (left, right))


def _pronoun(passage: Passage, who: Participant) -> bool:
    """True where the text says "he": whom it means is a guess that no contradiction should rest on."""
    return passage.reading.text[slice(*who.range)].lower() in _PRONOUNS


def _mentions(passage: Passage, who: Participant, *, unless: Participant) -> bool:
    """True where the passage has the surname, or the whole name where the other one has that surname too."""
    words = set(_WORDS.findall(passage.text.lower()))
    name, others = (held.head.lower().rstrip(".").split() for held in (who, unless))
    return bool(name) and (words >= set(name) or (name[-1] in words and name[-1] not in others))


def _told_too(pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates, actors: Actors) -> bool:
    """True where one of the articles tells the other's event as well: then there were two."""
    return _told_in(right, pair.ours, pair.left, predicates, actors) or _told_in(
        left, pair.theirs, pair.right, predicates, actors
    )


def _told_in(passage: Passage, deed: Deed, event: Event, predicates: Predicates, actors: Actors) -> bool:
    for other in passage.reading.events:
        told = (
            predicates.frames.deed(other) if deed.framed else Deed(other.predicate, agent_of(other), patient_of(other))
        )
        if not predicates.are_same(told.predicate, deed.predicate) or other.negated != event.negated or other.denied:
            continue
        if _may_fill(deed, told, actors):
            return True
    return False


def _may_fill(deed: Deed, told: Deed, actors: Actors) -> bool:
    """True where all who take part in `deed` take the same part in `told`, one of them perhaps as "him"."""
    alike = [
        (likeness(one, two, actors), two is not None and two.kind == "pronoun")
        for one, two in zip(deed.parts, told.parts, strict=True)
        if one is not None
    ]
    return all(same == "same" or pronoun for same, pronoun in alike) and any(same == "same" for same, _ in alike)


def _swapped(pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates) -> Finding:
    first, second = pair.crossed
    doers = agent_of(pair.left), agent_of(pair.right)
    words = _EXCHANGED if doers == (pair.ours.parts[first], pair.theirs.parts[first]) else _TURNED
    marks = [
        _marks(left, pair.ours, first, second),
        _marks(right, pair.theirs, first, second),
    ]
    finding = _finding(marks[0][:1], marks[1][:1], words, "who did it")
    returned = pair.left.predicate in predicates.returned
    return replace(finding, left=marks[0], right=marks[1], sureness="possible" if returned else "sure")


def _filled(pair: MatchedEvents, part: int, left: Passage, right: Passage) -> Finding:
    words, what = (_TOLD[1], "to whom it was done") if part == _PATIENT else (_TOLD[0], "who it was")
    return _finding(_marks(left, pair.ours, part), _marks(right, pair.theirs, part), words, what)


def _marks(passage: Passage, deed: Deed, *parts: int) -> tuple[Excerpt, ...]:
    held = (deed.parts[part] for part in parts)
    return tuple(excerpt(passage.reading, one.range) for one in held if one is not None)


def _lower(article: re.Match[str]) -> str:
    return article[0].lower()


def _finding(left: tuple[Excerpt, ...], right: tuple[Excerpt, ...], words: str, what: str) -> Finding:
    who, other = (" and ".join(_ARTICLE.sub(_lower, mark.text) for mark in side) for side in (left, right))
    slot = Slot(what, who, other, "conflict")
    return Finding("person", "conflict", left, right, words.format(who, other), slot=slot)
