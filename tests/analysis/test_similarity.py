"""Likeness proposes pairs: it must be bounded, symmetric where it says so, and the same every time."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.similarity import centred_cosine, character_cosine, word_cosine, unit_rows

texts = st.lists(st.text(max_size=60), min_size=1, max_size=6)


@given(texts, texts)
def test_character_cosine_is_bounded_and_symmetric(left: list[str], right: list[str]) -> None:
    matrix = character_cosine(left, right)
    assert matrix.shape == (len(left), len(right))
    assert (matrix >= -1e-5).all()
    assert (matrix <= 1 + 1e-5).all()
    assert np.allclose(matrix, character_cosine(right, left).T, atol=1e-5)


def test_character_cosine_is_highest_for_the_same_words_in_other_forms() -> None:
    matrix = character_cosine(["The bridges collapsed"], ["The bridge was collapsing", "Voters chose a mayor"])
    assert matrix[0, 0] > matrix[0, 1] + 0.2


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
