"""Overlap of words, and the best threshold for it."""

from __future__ import annotations

import pytest

from comparer.evaluation.tokens import best_f1, jaccard, token_set


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [("The ship.", "the SHIP", 1.0), ("A ship sank", "A boat sank", 0.5), ("Ship", "Boat", 0.0), ("", "...", 0.0)],
)
def test_jaccard_counts_words_without_case_and_punctuation(one: str, other: str, shared: float) -> None:
    assert jaccard(token_set(one), token_set(other)) == shared


@pytest.mark.parametrize(
    ("scores", "labels", "f1"),
    [
        ([0.9, 0.8, 0.1], [True, True, False], 1.0),
        ([0.9, 0.8, 0.1], [True, False, True], 0.8),
        ([0.5, 0.5], [True, False], 2 / 3),
        ([0.5], [False], 0.0),
        ([], [], 0.0),
    ],
)
def test_best_f1_takes_the_best_threshold_and_parts_no_equals(
    scores: list[float], labels: list[bool], f1: float
) -> None:
    assert best_f1(scores, labels) == pytest.approx(f1)
