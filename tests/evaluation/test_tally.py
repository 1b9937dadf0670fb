"""Counts into rates."""

from __future__ import annotations

import pytest

from comparer.evaluation.tally import Share, Tally, figure


def test_figure_of_shares_adds_up_before_it_divides() -> None:
    found = figure("x", [Share(1, 1), Share(0, 3)])
    assert found.value == 0.25
    assert (found.low, found.high) == (0, 1)
    assert found.precision is None


def test_figure_of_tallies_gives_f1_of_precision_and_recall() -> None:
    found = figure("x", [Tally(2, 4, 1, 2), Tally(0, 0, 0, 2)])
    assert found.precision == 0.5
    assert found.recall == 0.25
    assert found.value == pytest.approx(1 / 3)


def test_figure_draws_no_documents_that_hold_nothing() -> None:
    found = figure("x", [Share(1, 1), *[Share(0, 0)] * 20])
    assert (found.value, found.low, found.high) == (1, 1, 1)


def test_figure_of_nothing_is_nought() -> None:
    assert figure("x", [Tally(0, 0, 0, 0)]).value == 0
    assert figure("x", [Share(0, 0)]).value == 0
