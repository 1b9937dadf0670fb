"""Likeness proposes pairs: it must be bounded, symmetric where it says so, and the same every time."""

from __future__ import annotations

import numpy as np

from comparer.analysis.similarity import among_best, centred_cosine, unit_rows, word_cosine


def test_word_cosine_weighs_rare_words_more() -> None:
    left = [frozenset({"dam", "leak"}), frozenset({"dam", "mayor"}), frozenset({"dam"})]
    right = [frozenset({"dam", "leak", "night"}), frozenset({"dam", "night"})]
    matrix = word_cosine(left, right)
    assert matrix[0, 0] > matrix[1, 1]


def test_word_cosine_of_nothing_is_nothing() -> None:
    assert word_cosine([frozenset()], [frozenset()]).tolist() == [[0.0]]


def test_centring_takes_away_what_all_passages_share() -> None:
    shared = np.array([[1, 0, 0.3], [1, 0.3, 0], [1, -0.3, 0]], dtype=np.float32)
    centred = centred_cosine(unit_rows(shared), unit_rows(shared))
    assert centred[0, 0] > 0.99
    assert centred[1, 2] < 0


def test_among_best_takes_the_nearest_of_equals() -> None:
    alike = np.ones((6, 6), dtype=np.float32)
    kept = among_best(alike, 2)
    assert kept.sum(axis=1).max() <= 2
    assert kept.sum(axis=0).max() <= 2
    assert kept.diagonal().all()


def test_among_best_takes_the_highest_of_row_and_column() -> None:
    matrix = np.array([[0.9, 0.8, 0.1], [0.7, 0.2, 0.6]], dtype=np.float32)
    assert among_best(matrix, 1).tolist() == [[True, False, False], [False, False, False]]
