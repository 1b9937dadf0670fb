"""From what an expression says to the days it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from comparer.analysis.report import Precision
from comparer.analysis.times.days import (
    EDGES,
    SOME_YEAR,
    Days,
    decade_days,
    distant_days,
    half_days,
    in_some_year,
    month_days,
    one_day,
    quarter_days,
    season_days,
    unit_days,
    without_year,
    year_days,
)
from comparer.analysis.times.feasts import (
    feast_days,
    feast_in_some_year,
    feast_weekday,
    nth_in_some_year,
    nth_weekday,
)
from comparer.analysis.times.phrases import Phrase
from comparer.analysis.times.tense import Tense

_COMMON_YEAR = 2001
_FRIDAY = 4
_UNIT_PRECISION: dict[str, Precision] = {
    "day": "day", "hour": "day", "week": "week", "weekend": "week", "month": "month",
    "year": "year", "decade": "decade", "century": "span",
}  # fmt: skip
_AHEAD_COSTS = 1.5
"""Without a tense, a day ahead must be this much nearer than a day past to be the one meant."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """`days` is None where the words do not tell without a date that is missing; the other fields as in report.Time."""

    days: Days | None
    precision: Precision
    weekday: int | None = None
    month_day: str | None = None
    relative: str | None = None


def resolve(phrase: Phrase, *, base: date | None, anchor: Resolved | None, tense: Tense | None) -> Resolved:
    """Return the days that `phrase` means.

    `base` is the day of publication, `anchor` the time that "that day" or "two days later" count from.
    Days outside the calendar (year 1 to 9999) count as not known.
    """
    try:
        return _resolve(phrase, base, anchor, tense)
    except (ValueError, OverflowError):
        return Resolved(None, "day")


def _resolve(phrase: Phrase, base: date | None, anchor: Resolved | None, tense: Tense | None) -> Resolved:
    if phrase.until is not None:
        return _span(phrase, phrase.until, base, tense)
    if phrase.month is not None or phrase.weekday is not None or phrase.feast is not None:
        found = _calendar(phrase, base, tense)
    elif phrase.shift is not None and not (phrase.season or phrase.quarter or phrase.half):
        found = _shifted(phrase, base, anchor, tense)
    else:
        found = _period(phrase, base, tense)
    found = widened(found) if phrase.about and phrase.hours is None else found
    return replace(found, precision=_clock_precision(phrase) or found.precision)


def widened(found: Resolved) -> Resolved:
    """Return "around" a time: a day more on both ends, or as many as it lasts."""
    if found.days is not None:
        found = replace(found, days=_wider(found.days))
    if found.month_day is not None:
        found = replace(found, month_day=without_year(_wider(in_some_year(found.month_day))))
    return found


def _wider(days: Days) -> Days:
    return days.widened(max(1, (days.last - days.first).days))


def _span(phrase: Phrase, until: Phrase, base: date | None, tense: Tense | None) -> Resolved:
    first = _resolve(replace(phrase, until=None), base, None, tense)
    last = _resolve(until, base, None, tense)
    if first.days is None or last.days is None:
        return Resolved(None, "span", month_day=_through(first.month_day, last.month_day))
    closing = last.days.last
    if closing < first.days.first and until.weekday is not None:
        closing += timedelta(7)
    if closing < first.days.first:
        return replace(first, precision="span")
    return Resolved(Days(first.days.first, closing), "span")


def _through(first: str | None, last: str | None) -> str | None:
    if first is None or last is None:
        return None
    return without_year(Days(in_some_year(first).first, in_some_year(last).last))


def _calendar(phrase: Phrase, base: date | None, tense: Tense | None) -> Resolved:
    weekday = feast_weekday(phrase.feast) if phrase.feast else phrase.weekday
    named = _of_no_year(phrase) if phrase.year is None else None
    found = Resolved(None, _grain(phrase), weekday, without_year(named) if named else None)
    if phrase.month is None and phrase.feast is None:
        return replace(found, days=_weekday(phrase, base, tense))
    if phrase.year is not None:
        return replace(found, days=_in_year(phrase, phrase.year))
    counted = phrase.shift[0] if phrase.unit == "year" and phrase.shift else None
    if base is None:
        return found if counted is None else replace(found, relative=f"{counted:+g} year")
    if counted is not None:
        return replace(found, days=_in_year(phrase, base.year + counted), month_day=None)
    return replace(found, days=_nearest_year(phrase, base, tense))


def _grain(phrase: Phrase) -> Precision:
    if phrase.feast is not None:
        return "day" if phrase.feast[0] == phrase.feast[1] else "span"
    return "day" if phrase.day is not None or phrase.weekday is not None else "month"


def _of_no_year(phrase: Phrase) -> Days | None:
    """The stretch of the year that holds the named days in any year."""
    if phrase.feast is not None:
        return feast_in_some_year(phrase.feast)
    if phrase.month is None:
        return None
    return nth_in_some_year(phrase.month, phrase.nth) if phrase.nth else _in_year(phrase, SOME_YEAR)


def _in_year(phrase: Phrase, year: int) -> Days:
    if phrase.feast is not None:
        return feast_days(year, phrase.feast)
    month = phrase.month or 1
    if phrase.nth is not None:
        return one_day(nth_weekday(year, month, phrase.weekday or 0, phrase.nth))
    if phrase.day is None:
        return month_days(year, month).part(phrase.edge)
    return one_day(date(year, month, phrase.day))


def _nearest_year(phrase: Phrase, base: date, tense: Tense | None) -> Days | None:
    """The year that makes the named month or day the likeliest, seen from the day of publication."""
    ways: list[Days] = []
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            ways.append(_in_year(phrase, year))
        except ValueError:  # 29 February
            continue
    if phrase.weekday is not None:
        ways = [days for days in ways if days.first.weekday() == phrase.weekday] or ways
    return min(ways, key=lambda days: _strangeness(days, base, phrase, tense), default=None)


def _strangeness(days: Days, base: date, phrase: Phrase, tense: Tense | None) -> float:
    ahead, past = (days.first - base).days, (base - days.last).days
    if tense == "future" or phrase.pick == 1:
        return past + 1000 if past > 0 else ahead
    if tense == "past" or phrase.pick == -1:
        return ahead + 1000 if ahead > 0 else max(past, 0)
    return max(ahead * _AHEAD_COSTS, past, 0)


def _weekday(phrase: Phrase, base: date | None, tense: Tense | None) -> Days | None:
    """The last such day up to the day of publication, or the next one where the words look ahead."""
    if base is None or phrase.weekday is None:
        return None
    if phrase.unit in {"week", "weekend"} and phrase.shift:
        return one_day(unit_days(base, "week", phrase.shift[0]).first + timedelta(phrase.weekday))
    back = (base.weekday() - phrase.weekday) % 7
    if phrase.pick == 1 or (tense == "future" and phrase.pick != -1):
        ahead = (phrase.weekday - base.weekday()) % 7
        return one_day(base + timedelta(ahead or (7 if phrase.pick == 1 else 0)))
    if phrase.pick == 0 and tense is None:
        return one_day(unit_days(base, "week", 0).first + timedelta(phrase.weekday))
    return one_day(base - timedelta(back or (7 if phrase.pick == -1 else 0)))


def _shifted(phrase: Phrase, base: date | None, anchor: Resolved | None, tense: Tense | None) -> Resolved:
    low, high = phrase.shift or (0, 0)
    unit = phrase.unit or "day"
    if unit == "weekend" and low != high:
        low = high = 0 if tense == "future" or (base is not None and base.weekday() > _FRIDAY) else -1
    precision = _UNIT_PRECISION[unit] if low == high and not phrase.rolling else "span"
    if phrase.anchor != "published":
        return _from_anchor(phrase, anchor, precision)
    if base is None:
        ago = "" if phrase.whole else " ago"
        part = without_year(year_days(SOME_YEAR).part(phrase.edge)) if unit == "year" and phrase.edge in EDGES else None
        return Resolved(None, precision, month_day=part, relative=f"{(low + high) / 2:+g} {unit}{ago}")
    if phrase.rolling:
        return Resolved(Days(distant_days(base, unit, low).first, base), "span")
    reach = unit_days if phrase.whole else distant_days
    days = Days(reach(base, unit, low).first, reach(base, unit, high).last)
    return Resolved(days.part(phrase.edge).clipped(base, phrase.edge), precision)


def _from_anchor(phrase: Phrase, anchor: Resolved | None, precision: Precision) -> Resolved:
    low, high = phrase.shift or (0, 0)
    unit = phrase.unit or "day"
    if anchor is None:
        return Resolved(None, precision)
    reach = unit_days if phrase.whole else distant_days
    days = None
    if anchor.days is not None:
        days = Days(reach(anchor.days.first, unit, low).first, reach(anchor.days.last, unit, high).last)
    if unit != "day" or low != high:
        return Resolved(days, precision)
    weekday = None if anchor.weekday is None else (anchor.weekday + low) % 7
    return Resolved(days, precision, weekday, _moved(anchor.month_day, low))


def _moved(month_day: str | None, days: int) -> str | None:
    if month_day is None or "-" not in month_day or "/" in month_day or month_day == "02-29":
        return None
    month, day = month_day.split("-")
    moved = date(_COMMON_YEAR, int(month), int(day)) + timedelta(days)
    return f"{moved.month:02}-{moved.day:02}"


def _period(phrase: Phrase, base: date | None, tense: Tense | None) -> Resolved:
    year = phrase.year
    if phrase.decade is not None or phrase.century is not None:
        return _decades(phrase)
    if year is None and base is not None and phrase.shift and phrase.unit == "year":
        year = base.year + phrase.shift[0]
    if phrase.season is not None:
        days = _season(phrase, year, base, tense)
        return Resolved(days, "season") if days else _part_of_no_year(phrase)
    if phrase.quarter is not None or phrase.half is not None:
        year = base.year if year is None and base else year
        return Resolved(_part_of_year(phrase, year), "span") if year else _part_of_no_year(phrase)
    if year is not None:
        return Resolved(year_days(year).part(phrase.edge), "year")
    return Resolved(None, "day")


def _part_of_no_year(phrase: Phrase) -> Resolved:
    """A season, a quarter or a half where nothing tells the year, but perhaps "next year"."""
    counted = phrase.shift[0] if phrase.shift else phrase.pick or 0
    if phrase.season is not None:
        stretch = season_days(SOME_YEAR, phrase.season).part(phrase.edge)
        return Resolved(None, "season", month_day=without_year(stretch), relative=f"{counted:+g} {phrase.season}")
    relative = f"{counted:+g} year" if phrase.shift else None
    return Resolved(None, "span", month_day=without_year(_part_of_year(phrase, SOME_YEAR)), relative=relative)


def _part_of_year(phrase: Phrase, year: int) -> Days:
    return quarter_days(year, phrase.quarter) if phrase.quarter else half_days(year, phrase.half or 1)


def _decades(phrase: Phrase) -> Resolved:
    if phrase.century is not None:
        return Resolved(decade_days(max(1, phrase.century * 100 - 100), length=100).part(phrase.edge), "span")
    return Resolved(decade_days(phrase.decade or 1).part(phrase.edge), "decade")


def _season(phrase: Phrase, year: int | None, base: date | None, tense: Tense | None) -> Days | None:
    if phrase.season is not None and year is not None:
        return season_days(year, phrase.season).part(phrase.edge)
    if phrase.season is None or base is None:
        return None
    ways = [season_days(year, phrase.season) for year in (base.year - 1, base.year, base.year + 1)]
    if phrase.pick == -1:
        ways = [days for days in ways if days.last < base] or ways
    return min(ways, key=lambda days: _strangeness(days, base, phrase, tense)).part(phrase.edge)


def _clock_precision(phrase: Phrase) -> Precision | None:
    if phrase.hours is None:
        return None
    if phrase.part:
        return "part of day"
    return "minute" if phrase.hours[0] % 60 and not phrase.about else "hour"
