"""What only one side tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.analysis.report import Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.told import make_told


def test_told_gives_the_nearest_of_the_other_side(report: Report, items: tuple[Item, ...]) -> None:
    told = make_told(report, items, "right", Choice(view="told"))
    assert sum(one.count for one in told) == len(report.only_right)
    assert all(one.nearest for one in told)


@pytest.mark.parametrize(("score", "words"), [(0.6, "Nearest there"), (0.1, "Nearest there, though far from it")])
def test_told_says_in_words_how_near_the_nearest_is(
    report: Report, items: tuple[Item, ...], score: float, words: str
) -> None:
    nearest = tuple(replace(one, score=score) for one in report.nearest_right)
    told = make_told(replace(report, nearest_right=nearest), items, "right", Choice(view="told"))
    assert {one.how_near for one in told} == {words}


def test_told_links_a_claim_that_a_difference_speaks_of_to_the_difference(
    report: Report, items: tuple[Item, ...]
) -> None:
    omission = next(one for one in report.differences if (one.kind, one.verdict) == ("omission", "only_right"))
    told = make_told(report, items, "right", Choice(view="told"))
    assert omission.id in {part.id for one in told for part in one.parts}


def test_told_does_without_a_nearest_claim(report: Report, items: tuple[Item, ...]) -> None:
    bare = Report("test", report.left, report.right, only_left=report.only_left)
    assert {one.nearest for one in make_told(bare, items, "left", Choice())} == {None}
