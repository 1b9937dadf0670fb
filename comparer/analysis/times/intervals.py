"""Whether two times, taken by themselves, can be the same: the calendar part of comparing."""

from __future__ import annotations

from datetime import date
from typing import Literal

from comparer.analysis.report import TWELVE_HOURS, Sureness, Time
from comparer.analysis.times.days import SOME_YEAR, Days, in_some_year, one_day

Relation = Literal["same", "compatible", "conflict"]

_CLOSE_MINUTES = 30
# Of a time on the hour, the half, the quarter and the next five minutes: by how many minutes it may be off.
_SLACK, _LEAST_SLACK = ((60, 30), (30, 20), (15, 15), (5, 10)), 5
_DAY_MINUTES, _HALF_DAY = 1440, 720
_ALL_DAY = (0, 0)
"""Of a day without hours, its first moment counts."""
_MIDNIGHT = (1440, 1440)
_YEAR_OF_DAYS = 366
_HALF_A_YEAR = 150
"""Days farther apart than about this may belong to two years."""
_HOURS = {
    "hour": 1,
    "day": 24,
    "week": 168,
    "weekend": 168,
    "month": 730,
    "year": 8766,
    "decade": 87660,
    "century": 876600,
}
_LOOSENESS = {
    "hour": 12, "day": 0, "week": 72, "weekend": 72, "month": 360, "year": 4380, "decade": 43830, "century": 438300,
}  # fmt: skip
"""Hours by which a distance told in such units may be off: a week is four to ten days."""
_SEASONS = {"spring", "summer", "autumn", "winter"}
_ROUGHLY = 0.15
_NEW_YEAR = 365
_SOME_DAYS, _LENGTHS, _FOUR_ENDS = 3, 4, 4
_LOOSE = {"since", "until", "by", "before", "after"}


def relate(left: Time, right: Time) -> tuple[Relation, Sureness] | None:
    """Return how two times relate and how sure that is; None where they cannot be held against each other."""
    if left.bound != right.bound and not _meets(left, right):
        return _across_bounds(left, right)
    days = _days(left, right)
    hours = _hours(left, right)
    if days is None:
        return hours
    if days[0] == "same" and (left.clock is None) != (right.clock is None):
        return "compatible", days[1]
    if days[0] != "conflict" and hours is not None and (hours[0] == "conflict" or days[0] == "same"):
        return hours
    if days[0] == "conflict" and (hours is not None or _at_night(left) or _at_night(right)) and _touching(left, right):
        return "compatible", "likely"
    return days


def may_be_mistaken(left: Time, right: Time) -> bool:
    """Return whether two times lie so near to each other, and are so alike in length, that one event may be told with either.

    Days within three days, months within two months, years within two years; weekdays always.
    """
    first, second = ([date.fromisoformat(day) for day in (time.earliest, time.latest) if day] for time in (left, right))
    if len(first) + len(second) < _FOUR_ENDS:
        return left.weekday is not None and right.weekday is not None
    short, long = sorted((days[1] - days[0]).days for days in (first, second))
    gap = max((second[0] - first[1]).days, (first[0] - second[1]).days)
    return long <= _LENGTHS * short + _SOME_DAYS and gap <= max(_SOME_DAYS, 2 * long)


def _at_night(time: Time) -> bool:
    """At midnight, or in a night that ends on the next day."""
    hours = _minutes(time)
    return hours is not None and (hours[1] >= _DAY_MINUTES or hours[1] == 0)


def _days(left: Time, right: Time) -> tuple[Relation, Sureness] | None:
    if left.earliest and left.latest and right.earliest and right.latest:
        return _intervals(left, right)
    apart = _relative(left, right)
    if apart is not None and apart[0] == "conflict":
        return apart
    ours, theirs = _of_some_year(left), _of_some_year(right)
    if ours and theirs and (left.month_day or right.month_day):
        return _within_year(left, right, ours, theirs)
    first, second = _weekday(left), _weekday(right)
    if first is not None and second is not None:
        return ("same", "likely") if first == second else ("conflict", "sure")
    return apart


def _within_year(left: Time, right: Time, ours: Days, theirs: Days) -> tuple[Relation, Sureness]:
    """Two stretches of the year, where a text names no year: "the first Sunday of June" and "22 June"."""
    loose = "/" in f"{left.month_day}{right.month_day}"
    weekdays = _weekday(left), _weekday(right)
    if loose and None not in weekdays and weekdays[0] != weekdays[1]:
        return "conflict", "sure"
    if ours == theirs:
        return "same", "likely"
    shifted = (theirs.shifted(days) for days in (-_YEAR_OF_DAYS, 0, _YEAR_OF_DAYS))  # winters run into the next year
    if any(ours.first <= days.last and days.first <= ours.last for days in shifted):
        return "compatible", "likely"
    return "conflict", "likely" if loose else "sure"


