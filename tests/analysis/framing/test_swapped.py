"""One noun for people in another's place, in sentences of the same words: another label for the same ones."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools

SWAPPED = [
    ("Three dockers were hurt when the crane fell.", "Three longshoremen were hurt when the crane fell."),
    ("The ship carried 40 asylum seekers to Malta.", "The ship carried 40 migrants to Malta."),
    ("Dockers walked out at the port.", "Longshoremen walked out at the port."),
    ("Two policemen were hurt in Orm.", "Two officers were hurt in Orm."),
    ("The firm has 200 cooks.", "The company has 200 cooks."),
    ("Two homeless people died in the cold.", "Two rough sleepers died in the cold."),
    ("About 300 dockers met in the hall.", "Some 500 longshoremen met in the hall."),  # the number is told as one
    ("A passer-by found the ring in the park.", "A walker found the ring in the park."),
]
NOT_SWAPPED = [
    ("The refugees slept in the hall.", "The refugee slept in the hall."),
    ("A spokesman for the mill spoke.", "A spokeswoman for the mill spoke."),
    ("The drill hit a pipe on Monday.", "The drill hit a cable on Monday."),  # things are no labels of each other
    ("Nurses say the ward is full.", "Managers say the ward is full."),  # told as two sources
    ("Two men were caught in the mill.", "Two people were caught in the mill."),  # "people" says nothing of them
    ("The miners left the hall and the cooks stayed.", "The bakers left the hall and the nurses stayed."),
]


def names(left: str, right: str, tools: Tools) -> list[str]:
    found = compare_articles(left, right, tools=tools).differences
    return [one.verdict for one in found if one.kind == "naming"]


@pytest.mark.parametrize(("left", "right"), SWAPPED)
def test_another_noun_for_the_same_people_is_told(left: str, right: str, tools: Tools) -> None:
    assert names(left, right, tools) == ["differs"]
    assert names(right, left, tools) == ["differs"]


@pytest.mark.parametrize(("left", "right"), NOT_SWAPPED)
def test_other_changes_of_one_word_are_no_labels(left: str, right: str, tools: Tools) -> None:
    assert names(left, right, tools) == []
