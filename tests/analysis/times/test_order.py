"""Before and after one event."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import read_article
from comparer.analysis.report import Token
from comparer.analysis.times.order import placed_apart
from comparer.analysis.tools import Tools

APART = [
    ("She sold the boat before the inquiry was announced.", "She sold the boat after the inquiry had been announced."),
    ("Brack resigned hours before the report was published.", "Brack left the day after the report was published."),
    ("The gates were shut ahead of the concert.", "The gates were shut after the concert."),
    ("The gates were shut during the concert.", "The gates were shut after the concert."),
    ("The gates were shut the day before the jubilee.", "The gates were shut on the jubilee of the queen."),
    ("She sang the day before the anniversary of the riot.", "She sang on the fifth anniversary of the riot."),
    ("She sang on the eve of the wedding.", "She sang on the wedding day."),
    ("She sang the night before the wedding.", "She sang on the evening of the wedding."),
    ("She sang a week before the wedding.", "She sang on the day of the wedding."),
    ("She left the town the day the troops came.", "She left the town three days before the troops came."),
    ("She left two weeks after the flood.", "She left hours after the flood."),
    ("She left three months after the flood.", "She left six weeks after the flood."),
    ("She won on the first day of the games.", "She won on the last day of the games."),
    ("She won on the second day of the games.", "She won on the third day of the games."),
]
TOGETHER = [
    ("She sold the boat before the inquiry.", "She sold the boat before the inquiry was announced."),
    ("She sold the boat before the inquiry.", "She sold the boat after the storm."),
    ("She did not sell the boat before the inquiry.", "She sold the boat after the inquiry."),
    ("She left after lunch and before the vote.", "She left before lunch and after the vote."),
    ("She sold the boat before the inquiry.", "She sold the boat."),
    ("She sang on the eve of the wedding.", "She sang two days before the wedding."),
    ("She sang on the evening of the wedding.", "She sang hours after the wedding."),
    ("She sang the night after the wedding.", "She sang on the day of the wedding."),
    ("She sang on the day of the wedding.", "She sang before the wedding."),
    ("She left a week after the flood.", "She left nine days after the flood."),
    ("She left days after the flood.", "She left the day after the flood."),
    ("She left the week after the flood.", "She left three days after the flood."),
    ("She left less than two weeks after the flood.", "She left four days after the flood."),
    ("She left on the anniversary of the flood.", "She left a year after the flood."),
    ("She won on the last day of the games.", "She won on the third day of the games."),
    ("", ""),
]


def tokens(tools: Tools, text: str) -> tuple[Token, ...]:
    index = read_article(text, tools=tools).index
    return index.tokens if index else ()


@pytest.mark.parametrize(("left", "right"), APART)
def test_what_cannot_be_both_is_found_either_way_round(tools: Tools, left: str, right: str) -> None:
    found = placed_apart(tokens(tools, left), tokens(tools, right))
    assert found is not None
    assert placed_apart(tokens(tools, right), tokens(tools, left)) is not None


@pytest.mark.parametrize(("left", "right"), TOGETHER)
def test_order_that_may_agree_is_left_alone(tools: Tools, left: str, right: str) -> None:
    assert placed_apart(tokens(tools, left) if left else (), tokens(tools, right) if right else ()) is None
