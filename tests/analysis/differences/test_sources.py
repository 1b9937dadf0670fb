"""Whether two phrases for who says it mean one source."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import read_article
from comparer.analysis.differences.sources import Source, same_source, source_of
from comparer.analysis.passages import Passage
from comparer.analysis.tools import Tools

SAME = [
    ("a spokesman for the brewery", "the brewery's spokesman"),
    ("a spokeswoman for the brewery", "a brewery spokesperson"),
    ("the botanist Nora Vik", "botanist Nora Vik"),
    ("the head of the canal board", "the canal board's chief"),
    ("Fire Chief Otto Lind", "the fire chief"),
    ("the defendant's lawyer", "the lawyer of the defendant"),
    ("Lund Brewery", "a spokeswoman for Lund Brewery"),
    ("researchers at Lund University", "Lund University scientists"),
    ("the keeper of the park, Mina Hart", "park keeper Mina Hart"),
    ("Mina Hart", "Hart"),
]
OTHER = [
    ("the skipper", "the skipper's lawyer"),
    ("the fire chief", "a baker"),
    ("botanist Nora Vik", "botanist Ola Berg"),
    ("the canal board", "the bird society"),
    ("two sailors who asked not to be named", "Harbour Master Otto Lind"),
    ("residents", "the harbour master"),
]


def source(phrase: str, tools: Tools) -> Source:
    reading = read_article(f"It was cold, {phrase} said.", tools=tools)
    said = reading.attributions[0]
    return source_of(Passage(reading, reading.claims), said)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_sources_see_one_source_in_two_phrases(one: str, other: str, tools: Tools) -> None:
    assert same_source(source(one, tools), source(other, tools))
    assert same_source(source(other, tools), source(one, tools))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_sources_tell_others_apart(one: str, other: str, tools: Tools) -> None:
    assert not same_source(source(one, tools), source(other, tools))
    assert not same_source(source(other, tools), source(one, tools))
