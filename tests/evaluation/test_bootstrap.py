"""Intervals by resampling."""

from __future__ import annotations

from collections.abc import Sequence

from comparer.evaluation.bootstrap import interval


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def test_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    values = [0.0, 1.0] * 20
    low, high = interval(values, mean)
    assert 0.3 < low < 0.5 < high < 0.7
    assert interval(values, mean) == (low, high)


def test_interval_of_equal_documents_is_a_point() -> None:
    assert interval([0.5] * 7, mean) == (0.5, 0.5)
