"""Clauses are near by meaning and by words, the disagreement left out."""

from __future__ import annotations

import pytest

from comparer.analysis.align import align
from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.nearness import Nearness, nearness
from comparer.analysis.lexicons import load_lexicons
from comparer.analysis.passages import excerpt
from comparer.analysis.report import Excerpt, Reading
from tests.analysis.readings import reading_of

LEFT = reading_of("The dam broke on Monday.", "The mayor spoke.", title=False)
RIGHT = reading_of("The dam broke on Friday.", "A bus was late.", title=False)


def near(left: str, right: str) -> Nearness:
    marks = [(mark_of(reading, words),) for reading, words in ((LEFT, left), (RIGHT, right))]
    found = Finding("date", "conflict", marks[0], marks[1], "")
    return nearness(found, LEFT, RIGHT, align(LEFT, RIGHT, lexicons=load_lexicons()))


def mark_of(reading: Reading, words: str) -> Excerpt:
    start = reading.text.index(words)
    return excerpt(reading, (start, start + len(words)))


def test_one_statement_is_near_whatever_the_disagreement() -> None:
    assert near("Monday", "Friday").words == 1


def test_two_statements_are_far() -> None:
    assert near("mayor", "bus").words == 0


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_mark_on_one_side_only_is_far_from_everything(side: str) -> None:
    mark = (mark_of(LEFT, "Monday"),)
    found = Finding("date", "conflict", mark if side == "left" else (), () if side == "left" else mark, "")
    assert nearness(found, LEFT, RIGHT, align(LEFT, RIGHT, lexicons=load_lexicons())) == Nearness(0, 0)
