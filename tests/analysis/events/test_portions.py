"""Shares of a whole in words, in whole comparisons."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools

CONFLICTS = [
    ("All of the miners were rescued.", "Most of the miners were rescued."),
    ("The bill covers nearly all gun sales.", "The bill covers all gun sales."),
    ("Most of the dockers walked out.", "Few of the dockers walked out."),
    ("Both towers collapsed in the storm.", "Only one of the towers collapsed in the storm."),
    ("Both sons of the farmer were rescued.", "One of the farmer's two sons was rescued."),
    ("Half of the town lost power.", "The whole town lost power."),
    ("Almost the entire stock was taken.", "The entire stock was taken."),
]
NO_CONFLICTS = [
    ("Nearly all of the seats were sold.", "Most of the seats were sold."),
    ("Almost the entire stock was taken.", "Almost all of the stock was taken."),
    ("Most of the miners were rescued on Monday.", "All of the miners have now been rescued."),
    ("Not all of the miners were rescued.", "Most of the miners were rescued."),
    ("Few of the shops in the old town opened.", "Most of the shops at the harbour opened."),
    ("All the pupils passed the written test.", "Most of the pupils passed the oral test."),
    ("Both towers collapsed in the storm.", "Both of the towers fell in the storm."),
    ("All three brothers were arrested.", "One of the brothers was arrested."),
    ("A few of the shops opened.", "Most of the shops opened."),
    ("All of the miners may be rescued.", "Most of the miners were rescued."),
]


def conflicts(left: str, right: str, tools: Tools) -> set[str]:
    return {one.kind for one in compare_articles(left, right, tools=tools).differences if one.verdict == "conflict"}


@pytest.mark.parametrize(("left", "right"), CONFLICTS)
def test_different_shares_of_the_same_are_a_conflict(left: str, right: str, tools: Tools) -> None:
    assert "number" in conflicts(left, right, tools)
    assert "number" in conflicts(right, left, tools)


@pytest.mark.parametrize(("left", "right"), NO_CONFLICTS)
def test_shares_that_both_can_be_true_are_none(left: str, right: str, tools: Tools) -> None:
    assert "number" not in conflicts(left, right, tools)
    assert "number" not in conflicts(right, left, tools)
