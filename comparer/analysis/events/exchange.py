"""Two deeds that change hands: "freed the driver and kept the owner", "freed the owner and kept the driver"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.frames import Deed
from comparer.analysis.events.match import circumstances_of
from comparer.analysis.events.participants import Participant, likeness
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.words import Actors
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Event, Excerpt, Slot

_DEFINITE = ("the ", "his ", "her ", "its ", "their ")


@dataclass(frozen=True)
class _Telling:
    """A deed as one passage tells it: of whom, and what else takes part."""

    event: Event
    deed: Deed
    whom: Participant
    rest: Participant | None


@dataclass(frozen=True)
class _Pair:
    """The same deed on both sides, told of two."""

    left: _Telling
    right: _Telling


def compare_exchanged(left: Passage, right: Passage, predicates: Predicates, actors: Actors) -> Finding | None:
    """Return the conflict of two passages that tell the same two deeds of the same two people, the other way round."""
    for told in (_sufferers, _doers):
        ours, theirs = list(told(left, predicates)), list(told(right, predicates))
        pairs = [
            _Pair(one, other)
            for one in ours
            for other in theirs
            if predicates.are_same(one.deed.predicate, other.deed.predicate) and _of_two(one, other, actors)
        ]
        for first, second in combinations(pairs, 2):
            if _crossed(first, second, predicates, actors) and not _told_straight(first, ours, theirs, actors):
                return _finding(left, right, first, second)
    return None


def _sufferers(passage: Passage, predicates: Predicates) -> Iterator[_Telling]:
    """To whom it is done, or who it happens to: "the driver was killed", "the driver died"."""
    for event, deed in _deeds(passage, predicates):
        whom = deed.patient or deed.agent
        if whom is not None and _definite(passage, whom):
            yield _Telling(event, deed, whom, deed.agent if deed.patient else None)


def _doers(passage: Passage, predicates: Predicates) -> Iterator[_Telling]:
    """Who does it, or gets it, with what is done or got: "Ruiz won gold"."""
    for event, deed in _deeds(passage, predicates):
        whom = deed.recipient or deed.agent
        if whom is not None and deed.patient is not None and _definite(passage, whom):
            yield _Telling(event, deed, whom, deed.patient)


def _deeds(passage: Passage, predicates: Predicates) -> Iterator[tuple[Event, Deed]]:
    for event in passage.events:
        plain = event.modality == "asserted" and not (event.negated or event.denied or event.of_saying)
        deed = predicates.frames.deed(event)
        if plain and (event.predicate != "be" or deed.framed):
            yield event, deed


def _definite(passage: Passage, who: Participant) -> bool:
    """True for a name and for "the driver"; not for "a driver", of whom there may be more."""
    if who.kind in {"pronoun", "clause"}:
        return False
    return who.named or passage.reading.text[slice(*who.range)].lower().startswith(_DEFINITE)


def _of_two(one: _Telling, other: _Telling, actors: Actors) -> bool:
    """True where it is done by, or with, the same, but to somebody else."""
    if (one.deed.agent is None) != (other.deed.agent is None) and one.deed.framed:
        return False  # who sells one and who buys the other
    if circumstances_of(one.event, other.event, actors) == "other":
        return False
    return likeness(one.whom, other.whom, actors) != "same" and likeness(one.rest, other.rest, actors) != "other"


def _crossed(first: _Pair, second: _Pair, predicates: Predicates, actors: Actors) -> bool:
    if first.left.event == second.left.event or first.right.event == second.right.event:
        return False
    one, other = first.left, second.left
    if (
        predicates.are_same(one.event.predicate, other.event.predicate)
        and likeness(one.rest, other.rest, actors) != "other"
    ):
        return False  # the very same deed, done twice
    return (
        likeness(first.left.whom, second.right.whom, actors) == "same"
        and likeness(second.left.whom, first.right.whom, actors) == "same"
    )


def _told_straight(pair: _Pair, ours: list[_Telling], theirs: list[_Telling], actors: Actors) -> bool:
    """True where one side tells the deed of both."""
    return any(
        one.event.predicate in {pair.left.event.predicate, pair.right.event.predicate}
        and likeness(one.whom, held.whom, actors) == "same"
        and one.event != held.event
        for told, held in ((theirs, pair.left), (ours, pair.right))
        for one in told
    )


def _finding(left: Passage, right: Passage, first: _Pair, second: _Pair) -> Finding:
    ours, theirs = _marks(left, first.left, second.left), _marks(right, first.right, second.right)
    one, other = (f"“{side[0].text}” and “{side[1].text}”" for side in (ours, theirs))
    words = f"Left tells this of {one}, in this order; right tells it of {other}."
    slot = Slot("who it was", ours[0].text, theirs[0].text, "conflict")
    return Finding("person", "conflict", ours, theirs, words, "likely", slot, confirmed=True)


def _marks(passage: Passage, first: _Telling, second: _Telling) -> tuple[Excerpt, ...]:
    return tuple(excerpt(passage.reading, told.whom.range) for told in (first, second))
