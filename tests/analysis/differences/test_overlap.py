"""What two passages both state, apart from who says it."""

from __future__ import annotations

from comparer.analysis.differences.overlap import APART, overlap
from comparer.analysis.passages import Passage
from comparer.analysis.report import Span
from tests.analysis.readings import reading_of


def passage(text: str) -> Passage:
    reading = reading_of(text, title=False)
    return Passage(reading, reading.claims)


def test_overlap_counts_the_shared_words_of_both() -> None:
    told = overlap(passage("otters ate trout"), passage("otters ate eels yesterday"))
    assert (told.shared, round(told.of_shorter, 2), told.of_longer) == (2, 0.67, 0.5)


def test_overlap_leaves_out_marked_words_unless_all_is_marked() -> None:
    left, right = passage("otters ate trout"), passage("otters ate eels")
    assert overlap(left, right, ([Span(0, 6)], [])).shared == 1
    assert overlap(left, right, ([Span(0, 16)], [])).shared == 2


def test_overlap_of_strangers_is_none() -> None:
    assert overlap(passage("otters ate trout"), passage("banks raised rates")) == APART
