"""The ledger of numbers: each figure with what it leaves room for, its unit, as of when and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.analysis.report import Quantity, Slot, Span
from comparer.comparisons.ledgers.bounds import leaves_room, say_bounds, say_unit
from comparer.comparisons.ledgers.lookup import Lookup
from comparer.comparisons.ledgers.matching import Half, Match, Shelf, find_matches, not_matched
from comparer.comparisons.ledgers.outcome import GROUPS, Outcome, alone
from comparer.comparisons.presenting.sides import SIDES, Side

NO_NUMBERS = (
    "when",
    "where",
    "who",
    "what",
    "how certain",
    "how the saying",
    "choice of words",
    "quotation",
    "whether",
)
"""How the names of the slots begin that hold no numbers."""


COUNTED = ("", "count", "person")
STATES = ("ed", "ing", "lost", "hurt", "dead", "born")
"""How the roles end that read as a state: "killed", "missing"; others are bare verbs."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One side's number as it stands there."""

    words: str
    bounds: str
    open: bool
    """The words leave room for more than one number."""
    as_of: str
    says: str
    place: str
    passage: str


@dataclass(frozen=True, slots=True)
class NumberRow:
    counts: str
    """What is counted or measured."""
    unit: str
    unit_told: bool
    """The unit is not told already by what is counted."""
    left: Figure | None
    right: Figure | None
    outcome: Outcome


def make_numbers(lookup: Lookup) -> tuple[NumberRow, ...]:
    """Return a row for each two figures held against each other, then for each figure that stands alone."""
    shelves = (
        Shelf(lookup.left, lookup.report.left.quantities, _same),
        Shelf(lookup.right, lookup.report.right.quantities, _same),
    )
    matches = find_matches(lookup, "number", shelves, _is_number)
    rows = [_row(lookup, match) for match in matches]
    for side, shelf in zip(SIDES, shelves, strict=True):
        rows += [_row_alone(lookup, side, one) for one in not_matched(shelf, side, matches)]
    order = list(GROUPS)
    return tuple(sorted(rows, key=lambda row: order.index(row.outcome.group)))


def _same(quantity: Quantity) -> str:
    return f"{quantity.low} {quantity.high} {quantity.unit} {quantity.head} {quantity.role}"


def _is_number(slot: Slot) -> bool:
    return not slot.name.startswith(NO_NUMBERS)


def _row(lookup: Lookup, match: Match[Quantity]) -> NumberRow:
    left, right = (half.thing if half else None for half in (match.left, match.right))
    counts = match.name if match.name not in ("", "number") else _counted(left or right)
    unit = _units(left, right)
    return NumberRow(
        counts,
        unit,
        _adds(unit, counts),
        _figure(lookup, "left", match.left),
        _figure(lookup, "right", match.right),
        match.outcome,
    )


def _row_alone(lookup: Lookup, side: Side, quantity: Quantity) -> NumberRow:
    figure = _figure(lookup, side, Half(quantity, quantity))
    href = lookup.page(side).href(quantity)
    left, right = (figure, None) if side == "left" else (None, figure)
    counts, unit = _counted(quantity), say_unit(quantity)
    return NumberRow(counts, unit, _adds(unit, counts), left, right, alone(href))


def _counted(quantity: Quantity | None) -> str:
    """What is counted, with what becomes of it; what is measured is often only a guess, and left to the passage."""
    if quantity is None or quantity.unit not in COUNTED:
        return ""
    counted = quantity.measures or quantity.head
    state = quantity.role if quantity.role and quantity.role.endswith(STATES) else ""
    return ", ".join(filter(None, (counted, state)))


def _adds(unit: str, counts: str) -> bool:
    """The number of people is known to be in people."""
    return bool(unit) and unit != "people" and unit.lower() not in counts.lower()


def _units(left: Quantity | None, right: Quantity | None) -> str:
    """Both units where they differ: "metres / feet"."""
    return " / ".join(dict.fromkeys(unit for one in (left, right) if one and (unit := say_unit(one))))


def _figure(lookup: Lookup, side: Side, half: Half[Quantity] | None) -> Figure | None:
    if half is None:
        return None
    page = lookup.page(side)
    return Figure(
        page.words(half.span),
        say_bounds(half.thing) if half.thing else "",
        half.thing is not None and leaves_room(half.thing),
        _as_of(lookup, side, half.span),
        page.says(half.span, lookup.said(side)),
        page.place(half.span),
        page.passage(half.span),
    )


def _as_of(lookup: Lookup, side: Side, span: Span) -> str:
    """The day of the count where the claim names it, else the day on which it was said."""
    page = lookup.page(side)
    claim = page.claim_at(span)
    if claim is None:
        return ""
    times = [one for one in page.reading.times if claim.start <= one.start < claim.end]
    counted = [page.words(one) for one in times if one.as_of]
    said = [f"{page.words(one)}, when it was said" for one in times if one.of_saying]
    return next(iter((*counted, *said)), "")
