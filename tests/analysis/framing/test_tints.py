"""Words that color a report beside a plainer one, in whole comparisons."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools

COLORED = [
    ("Stewards hauled the heckler out of the hall.", "Stewards led the heckler out of the hall.", "hauled"),
    ("Shares in Lund Dairy plummeted by 4 percent.", "Shares in Lund Dairy fell by 4 percent.", "plummeted"),
    ("Brave divers freed the whale.", "Divers freed the whale.", "Brave"),
    ("The weeping girl was led to the ambulance.", "The girl was led to the ambulance.", "weeping"),
    ("The lakes board caved in to the anglers.", "The lakes board agreed with the anglers.", "caved"),
    ("The historic treaty was signed in Orm.", "The treaty was signed in Orm.", "historic"),
    ("Two hundred geese were butchered at the farm.", "Two hundred geese were killed at the farm.", "were butchered"),
    ("The minister shamelessly kept the boat.", "The minister kept the boat.", "shamelessly"),
]
PLAIN = [
    ("A bus crashed into a wall in Orm.", "In Orm a bus hit a wall."),
    ("A wave crushed the pier.", "The pier was destroyed by a wave."),
    ("The striker scored twice in Orm.", "In Orm the striker scored two goals."),
    ("The historic treaty was signed in Orm.", "The historic treaty was signed at Orm."),
    ("The mayor called the fee “a brazen fraud”.", "The mayor called the fee wrong."),
    ("The old mill burned down in May.", "In May the mill burned down."),
]


def wording(left: str, right: str, tools: Tools) -> list[str]:
    found = compare_articles(left, right, tools=tools).differences
    return [mark.text for one in found if one.kind == "wording" for mark in one.left]


@pytest.mark.parametrize(("left", "right", "word"), COLORED)
def test_tints_are_marked_beside_a_plainer_telling(left: str, right: str, word: str, tools: Tools) -> None:
    assert wording(left, right, tools) == [word]


@pytest.mark.parametrize(("left", "right"), PLAIN)
def test_tints_pass_over_plain_uses(left: str, right: str, tools: Tools) -> None:
    assert wording(left, right, tools) == []
    assert wording(right, left, tools) == []