def _intervals(left: Time, right: Time) -> tuple[Relation, Sureness]:
    first, second = _range(left), _range(right)
    if first == second:
        return "same", "sure"
    if left.precision == right.precision == "span" and _end_in_other_years(first, second):
        return "conflict", "likely"
    if first[0] <= second[1] and second[0] <= first[1]:
        return "compatible", "sure" if _inside(first, second) or _inside(second, first) else "likely"
    weeks_apart = (first[0] - second[0]).days % 7 == 0
    if (
        weeks_apart
        and left.weekday is not None
        and left.weekday == right.weekday
        and not (_dated(left) and _dated(right))
    ):
        return "conflict", "possible"
    return "conflict", "likely" if _is_vague(left) or _is_vague(right) else "sure"


def _end_in_other_years(first: tuple[date, date], second: tuple[date, date]) -> bool:
    """True for "from 1980 to 1991" beside "from 1980 to 1995": with one end in common they tell of one stretch."""
    apart = [one.year != other.year for one, other in zip(first, second, strict=True)]
    return first != second and apart[0] != apart[1] and (first[0] == second[0] or first[1] == second[1])


def _inside(inner: tuple[date, date], outer: tuple[date, date]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _range(time: Time) -> tuple[date, date]:
    return date.fromisoformat(time.earliest or ""), date.fromisoformat(time.latest or "")


def _dated(time: Time) -> bool:
    return time.month_day is not None or time.weekday is None


def _is_vague(time: Time) -> bool:
    return time.precision in {"season", "span", "week", "decade"}


def _single_day(time: Time) -> date | None:
    return date.fromisoformat(time.earliest) if time.earliest and time.earliest == time.latest else None


def _of_some_year(time: Time) -> Days | None:
    """The day or the stretch of the year that is named, in a year of no meaning."""
    day = _single_day(time)
    if day is not None:
        return one_day(day.replace(year=SOME_YEAR))
    return in_some_year(time.month_day) if time.month_day else None


def _weekday(time: Time) -> int | None:
    day = _single_day(time)
    return day.weekday() if day is not None else time.weekday


def _relative(left: Time, right: Time) -> tuple[Relation, Sureness] | None:
    """Two relative times with no known day: only the same unit from the same anchor compares."""
    if not left.relative or not right.relative:
        return None
    (number, unit, *anchor), (other_number, other_unit, *other_anchor) = left.relative.split(), right.relative.split()
    if anchor != other_anchor or (unit in _SEASONS) != (other_unit in _SEASONS):
        return None
    if unit in _SEASONS and unit != other_unit:
        return "conflict", "likely"
    if (number, unit) == (other_number, other_unit):
        return "same", "likely"
    if not anchor:
        apart = (
            unit == other_unit
            or _lies_outside(number, unit, other_number, other_unit)
            or _lies_outside(other_number, other_unit, number, unit)
        )
        return ("conflict", "likely") if apart else ("compatible", "possible")
    first, second = float(number) * _HOURS[unit], float(other_number) * _HOURS[other_unit]
    loose = _LOOSENESS[unit] + _LOOSENESS[other_unit]
    close = abs(first - second) <= max(loose, _ROUGHLY * max(abs(first), abs(second)))
    return ("compatible", "likely") if close else ("conflict", "likely")


def _lies_outside(number: str, unit: str, other_number: str, other_unit: str) -> bool:
    """True for "this month" beside "last year": what holds today lies in this year."""
    nested = unit in _HOURS and other_unit in _HOURS and _HOURS[unit] < _HOURS[other_unit]
    return nested and float(number) == 0 and float(other_number) != 0


def _hours(left: Time, right: Time) -> tuple[Relation, Sureness] | None:
    first, second = _minutes(left), _minutes(right)
    if first is None or second is None:
        return None
    zones = {_zone(left), _zone(right)}
    if len(zones) > 1 and TWELVE_HOURS not in zones:
        return "compatible", "possible"
    if first == second and len(zones) == 1:
        return "same", "sure"
    shift = _day_shift(left, right)
    ours, theirs = _ways(left, right, first), _ways(right, left, second)
    if any(_meet((one[0] + shift, one[1] + shift), other) for one in ours for other in theirs):
        return "compatible", "likely"
    return "conflict", "likely"


def _ways(time: Time, other: Time, minutes: tuple[int, int]) -> list[tuple[int, int]]:
    """The hours told, those twelve hours later where they may be meant, and those of the night before a day that is not told."""
    shifts = [0, _HALF_DAY] if _zone(time) == TWELVE_HOURS else [0]
    if not (_names_day(time) and _names_day(other)):
        shifts = [shift + days for shift in shifts for days in (0, _DAY_MINUTES)]
    return [(minutes[0] + shift, minutes[1] + shift) for shift in shifts]


def _names_day(time: Time) -> bool:
    return not (time.earliest is None and time.weekday is None and time.month_day is None)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    slack = max(_slack(one), _slack(other))
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def _slack(hours: tuple[int, int]) -> int:
    """By how many minutes a time may be off, by how it is told: "at nine" by more than "at 9.10", and "at 9.12" by least."""
    if hours[0] != hours[1]:
        return _CLOSE_MINUTES
    return next((slack for step, slack in _SLACK if hours[0] % step == 0), _LEAST_SLACK)


def _day_shift(left: Time, right: Time) -> int:
    first, second = _single_day(left), _single_day(right)
    return (first - second).days * _DAY_MINUTES if first is not None and second is not None else 0


def _touching(left: Time, right: Time) -> bool:
    """The night of one day and the early hours of the next."""
    ours, theirs = _minutes(left) or _ALL_DAY, _minutes(right) or _ALL_DAY
    if not a_day_apart(left, right):
        return False
    early, late = (ours, theirs) if _days_apart(left, right) == 1 else (theirs, ours)
    return late[1] > early[0] + _DAY_MINUTES or (late == _MIDNIGHT and early[0] <= _CLOSE_MINUTES)


def a_day_apart(left: Time, right: Time) -> bool:
    """Return whether the one day follows the other, as far as dates, days of the year or weekdays tell."""
    return _days_apart(left, right) in {-1, 1}


def _days_apart(left: Time, right: Time) -> int | None:
    """Days from right to left as far as dates, days of the year or weekdays tell."""
    first, second = _single_day(left), _single_day(right)
    if first is not None and second is not None:
        return (first - second).days
    named = [in_some_year(time.month_day) for time in (left, right) if time.month_day]
    days = [stretch.first for stretch in named if stretch.first == stretch.last]
    if len(days) == 2:
        apart = (days[0] - days[1]).days
        return apart if abs(apart) < _NEW_YEAR else -apart // _NEW_YEAR  # 31 December and 1 January
    ours, theirs = _weekday(left), _weekday(right)
    if ours is None or theirs is None:
        return None
    return (ours - theirs + 3) % 7 - 3


def _minutes(time: Time) -> tuple[int, int] | None:
    if time.clock is None:
        return None
    first, last = time.clock.split(" ")[0].split("-")
    return _as_minutes(first), _as_minutes(last)


def _as_minutes(words: str) -> int:
    hours, minutes = words.split(":")
    return int(hours) * 60 + int(minutes)


def _zone(time: Time) -> str | None:
    return time.clock.partition(" ")[2] or None if time.clock else None


def _meets(left: Time, right: Time) -> bool:
    """True unless a bound is in play: "on" and "by" the same day compare as the days do."""
    return left.bound not in _LOOSE and right.bound not in _LOOSE


def _across_bounds(left: Time, right: Time) -> tuple[Relation, Sureness] | None:
    """A bound against a moment: "since March" holds in May; "by Friday" does not forbid Wednesday; "before March" forbids May."""
    clocks = _hours_across_bounds(left, right)
    if clocks is not None:
        return clocks
    for bound, point in ((left, right), (right, left)):
        limit, moment = _limits(bound, point)
        if point.bound != "at" or limit is None or moment is None:
            continue
        if bound.bound in {"since", "after"}:
            return ("compatible", "likely") if moment[1] >= limit[0] else ("conflict", "likely")
        return ("compatible", "likely") if moment[0] <= limit[1] else ("conflict", "likely")
    return None


def _hours_across_bounds(left: Time, right: Time) -> tuple[Relation, Sureness] | None:
    """A clock time before the hour until which nothing happened: "at 8.45", "not until 9.30". None where all may be true."""
    if _single_day(left) != _single_day(right):
        return None
    for bound, point in ((left, right), (right, left)):
        limit, moment = _minutes(bound), _minutes(point)
        if limit is None or moment is None or point.bound != "at" or bound.bound not in {"after", "by", "before"}:
            continue
        if bound.bound == "after" and moment[1] + _CLOSE_MINUTES < limit[0]:
            return "conflict", "likely"
        if bound.bound != "after" and moment[0] > limit[1] + _CLOSE_MINUTES:
            return "conflict", "likely"
    return None


def _limits(bound: Time, point: Time) -> tuple[tuple[date, date] | None, tuple[date, date] | None]:
    """The days of both, in one year where the texts name none."""
    if bound.earliest and bound.latest and point.earliest and point.latest:
        return _range(bound), _range(point)
    if bound.earliest or point.earliest or bound.month_day is None or point.month_day is None:
        return None, None
    first, second = in_some_year(bound.month_day), in_some_year(point.month_day)
    near = abs((first.first - second.first).days) <= _HALF_A_YEAR
    return ((first.first, first.last), (second.first, second.last)) if near else (None, None)
