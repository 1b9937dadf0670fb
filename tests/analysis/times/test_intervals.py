"""Which times lie so near to each other that one event may be told with either."""

from __future__ import annotations

import pytest

from comparer.analysis.report import Time
from comparer.analysis.times.intervals import may_be_mistaken


def days(first: str, last: str = "") -> Time:
    return Time(0, 1, first, last or first, "day")


def weekday(number: int) -> Time:
    return Time(0, 1, None, None, "day", weekday=number)


YEAR_1990, YEAR_1992 = days("1990-01-01", "1990-12-31"), days("1992-01-01", "1992-12-31")
CASES = [
    ("two days on end", days("2031-05-06"), days("2031-05-07"), True),
    ("two weeks", days("2031-05-06"), days("2031-05-20"), False),
    ("the end of a month and the beginning of the next", days("2031-09-21", "2031-09-30"),
     days("2031-10-01", "2031-10-10"), True),
    ("months of one spring", days("2031-03-01", "2031-03-31"), days("2031-05-01", "2031-05-31"), True),
    ("years close by", YEAR_1990, YEAR_1992, True),
    ("years far apart", YEAR_1990, days("1999-01-01", "1999-12-31"), False),
    ("a year and a month", YEAR_1990, days("1991-06-01", "1991-06-30"), False),
    ("a day and the week before", days("2031-05-12"), days("2031-05-05", "2031-05-11"), False),
    ("weekdays", weekday(0), weekday(2), True),
    ("a weekday and a year", weekday(0), YEAR_1990, False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "close"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_times_may_be_mistaken_for_each_other_where_they_lie_close(one: Time, other: Time, *, close: bool) -> None:
    assert may_be_mistaken(one, other) is close
    assert may_be_mistaken(other, one) is close
