from __future__ import annotations

import pytest

from comparer.quality.measured import Figure
from comparer.quality.questions import Question
from comparer.quality.wording import all_in_words, in_hundred, interval_words, others, rate_words, value_words

FIGURE = Figure("conflicts", 0.294, 0.187, 0.414, 0.6, 0.195)


@pytest.mark.parametrize(("rate", "number"), [(0.0, 0), (0.004, 0), (0.005, 1), (0.765, 77), (0.994, 99), (1.0, 100)])
def test_a_rate_is_a_whole_number_of_a_hundred(rate: float, number: int) -> None:
    assert in_hundred(rate) == number


def test_a_share_is_said_of_a_hundred_and_f1_by_its_name() -> None:
    assert value_words(FIGURE, "share") == "29 in 100"
    assert value_words(FIGURE, "F1") == "F1 29"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("date (5)", 0.6, "3 of 5"),
        ("date (19)", 1.0, "19 of 19"),
        ("date (0)", 0.0, "0 of 0"),
        ("date (20)", 0.6, "60 in 100"),
    ],
)
def test_few_cases_are_told_as_such(name: str, value: float, said: str) -> None:
    assert value_words(Figure(name, value), "share") == said


def test_precision_and_recall_are_said_where_the_figure_has_them() -> None:
    question = Question("conflicts", "?", "F1", "the marks")
    assert rate_words(FIGURE, question, {}) == "60 in 100 of the marks are right; it finds 20 in 100."
    assert rate_words(Figure("conflicts", 0.3), question, {}) == ""
    assert rate_words(FIGURE, Question("conflicts", "?"), {}) == ""


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"wrong": 36, "words": 10_000}, "In 1,000 words of plain report it marks 3.6 falsely."),
        ({"wrong": 0, "words": 10_000}, "In 1,000 words of plain report it marks 0.0 falsely."),
        ({"wrong": 36, "words": 0}, ""),
        ({"words": 10_000}, ""),
        ({}, ""),
    ],
)
def test_false_marks_are_told_of_a_thousand_words(counts: dict[str, int], said: str) -> None:
    question = Question("loaded words", "?", false_marks=("wrong", "words"))
    assert rate_words(Figure("loaded words", 0.3), question, counts) == said


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        ((), "29 in 100, between 19 and 41"),
        (
            (("simple method", 10), ("two annotators", 90)),
            "29 in 100, between 19 and 41, simple method 10, two annotators 90",
        ),
    ],
)
def test_a_drawing_is_said_in_words(beside: tuple[tuple[str, int], ...], said: str) -> None:
    assert all_in_words(FIGURE, "share", beside) == said
    assert all_in_words(Figure("share", 0.5), "share", ()) == "50 in 100"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure("date (37)", 0.5, 0.4, 0.6), "between 40 and 60"),
        (Figure("date (10)", 0.5, 0.2, 0.8), "between 20 and 80"),
        (Figure("date (9)", 0.5, 0.1, 0.9), "too few for a range"),
        (Figure("date (5)", 1.0, 1.0, 1.0), "none failed: no range"),
        (Figure("spared", 1.0, 1.0, 1.0), "none failed: no range"),
        (Figure("spared", 1.0), ""),
    ],
)
def test_a_range_is_told_where_it_tells_something(figure: Figure, said: str) -> None:
    assert interval_words(figure) == said


def test_who_else_was_measured_is_named() -> None:
    assert others(0.0, 0.9, "whatever the word") == (("whatever the word", 0), ("two annotators", 90))
    assert others(None, None, "simple method") == ()
