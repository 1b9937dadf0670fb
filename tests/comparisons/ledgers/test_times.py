"""The timeline."""

from __future__ import annotations

import pytest

from comparer.analysis.report import Bound, Precision, Time
from comparer.comparisons.ledgers.days import UNRESOLVED, say_day
from comparer.comparisons.ledgers.lookup import Lookup
from comparer.comparisons.ledgers.times import make_times


def test_timeline_goes_by_days_and_puts_the_unknown_last(lookup: Lookup) -> None:
    starts = [row.starts for row in make_times(lookup)]
    known = [start for start in starts if start]
    assert known == sorted(known)
    assert starts[len(known) :] == [""]


def test_dates_that_disagree_share_a_row(lookup: Lookup) -> None:
    (row,) = (row for row in make_times(lookup) if row.outcome.group == "conflict")
    assert row.day == "March 2031 / April 2031"
    assert row.outcome.href == "?card=d7#card"
    assert row.left
    assert row.left.passage.startswith("She said that the ship had passed")


def test_two_forms_of_one_day_share_a_row_too(lookup: Lookup) -> None:
    (row,) = (row for row in make_times(lookup) if row.left and row.left.words == "early on Tuesday")
    assert row.right
    assert row.right.words == "on 6 May"
    assert row.day == "6 May 2031"


def test_days_of_saying_are_left_out(lookup: Lookup) -> None:
    assert "on Wednesday evening" not in [row.right.words for row in make_times(lookup) if row.right]


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "bound", "clock", "said"),
    [
        ("2031-05-06", "2031-05-06", "day", "at", None, "6 May 2031"),
        ("2031-05-06", "2031-05-06", "minute", "at", "05:40-05:40", "6 May 2031, 05:40"),
        ("2031-05-01", "2031-05-31", "month", "at", None, "May 2031"),
        ("1998-01-01", "1998-12-31", "year", "since", None, "since 1998"),
        ("2031-03-01", "2031-06-21", "season", "at", None, "1 March 2031 to 21 June 2031"),
        ("2031-05-06", None, "day", "after", None, "after 6 May 2031"),
        (None, None, "day", "at", None, UNRESOLVED),
        ("6 May", "soon", "day", "at", None, UNRESOLVED),
    ],
)
def test_days_are_written_out(
    *, earliest: str | None, latest: str | None, precision: Precision, bound: Bound, clock: str | None, said: str
) -> None:
    assert say_day(Time(0, 1, earliest, latest, precision, bound=bound, clock=clock)) == said
