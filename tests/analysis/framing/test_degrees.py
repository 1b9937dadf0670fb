"""How certain: hedges and conditions that only one side has, in whole comparisons."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools

OTHERWISE = [
    ("The balm heals burns in a week.", "The balm probably heals burns in a week."),
    ("Bakers will go on strike on Monday.", "Bakers will go on strike on Monday if the talks fail."),
    ("The cooks will walk out on Friday.", "The cooks will walk out on Friday unless the owner makes an offer."),
    ("The two mills will merge.", "The two mills will merge provided that the watchdog agrees."),
    ("The council sold the villa to a donor.", "The council is said to have sold the villa to a donor."),
    ("The tram will run again in May.", "The tram might run again in May."),
]
ALIKE = [
    ("The boat will probably sink.", "The boat is likely to sink."),
    ("The fair will open on Monday.", "The fair opens on Monday."),
    ("The bank will probably raise rates in May.", "The bank is expected to raise rates in May."),
    ("The thief allegedly acted alone.", "The thief is alleged to have acted alone."),
    ("Even if it rains, the tram will run.", "The tram will run even if it rains."),
    ("The mayor asked if the tram would run.", "The mayor asked about the tram."),
    ("“I will come if it rains,” the mayor said.", "The mayor said that he would come."),
    ("The clerk, once rumoured to be a spy, has died in Tolm.", "The clerk has died in Tolm."),
    ("A man has been charged with arson at the mill in Tolm.", "The fire at the mill in Tolm may have been arson."),
    ("“If the club is not ready to pay, the match should be off,” he said.",
     "If the club “is not ready to pay, the match should be off”, he said."),
    ("Does the clerk support the new bridge in Tolm?", "If the clerk supports the new bridge in Tolm, it will be built."),
]  # fmt: skip


def certain(left: str, right: str, tools: Tools) -> list[str]:
    found = compare_articles(left, right, tools=tools).differences
    return [one.kind for one in found if one.kind == "certainty"]


@pytest.mark.parametrize(("left", "right"), OTHERWISE)
def test_degrees_mark_what_one_side_leaves_open(left: str, right: str, tools: Tools) -> None:
    assert certain(left, right, tools) == ["certainty"]
    assert certain(right, left, tools) == ["certainty"]


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_degrees_pass_over_what_is_as_certain(left: str, right: str, tools: Tools) -> None:
    assert certain(left, right, tools) == []
    assert certain(right, left, tools) == []
