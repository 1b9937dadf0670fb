"""The places: where each piece puts what happens, and which places only one of them names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from comparer.analysis.report import Place, Slot
from comparer.comparisons.ledgers.lookup import Lookup
from comparer.comparisons.ledgers.matching import Half, Match, Shelf, find_matches
from comparer.comparisons.ledgers.outcome import Outcome, alone
from comparer.comparisons.presenting.sides import SIDES, Side


@dataclass(frozen=True, slots=True)
class Named:
    """A place as one side names it: its words, how often, and one passage."""

    words: str
    times: int
    passage: str
    place: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    name: str
    """What is meant: "Kyiv", or "Gdansk / Gdynia" where the sides differ."""
    within: str
    left: Named | None
    right: Named | None
    outcome: Outcome


def make_places(lookup: Lookup) -> tuple[PlaceRow, ...]:
    """Return what was held against each other, then the places of both pieces, then those of one.

    Places that stand for a government ("Kyiv said") are no places here, nor are
    common words ("the river") that nothing was held against.
    """
    shelves = tuple(Shelf(lookup.page(side), _real(lookup, side), lambda place: place.name) for side in SIDES)
    matches = find_matches(lookup, "place", (shelves[0], shelves[1]), _is_place)
    told = [row for match in matches if _tells(row := _row(lookup, match))]
    known = {name for row in told for name in row.name.split(" / ")}
    rows = _by_name(lookup, matches)
    return (*told, *(row for row in rows if row.outcome.group != "alone" or row.name not in known))


def _real(lookup: Lookup, side: Side) -> list[Place]:
    return [one for one in lookup.page(side).reading.places if not one.metonym]


def _is_place(slot: Slot) -> bool:
    return "where" in slot.name.split()


def _row(lookup: Lookup, match: Match[Place]) -> PlaceRow:
    halves = {side: half for side in SIDES if (half := match.half(side))}
    named = {side: _named(lookup, side, [half]) for side, half in halves.items()}
    names = [half.thing.name if half.thing else named[side].words for side, half in halves.items()]
    within = [_within(half.thing) for half in halves.values() if half.thing]
    return PlaceRow(_both(names), _both(within), named.get("left"), named.get("right"), match.outcome)


def _tells(row: PlaceRow) -> bool:
    """Two names for one place, or one place inside the other, are worth a row too."""
    return row.outcome.group != "alike" or " / " in row.name


def _both(words: list[str]) -> str:
    return " / ".join(dict.fromkeys(filter(None, words)))


def _by_name(lookup: Lookup, matches: tuple[Match[Place], ...]) -> list[PlaceRow]:
    found: dict[str, dict[Side, list[Place]]] = defaultdict(lambda: {"left": [], "right": []})
    for side in SIDES:
        for one in _real(lookup, side):
            if not one.name.islower():
                found[one.name][side].append(one)
    compared = {
        half.thing.name: match for match in matches for half in (match.left, match.right) if half and half.thing
    }
    rows = [_row_of_name(lookup, name, sides, compared.get(name)) for name, sides in found.items()]
    return sorted(rows, key=lambda row: (row.outcome.group == "alone", -_mentions(row)))


def _mentions(row: PlaceRow) -> int:
    return sum(side.times for side in (row.left, row.right) if side)


def _row_of_name(lookup: Lookup, name: str, sides: dict[Side, list[Place]], match: Match[Place] | None) -> PlaceRow:
    named = {
        side: _named(lookup, side, [Half(one, one) for one in places]) if places else None
        for side, places in sides.items()
    }
    first_side: Side = "left" if sides["left"] else "right"
    first = sides[first_side][0]
    href = match.outcome.href if match and match.outcome.group == "alike" else lookup.page(first_side).href(first)
    if named["left"] and named["right"]:
        outcome = Outcome("alike", "both name it", "match", href)
    else:
        other = lookup.page("right" if first_side == "left" else "left")
        outcome = alone(href) if other.times_said(name) else alone(href, f"only in {lookup.said(first_side)}")
    return PlaceRow(name, _within(first), named["left"], named["right"], outcome)


def _within(place: Place) -> str:
    return ", ".join(place.within)


def _named(lookup: Lookup, side: Side, halves: list[Half[Place]]) -> Named:
    page = lookup.page(side)
    words = dict.fromkeys(page.words(half.span) for half in halves)
    first = halves[0].span
    return Named(", ".join(words), len(halves), page.passage(first), page.place(first))
