"""Days and places in words for the ledgers."""

from __future__ import annotations

from datetime import date

from comparer.analysis.report import TWELVE_HOURS, Time

UNRESOLVED = "day not known"


def say_day(time: Time) -> str:
    """Return the day or stretch of days that a time may mean, written out; how it limits what happens goes before."""
    before = {"since": "since ", "until": "until ", "by": "by ", "before": "before ", "after": "after "}.get(
        time.bound, ""
    )
    stretch = _stretch(_day(time.earliest), _day(time.latest), time)
    return f"{before}{stretch}{_clock(time)}" if stretch else UNRESOLVED


def _stretch(first: date | None, last: date | None, time: Time) -> str:
    if first is None or last is None:
        known = first or last
        return _written(known) if known else ""
    if first == last:
        return _written(first)
    if time.precision == "year" and first.year == last.year:
        return str(first.year)
    if time.precision == "month" and first.month == last.month:
        return f"{first:%B} {first.year}"
    return f"{_written(first)} to {_written(last)}"


def _written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _clock(time: Time) -> str:
    """The hour where the words name one to the minute: ", 04:10"."""
    if time.precision != "minute" or not time.clock:
        return ""
    hour, minute = time.clock.split("-")[0].split(":")
    return f", {int(hour) or 12}:{minute}" if time.clock.endswith(TWELVE_HOURS) else f", {hour}:{minute}"
