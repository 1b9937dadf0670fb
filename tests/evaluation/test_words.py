"""Counting words in two versions of a text."""

from __future__ import annotations

import pytest

from comparer.evaluation.words import Words, same_words

UNDER = [((0, 3), {0}), ((0, 7), {0, 1}), ((1, 2), {0}), ((3, 4), set()), ((3, 5), {1}), ((7, 8), {2}), ((0, 0), set())]


@pytest.mark.parametrize(("span", "words"), UNDER)
def test_words_under_a_span_are_those_it_touches(span: tuple[int, int], words: set[int]) -> None:
    assert Words("The men.").under([span]) == words


def test_same_words_follow_a_word_that_was_put_in() -> None:
    assert same_words(Words("one two three"), Words("one and two three")) == {0: 0, 1: 2, 2: 3}


def test_same_words_leave_out_what_was_changed() -> None:
    assert same_words(Words("a b c"), Words("a x c")) == {0: 0, 2: 2}
