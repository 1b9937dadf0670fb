"""Numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.report import Quantity
from comparer.comparisons.ledgers.bounds import leaves_room, say_bounds, say_number, say_unit


def quantity(low: float | None, high: float | None, *, inclusive: bool = True, unit: str = "count") -> Quantity:
    return Quantity(0, 1, low, high, inclusive, inclusive, unit, None, None, None)


@pytest.mark.parametrize(
    ("low", "high", "inclusive", "unit", "said"),
    [
        (64, 64, True, "count", "64"),
        (60, None, True, "person", "60 or more"),
        (150, None, False, "person", "more than 150"),
        (0, 20, False, "minute", "less than 20"),
        (None, 20, True, "minute", "20 or less"),
        (180, 200, True, "person", "180 to 200"),
        (10.8e6, 13.2e6, True, "cubic metre", "10.8 million to 13.2 million"),
        (0.3, 0.36667, True, "share", "30% to 36.7%"),
        (0.5, 0.5, True, "share", "50%"),
        (None, None, True, "count", ""),
        (0, 0, True, "person", "0"),
    ],
)
def test_bounds_are_said_as_people_say_them(
    low: float | None, high: float | None, *, inclusive: bool, unit: str, said: str
) -> None:
    assert say_bounds(quantity(low, high, inclusive=inclusive, unit=unit)) == said


@pytest.mark.parametrize(("low", "high", "room"), [(3, 3, False), (3, None, True), (None, 3, True), (3, 4, True)])
def test_exact_numbers_leave_no_room(low: float | None, high: float | None, *, room: bool) -> None:
    assert leaves_room(quantity(low, high)) is room


@pytest.mark.parametrize(
    ("number", "said"),
    [(999, "999"), (1200, "1,200"), (0.3667, "0.367"), (3.48e6, "3.48 million"), (2e9, "2 billion"), (-5, "-5")],
)
def test_numbers_are_written_short(number: float, said: str) -> None:
    assert say_number(number) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [("person", "people"), ("metre", "metres"), ("foot", "feet"), ("USD", "US dollars"), ("SEK", "SEK"), ("count", "")],
)
def test_units_are_said_in_the_plural(unit: str, said: str) -> None:
    assert say_unit(quantity(1, 1, unit=unit)) == said


numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@given(low=numbers, high=numbers, inclusive=st.booleans(), unit=st.text(max_size=12))
def test_any_bounds_can_be_said(low: float | None, high: float | None, *, inclusive: bool, unit: str) -> None:
    said = say_bounds(quantity(low, high, inclusive=inclusive, unit=unit))
    assert bool(said) == (low is not None or high is not None)
