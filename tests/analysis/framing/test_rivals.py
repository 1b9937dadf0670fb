"""Rival names for one thing in whole comparisons."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools

RIVALS = [
    ("The city will bring in a levy on plastic cups.", "The city will bring in a tax on plastic cups.", "levy", "tax"),
    ("The country built a fence along the Sarn.", "The country built a wall along the Sarn.", "fence", "wall"),
    ("The pension reform was passed at night.", "The pension cuts were passed at night.", "reform", "cuts"),
    ("Magnate Ulf Dorn bought the mill.", "Businessman Ulf Dorn bought the mill.", "Magnate", "Businessman"),
    ("The scan showed that the foetus was ill.", "The scan showed that the unborn child was ill.", "foetus",
     "unborn child"),
    ("Parliament voted for a bailout of the banks.", "Parliament voted for a rescue package for the banks.", "bailout",
     "rescue package"),
    ("The whistleblower gave 20 files to the paper.", "The leaker gave 20 files to the paper.", "whistleblower",
     "leaker"),
    ("The new parking charge will cost 6 crowns.", "The new parking tax will cost 6 crowns.", "charge", "tax"),
    ("The so-called rescue plan was signed in Orm.", "The rescue plan was signed in Orm.", "rescue plan", "plan"),
]  # fmt: skip
NONE = [
    ("Two policemen were hurt in Orm.", "In Orm, two officers were hurt."),
    ("The firm has 200 cooks.", "200 cooks work for the company."),
    ("The tax pays for schools, the levy for roads.", "The levy pays for roads, the tax for schools."),
    ("The wall of the barn fell on a cow.", "The fence was painted, and a cow was milked in the barn."),
    ("“It is a tax on cups,” the mayor said.", "The mayor said it was a tax on cups."),
]


def named(left: str, right: str, tools: Tools) -> list[tuple[str, ...]]:
    found = compare_articles(left, right, tools=tools).differences
    return [
        tuple(mark.text for mark in (*one.left, *one.right))
        for one in found
        if (one.kind, one.verdict) == ("naming", "differs")
    ]


@pytest.mark.parametrize(("left", "right", "mine", "theirs"), RIVALS)
def test_rivals_are_marked_in_the_same_place(left: str, right: str, mine: str, theirs: str, tools: Tools) -> None:
    assert named(left, right, tools) == [(mine, theirs)]


@pytest.mark.parametrize(("left", "right"), NONE)
def test_rivals_pass_over_synonyms_and_other_things(left: str, right: str, tools: Tools) -> None:
    assert named(left, right, tools) == []
