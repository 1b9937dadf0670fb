"""Days that move from year to year: Easter and the feasts counted from it, "the last Sunday of June"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from comparer.analysis.times.days import SOME_YEAR, Days, month_days

FEASTS: Final = {
    "shrove tuesday": (-47, -47), "ash wednesday": (-46, -46), "palm sunday": (-7, -7), "maundy thursday": (-3, -3),
    "good friday": (-2, -2), "easter saturday": (-1, -1), "easter sunday": (0, 0), "easter day": (0, 0),
    "easter monday": (1, 1), "ascension day": (39, 39), "whit sunday": (49, 49), "whit monday": (50, 50),
    "corpus christi": (60, 60), "easter": (-2, 1), "pentecost": (48, 50), "whitsun": (48, 50),
}  # fmt: skip
"""First and last day of each, counted from Easter Sunday of the Western churches."""
_EARLIEST_EASTER, _LATEST_EASTER = date(SOME_YEAR, 3, 22), date(SOME_YEAR, 4, 25)
_WEEK = 7
_SUNDAY = 6


def feast_days(year: int, feast: tuple[int, int]) -> Days:
    """Return the days so far from Easter of a year. ValueError outside the calendar."""
    first, last = feast
    return Days(_easter(year) + timedelta(first), _easter(year) + timedelta(last))


def feast_in_some_year(feast: tuple[int, int]) -> Days:
    """Return the days on which a feast can fall."""
    first, last = feast
    return Days(_EARLIEST_EASTER + timedelta(first), _LATEST_EASTER + timedelta(last))


def feast_weekday(feast: tuple[int, int]) -> int | None:
    """Return 0 (Monday) to 6 for a feast of one day."""
    return (_SUNDAY + feast[0]) % _WEEK if feast[0] == feast[1] else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the first (1), second ... or last (-1) such weekday of a month. ValueError outside the calendar."""
    days = month_days(year, month)
    if nth < 0:
        return days.last - timedelta((days.last.weekday() - weekday) % _WEEK)
    return days.first + timedelta((weekday - days.first.weekday()) % _WEEK + _WEEK * (nth - 1))


def nth_in_some_year(month: int, nth: int) -> Days:
    """Return the seven days of a month on one of which its first or last Sunday falls."""
    days = month_days(SOME_YEAR, month)
    first = days.last - timedelta(_WEEK - 1) if nth < 0 else days.first + timedelta(_WEEK * (nth - 1))
    return Days(first, first + timedelta(_WEEK - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar by the anonymous algorithm of 1876."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, (fourth, late) = rest // 4, divmod(century, 4)
    epact = (19 * golden + century - fourth - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * late + 2 * leaps - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
