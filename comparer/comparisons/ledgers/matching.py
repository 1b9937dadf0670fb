"""Which numbers, dates and places of the two pieces were held against each other, and how they came out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from comparer.analysis.report import Kind, Slot, Span
from comparer.comparisons.ledgers.lookup import Lookup, Page
from comparer.comparisons.ledgers.outcome import Outcome, outcome_of, outcome_of_slot
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import SIDES, Side

AGREEING = ("same", "compatible")
Thing = TypeVar("Thing", bound=Span)


@dataclass(frozen=True, slots=True)
class Half(Generic[Thing]):
    """One side of a match: where it stands, and what was read there, None where a difference marks other words."""

    span: Span
    thing: Thing | None


@dataclass(frozen=True, slots=True)
class Match(Generic[Thing]):
    name: str
    """What was compared, as the card calls it: "number of people killed"; "" where it has no name."""
    left: Half[Thing] | None
    right: Half[Thing] | None
    outcome: Outcome

    def half(self, side: Side) -> Half[Thing] | None:
        return self.left if side == "left" else self.right


class Shelf(Generic[Thing]):
    """The things of one side, by place and by claim; `same` gives two mentions of one thing the same key."""

    def __init__(self, page: Page, things: Sequence[Thing], same: Callable[[Thing], str]) -> None:
        self.page = page
        self.same = same
        self.things = tuple(sorted(things, key=lambda one: (one.start, one.end)))
        self._starts = [one.start for one in self.things]
        self._by_words: dict[tuple[str, str], Thing] = {}
        for one in self.things:
            claim = page.claim_at(one)
            if claim:
                self._by_words.setdefault((claim.id, page.words(one).lower()), one)

    def at(self, span: Span) -> Half[Thing]:
        """Return the span with the thing that it marks."""
        place = bisect_right(self._starts, span.start)
        near = self.things[max(place - 1, 0) : place + 1]
        return Half(span, next((one for one in near if one.start < span.end and span.start < one.end), None))

    def key(self, half: Half[Thing] | None) -> str:
        """Return what tells the half from others: two mentions of one thing have the same."""
        if half is None:
            return ""
        return self.same(half.thing) if half.thing else self.page.words(half.span).lower()

    def called(self, claims: Sequence[str], words: str | None) -> Thing | None:
        """Return the thing with these words in one of these claims."""
        key = " ".join((words or "").lower().split())
        return next((self._by_words[claim, key] for claim in claims if (claim, key) in self._by_words), None)


def find_matches(
    lookup: Lookup, kind: Kind, shelves: tuple[Shelf[Thing], Shelf[Thing]], is_slot: Callable[[Slot], bool]
) -> tuple[Match[Thing], ...]:
    """Return the matches of one kind: first its differences, then what agreed without one. Each two things once."""
    found: dict[tuple[str, str], Match[Thing]] = {}
    for match in _of_differences(lookup, kind, shelves, is_slot):
        found.setdefault((shelves[0].key(match.left), shelves[1].key(match.right)), match)
    agreed: dict[tuple[str, str, str], Match[Thing]] = {}
    for match in _of_slots(lookup, shelves, is_slot):
        if (shelves[0].key(match.left), shelves[1].key(match.right)) not in found:
            agreed.setdefault((match.name, _words(lookup.left, match.left), _words(lookup.right, match.right)), match)
    return (*found.values(), *agreed.values())


def _words(page: Page, half: Half[Thing] | None) -> str:
    return page.words(half.span).lower() if half else ""


def not_matched(shelf: Shelf[Thing], side: Side, matches: Sequence[Match[Thing]]) -> tuple[Thing, ...]:
    """Return the things of one side that stand in no match, each thing once."""
    seen = {shelf.key(match.half(side)) for match in matches}
    left: list[Thing] = []
    for one in shelf.things:
        if shelf.same(one) not in seen:
            seen.add(shelf.same(one))
            left.append(one)
    return tuple(left)


def _of_differences(
    lookup: Lookup, kind: Kind, shelves: tuple[Shelf[Thing], Shelf[Thing]], is_slot: Callable[[Slot], bool]
) -> Iterator[Match[Thing]]:
    for item in lookup.of_kind(kind):
        left, right = (
            shelf.at(spans[0]) if spans else None for shelf, spans in zip(shelves, (item.left, item.right), strict=True)
        )
        yield Match(_slot_name(item, lookup, is_slot), left, right, outcome_of(item, lookup))


def _slot_name(item: Item, lookup: Lookup, is_slot: Callable[[Slot], bool]) -> str:
    if item.pair is None:
        return ""
    words = tuple(lookup.page(side).words(item.spans(side)[0]).lower() if item.spans(side) else None for side in SIDES)
    for slot in item.pair.slots:
        if is_slot(slot) and words == tuple(said.lower() if said else None for said in (slot.left, slot.right)):
            return slot.name
    return ""


def _of_slots(
    lookup: Lookup, shelves: tuple[Shelf[Thing], Shelf[Thing]], is_slot: Callable[[Slot], bool]
) -> Iterator[Match[Thing]]:
    for pair in lookup.report.pairs:
        for slot in filter(is_slot, pair.slots):
            if slot.verdict not in AGREEING:
                continue  # it has a difference of its own, or a person took that out
            left, right = shelves[0].called(pair.left, slot.left), shelves[1].called(pair.right, slot.right)
            if left and right:
                yield Match(slot.name, Half(left, left), Half(right, right), outcome_of_slot(slot, pair.id, lookup))
