"""What mentions are called."""

from __future__ import annotations

from pathlib import Path

from comparer.analysis.tools import load_tools
from comparer.evaluation.called import Known
from comparer.evaluation.newswcl import Article, Mention, read_newswcl
from tests.evaluation.newswcl import LEFT, document, write_conll


def test_known_finds_what_mentions_are_called(tmp_path: Path) -> None:
    (article,) = read_newswcl(write_conll(tmp_path, document("L", LEFT)))
    mayor, place, lee, shut = Known(article, load_tools()).called
    assert mayor is not None
    assert lee is not None
    assert mayor.keys & lee.keys
    assert place is None or place.referent == "place Orsa"
    assert shut is None


def called(words: str, start: int, end: int) -> str | None:
    """What tokens `start` to `end` are called; articles and adjectives are no part of it."""
    found = Known(Article("0", "L", [words.split()], [Mention("0_X", (start, end))]), load_tools()).called[0]
    return found.last if found else None


def test_known_takes_countries_for_places() -> None:
    assert called("The talks in France failed .", 3, 4) == "france"


def test_known_takes_the_name_on_the_head_where_the_mention_is_longer() -> None:
    words = "The rebels of the long forgotten northern mountain valleys and of the coast attacked ."
    assert called(words, 0, 12) == "rebels"
    assert called(words, 11, 12) is None
