"""Long figures that differ in one digit."""

from __future__ import annotations

import pytest

from comparer.analysis.numbers.misprinted import misprinted
from comparer.analysis.report import Form, Quantity


def figure(value: float, unit: str = "USD", step: float = 0.01, form: Form = "exact") -> Quantity:
    return Quantity(
        0, 1, value, value, low_inclusive=True, high_inclusive=True, unit=unit, measures=None, role=None, hedge=None,
        step=step, form=form,
    )  # fmt: skip


CASES = [
    ("one digit", figure(3412.60), figure(3512.60), [(0, 0)]),
    ("two digits exchanged", figure(48213, "count", 1), figure(42813, "count", 1), [(0, 0)]),
    ("two digits", figure(3412.60), figure(3522.60), []),
    ("the last digit", figure(3412.60), figure(3412.61), []),
    ("another unit", figure(3412.60), figure(3512.60, "EUR"), []),
    ("too short", figure(4821, "count", 1), figure(4281, "count", 1), []),
    ("round figures", figure(120000, "count", 1), figure(130000, "count", 1), []),
    ("more digits", figure(48213, "count", 1), figure(482130, "count", 1), []),
    ("no exact figure", figure(3412.60, form="bound"), figure(3512.60), []),
    ("the same figure", figure(3412.60), figure(3412.60), []),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_long_figures_but_for_one_digit(ours: Quantity, theirs: Quantity, found: list[tuple[int, int]]) -> None:
    assert list(misprinted([ours], [theirs])) == list(misprinted([theirs], [ours])) == found


def test_a_figure_that_both_sides_give_is_no_misprint() -> None:
    assert list(misprinted([figure(3412.60)], [figure(3512.60), figure(3412.60)])) == []
