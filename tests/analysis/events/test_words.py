from __future__ import annotations

import pytest

from comparer.analysis.events.words import american
from comparer.analysis.lexicons import Lexicons


@pytest.mark.parametrize(
    ("lemma", "wanted"),
    [
        ("criticise", "criticize"),
        ("analyse", "analyze"),
        ("rumour", "rumor"),
        ("Rise", "rise"),
        ("hour", "hour"),
        ("sue", "sue"),
    ],
)
def test_american_gives_one_spelling(lemma: str, wanted: str) -> None:
    assert american(lemma) == wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("win", "lose", True),
        ("effective", "ineffective", True),
        ("pass", "reject", True),
        ("win", "win", False),
        ("run", "swim", False),
        ("able", "table", False),
    ],
)
def test_are_opposite_is_symmetrical(lexicons: Lexicons, one: str, other: str, *, wanted: bool) -> None:
    predicates = lexicons.predicates
    assert predicates.are_opposite(one, other) is predicates.are_opposite(other, one) is wanted


@pytest.mark.parametrize(
    ("word", "country"),
    [("Beijing", "china"), ("Ukrainians", "ukraine"), ("the Kremlin", "russia"), ("Tellmark", "tellmark")],
)
def test_canonical_finds_the_country_behind_a_word(lexicons: Lexicons, word: str, country: str) -> None:
    assert lexicons.actors.canonical(word) == country
