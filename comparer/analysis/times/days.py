"""Days, months, years and seasons as closed intervals of calendar days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "year", "decade", "century", "hour"]
Edge = Literal["early", "mid", "late", "start", "end", "earlier", "later"]
Season = Literal["spring", "summer", "autumn", "winter"]

EDGES: dict[Edge | None, tuple[float, float]] = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0), "start": (0.0, 0.2), "end": (0.8, 1.0)}  # fmt: skip
_SEASON_STARTS: dict[Season, tuple[int, int]] = {
    "spring": (3, 1),
    "summer": (6, 1),
    "autumn": (9, 1),
    "winter": (12, 1),
}
SOME_YEAR = 2000
"""A leap year, for the days of no year in particular."""
_SEASON_DAYS = 112
"""Generous: from the first day of the first month to about the solstice or equinox that ends it."""


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, both included."""

    first: date
    last: date

    def part(self, edge: Edge | None) -> Days:
        """Return the early, middle or late stretch, boundaries taken generously."""
        if edge not in EDGES:
            return self
        low, high = EDGES[edge]
        length = (self.last - self.first).days
        return Days(self.first + timedelta(int(length * low)), self.first + timedelta(round(length * high)))

    def shifted(self, days: int) -> Days:
        """Return the interval moved by whole days. OverflowError beyond the calendar."""
        return Days(self.first + timedelta(days), self.last + timedelta(days))

    def clipped(self, base: date, edge: Edge | None) -> Days:
        """Return what lies up to `base` ("earlier this week") or from it on ("later this week")."""
        if edge == "earlier":
            return Days(self.first, max(self.first, min(self.last, base)))
        return Days(min(self.last, max(self.first, base)), self.last) if edge == "later" else self

    def widened(self, days: int) -> Days:
        """Return the interval with `days` more on both ends."""
        return Days(self.first - timedelta(days), self.last + timedelta(days))


def one_day(day: date) -> Days:
    """Return the interval of `day` alone."""
    return Days(day, day)


def month_days(year: int, month: int) -> Days:
    """Return all of a month. ValueError outside the calendar."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_days(year: int) -> Days:
    """Return all of a year. ValueError outside the calendar."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def quarter_days(year: int, quarter: int) -> Days:
    """Return the quarter 1 to 4 of a calendar year."""
    return Days(date(year, quarter * 3 - 2, 1), month_days(year, quarter * 3).last)


def half_days(year: int, half: int) -> Days:
    """Return the half 1 or 2 of a calendar year."""
    return Days(date(year, half * 6 - 5, 1), month_days(year, half * 6).last)


def season_days(year: int, season: Season) -> Days:
    """Return the northern season that begins in `year`, generously: autumn runs from 1 September to about 21 December."""
    month, day = _SEASON_STARTS[season]
    first = date(year, month, day)
    return Days(first, first + timedelta(_SEASON_DAYS))


def decade_days(year: int, *, length: int = 10) -> Days:
    """Return the ten (or `length`) years that begin with `year`."""
    return Days(date(year, 1, 1), date(year + length - 1, 12, 31))


def in_some_year(month_day: str) -> Days:
    """Return the days that `report.Time.month_day` names, in a leap year; those of a winter run into the next."""
    opening, _, closing = month_day.partition("/")
    first, last = _some_month_or_day(opening), _some_month_or_day(closing or opening)
    return Days(first.first, last.last if last.last >= first.first else last.last.replace(year=SOME_YEAR + 1))


def without_year(days: Days) -> str:
    """Return what `in_some_year` reads: "04-09", "04" for the whole month, "04-01/04-07"."""
    if (days.first.month, days.first.day, days.last) == (
        days.last.month,
        1,
        month_days(days.last.year, days.last.month).last,
    ):
        return f"{days.first:%m}"
    return f"{days.first:%m-%d}" if days.first == days.last else f"{days.first:%m-%d}/{days.last:%m-%d}"


def _some_month_or_day(words: str) -> Days:
    month, _, day = words.partition("-")
    return one_day(date(SOME_YEAR, int(month), int(day))) if day else month_days(SOME_YEAR, int(month))


def unit_days(base: date, unit: Unit, count: int) -> Days:
    """Return the whole day, week (Monday to Sunday), weekend, month, year or decade `count` units from the one of `base`.

    ValueError or OverflowError where that leaves the calendar.
    """
    if unit in {"day", "hour"}:
        return one_day(base + timedelta(count if unit == "day" else 0))
    monday = base - timedelta(base.weekday())
    if unit == "week":
        return Days(monday, monday + timedelta(6)).shifted(7 * count)
    if unit == "weekend":
        return Days(monday + timedelta(5), monday + timedelta(6)).shifted(7 * count)
    if unit == "month":
        return month_days(*month_from(base, count))
    if unit == "year":
        return year_days(base.year + count)
    length = 10 if unit == "decade" else 100
    return decade_days(base.year // length * length + length * count, length=length)


def distant_days(base: date, unit: Unit, count: int) -> Days:
    """Return about where `count` units before or after `base` lies: "two weeks ago" is that day, give or take three."""
    if unit in {"day", "hour"}:
        return one_day(base + timedelta(count if unit == "day" else 0))
    if unit in {"week", "weekend"}:
        return one_day(base + timedelta(7 * count)).widened(3)
    if unit == "month":
        year, month = month_from(base, count)
        day = date(year, month, min(base.day, monthrange(year, month)[1]))
        return one_day(day).widened(15)
    return unit_days(base, unit, count)


def month_from(base: date, count: int) -> tuple[int, int]:
    """Return (year, month) `count` months from that of `base`. ValueError outside the calendar."""
    months = base.year * 12 + base.month - 1 + count
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"No year {year}.")
    return year, month + 1
