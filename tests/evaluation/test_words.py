"""Counting words in two versions of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.evaluation.words import Words, same_words

WORDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=12)
UNDER = [((0, 3), {0}), ((0, 7), {0, 1}), ((1, 2), {0}), ((3, 4), set()), ((3, 5), {1}), ((7, 8), {2}), ((0, 0), set())]


@pytest.mark.parametrize(("span", "words"), UNDER)
def test_words_under_a_span_are_those_it_touches(span: tuple[int, int], words: set[int]) -> None:
    assert Words("The men.").under([span]) == words


def test_same_words_follow_a_word_that_was_put_in() -> None:
    assert same_words(Words("one two three"), Words("one and two three")) == {0: 0, 1: 2, 2: 3}


def test_same_words_leave_out_what_was_changed() -> None:
    assert same_words(Words("a b c"), Words("a x c")) == {0: 0, 2: 2}


@given(left=WORDS, right=WORDS)
def test_same_words_are_the_same_and_in_order(left: list[str], right: list[str]) -> None:
    found = same_words(Words(" ".join(left)), Words(" ".join(right)))
    assert all(left[one] == right[other] for one, other in found.items())
    assert sorted(found) == list(found)
    assert sorted(found.values()) == list(found.values())


def test_same_words_of_a_long_text_of_one_word_take_no_time() -> None:
    words = Words("word " * 50_000)
    assert len(same_words(words, Words("By Ann. " + "word " * 50_000))) == 50_000
