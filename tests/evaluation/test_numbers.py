"""Marks on numbers against what follows from what."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.analysis.tools import load_tools
from comparer.evaluation.equate import Inference
from comparer.evaluation.numbers import evaluate_numbers, numbers_in, outcome_of
from comparer.evaluation.tasks import Progress
from tests.evaluation.equate import ROWS, write_inferences


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Two of 1,200 homes", {"2", "1200"}),
        ("about 6.1 million", {"6.1", "million"}),
        ("Everyone", set()),
    ],
)
def test_numbers_in_reads_digits_and_spelled_numbers(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("premise", "hypothesis", "follows", "marked", "conflict"),
    [
        ("Two boats sank off Kolby on Monday .", "Two boats sank off Kolby .", True, True, False),
        ("Two boats sank off Kolby on Monday .", "Five boats sank off Kolby on Monday .", False, False, True),
        ("The dam held in Orsa .", "Wheat costs 12 crowns .", False, False, False),
        ("The dam of 12 gates held in Orsa .", "Wheat costs 12 crowns .", True, False, False),
    ],
)
def test_outcome_follows_marks_and_where_they_are_silent_the_premise(
    premise: str, hypothesis: str, *, follows: bool, marked: bool, conflict: bool
) -> None:
    outcome = outcome_of(Inference(premise, hypothesis, entailed=True), load_tools())
    assert (outcome.follows, outcome.marked_to_follow, outcome.conflict) == (follows, marked, conflict)


def test_evaluate_numbers_gives_shares_and_the_floor(tmp_path: Path, silent: Progress) -> None:
    table = evaluate_numbers(write_inferences(tmp_path, *ROWS), "all", silent)
    assert table.counts == {"NewsNLI pairs": 3, "that follow": 2}
    decisions, alone, conflicts = table.figures
    assert (decisions.value, alone.value) == (1, 1)
    assert (conflicts.precision, conflicts.recall) == (1, 1)
    assert table.floor == {"decisions, NewsNLI": 1.0}
