"""Two short texts that name others throughout tell of two events, whatever words lie between the names."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import read_article
from comparer.analysis.others import are_alone, tell_of_others
from comparer.analysis.tools import Tools

OTHERS = [
    ("Ana Brandt was elected mayor of Bergen.", "Luis Carrasco was elected mayor of Cadiz."),
    ("Shares in Tellmark rose in Oslo.", "Shares in Ovalcorp fell in Lisbon."),
    (
        "A court in Lille acquitted the chemist Jean Morel of poisoning.",
        "A court in Lille fined the driver Luc Aubry for speeding.",
    ),
]
ONE_EVENT = [
    ("Ana Brandt was elected mayor of Bergen.", "Bergen elected Luis Carrasco as its mayor."),
    ("The treaty was signed in Kyiv by Olena Marko.", "Olena Marko signed the treaty in Kiev."),
    ("General Yuri Andreyev left Beijing.", "Gen. Yury Andreev left China."),
    ("The lighthouse at Hexby in Yorkshire burned down.", "The lighthouse burned down in June."),
    ("The orchestra was led by Petra Sund.", "Ilya Brom led the orchestra."),
    ("The ferry reached Bergen on Monday in March.", "The ferry reached the port on Tuesday in May."),
]


@pytest.mark.parametrize(("left", "right"), OTHERS)
def test_two_events_of_one_sort_are_told_of_others(tools: Tools, left: str, right: str) -> None:
    assert _of_others(tools, left, right)
    assert _of_others(tools, right, left)


@pytest.mark.parametrize(("left", "right"), ONE_EVENT)
def test_one_event_keeps_a_name_or_its_words(tools: Tools, left: str, right: str) -> None:
    assert not _of_others(tools, left, right)
    assert not _of_others(tools, right, left)


def test_texts_of_many_sentences_are_articles(tools: Tools) -> None:
    short, long = (read_article("It rained. " * times, tools=tools) for times in (2, 9))
    assert are_alone(short, short)
    assert not are_alone(short, long)


def _of_others(tools: Tools, left: str, right: str) -> bool:
    ours, theirs = (read_article(text, tools=tools) for text in (left, right))
    words = tools.lexicons
    return tell_of_others(ours, theirs, predicates=words.predicates, actors=words.actors)
