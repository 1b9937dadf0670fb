"""The timeline: what each piece dates, in the order of the days."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.analysis.report import Slot, Time
from comparer.comparisons.ledgers.days import say_day
from comparer.comparisons.ledgers.lookup import Lookup
from comparer.comparisons.ledgers.matching import Half, Match, Shelf, find_matches, not_matched
from comparer.comparisons.ledgers.outcome import Outcome, alone
from comparer.comparisons.presenting.sides import SIDES, Side

LAST = "9999"
"""Sorts behind all days: for what cannot be put on a day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What one side puts on a day: its words for the day, the day meant, and what happens then."""

    words: str
    day: str
    passage: str
    place: str


@dataclass(frozen=True, slots=True)
class TimeRow:
    starts: str
    """ISO day by which rows are ordered; "" where it is not known."""
    left: Dated | None
    right: Dated | None
    outcome: Outcome

    @property
    def day(self) -> str:
        """The day of the row, both where the sides differ."""
        return " / ".join(dict.fromkeys(side.day for side in (self.left, self.right) if side and side.day))


def make_times(lookup: Lookup) -> tuple[TimeRow, ...]:
    """Return a row for each two dates held against each other and each date that stands alone, earliest first.

    Days of saying ("said on Tuesday") are left out, unless they were compared and differ.
    """
    shelves = (
        Shelf(lookup.left, lookup.report.left.times, _same),
        Shelf(lookup.right, lookup.report.right.times, _same),
    )
    matches = find_matches(lookup, "date", shelves, _is_time)
    rows = [_row(lookup, match) for match in matches]
    for side, shelf in zip(SIDES, shelves, strict=True):
        left_over = (one for one in not_matched(shelf, side, matches) if not one.of_saying)
        rows += [_row_alone(lookup, side, one) for one in left_over]
    return tuple(sorted(rows, key=lambda row: row.starts or LAST))


def _same(time: Time) -> str:
    return f"{time.earliest} {time.latest} {time.clock} {time.bound} {time.start if not time.earliest else time.events}"


def _is_time(slot: Slot) -> bool:
    return slot.name.startswith("when")


def _row(lookup: Lookup, match: Match[Time]) -> TimeRow:
    days = [half.thing.earliest for half in (match.left, match.right) if half and half.thing and half.thing.earliest]
    return TimeRow(
        min(days, default=""),
        _dated(lookup, "left", match.left) if match.left else None,
        _dated(lookup, "right", match.right) if match.right else None,
        match.outcome,
    )


def _row_alone(lookup: Lookup, side: Side, time: Time) -> TimeRow:
    dated = _dated(lookup, side, Half(time, time))
    outcome = alone(lookup.page(side).href(time))
    left, right = (dated, None) if side == "left" else (None, dated)
    return TimeRow(time.earliest or "", left, right, outcome)


def _dated(lookup: Lookup, side: Side, half: Half[Time]) -> Dated:
    page = lookup.page(side)
    day = say_day(half.thing) if half.thing else ""
    return Dated(page.words(half.span), day, page.passage(half.span), page.place(half.span))
