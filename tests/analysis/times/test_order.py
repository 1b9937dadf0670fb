"""Before and after one event."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import read_article
from comparer.analysis.report import Token
from comparer.analysis.times.order import opposite_order
from comparer.analysis.tools import Tools

APART = [
    ("She sold the boat before the inquiry was announced.", "She sold the boat after the inquiry had been announced."),
    ("Brack resigned hours before the report was published.", "Brack left the day after the report was published."),
    ("The gates were shut ahead of the concert.", "The gates were shut after the concert."),
]
TOGETHER = [
    ("She sold the boat before the inquiry.", "She sold the boat before the inquiry was announced."),
    ("She sold the boat before the inquiry.", "She sold the boat after the storm."),
    ("She did not sell the boat before the inquiry.", "She sold the boat after the inquiry."),
    ("She left after lunch and before the vote.", "She left before lunch and after the vote."),
    ("She sold the boat before the inquiry.", "She sold the boat."),
    ("", ""),
]


def tokens(tools: Tools, text: str) -> tuple[Token, ...]:
    index = read_article(text, tools=tools).index
    return index.tokens if index else ()


@pytest.mark.parametrize(("left", "right"), APART)
def test_opposite_order_is_found_either_way_round(tools: Tools, left: str, right: str) -> None:
    found = opposite_order(tokens(tools, left), tokens(tools, right))
    assert found is not None
    assert {placed.order for placed in found} == {"before", "after"}
    assert opposite_order(tokens(tools, right), tokens(tools, left)) is not None


@pytest.mark.parametrize(("left", "right"), TOGETHER)
def test_order_that_may_agree_is_left_alone(tools: Tools, left: str, right: str) -> None:
    assert opposite_order(tokens(tools, left) if left else (), tokens(tools, right) if right else ()) is None
