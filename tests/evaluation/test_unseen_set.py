"""The held-out test set: well formed, and apart from the set that the analysis is developed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.evaluation.gold import GoldPair, read_gold
from comparer.evaluation.minimal import read_minimal
from tests.evaluation import test_gold_set as checks

GOLD = Path(__file__).parent.parent / "gold"
PAIRS = read_minimal(GOLD / "unseen" / "pairs.jsonl")
PLAIN = read_minimal(GOLD / "unseen" / "plain.jsonl")
ARTICLES = read_gold(GOLD / "unseen" / "articles")


def test_unseen_pairs_are_many_and_shared_with_no_seen_ones() -> None:
    known = (*checks.PAIRS, *checks.PLAIN)
    seen = {text for pair in known for text in (pair.left, pair.right)}
    texts = {text for pair in (*PAIRS, *PLAIN) for text in (pair.left, pair.right)}
    assert min(len(PAIRS), len(PLAIN)) >= 300
    assert len(texts) == 2 * (len(PAIRS) + len(PLAIN))
    assert not texts & seen
    assert not {pair.id for pair in (*PAIRS, *PLAIN)} & {pair.id for pair in known}


def test_unseen_pairs_are_consistent_and_many_are_negatives() -> None:
    assert 5 * sum(pair.negative for pair in PAIRS) >= 2 * len(PAIRS)
    assert 3 * sum(pair.negative for pair in PLAIN) >= len(PLAIN)
    for pair in (*PAIRS, *PLAIN):
        assert pair.expect or pair.forbid, pair.id
        assert not set(pair.expect) & set(pair.forbid), pair.id
        assert pair.why.endswith("."), pair.id


@pytest.mark.parametrize("pair", ARTICLES, ids=lambda pair: pair.name)
def test_unseen_article_pair_is_well_formed(pair: GoldPair) -> None:
    assert pair.name not in {other.name for other in checks.ARTICLES}
    checks.test_article_pair_is_of_usual_length_and_dated(pair)
    checks.test_article_marks_are_found_once(pair)
    checks.test_article_conflicts_do_not_share_both_sides(pair)
    checks.test_article_boilerplate_lines_stand_in_the_text(pair)
    checks.test_article_sentences_told_once_have_no_core_link(pair)
    checks.test_article_sentences_cover_what_is_no_boilerplate(pair)
    assert len(pair.links) == len(pair.marks.links)
    assert sum(grade == 2 for grade in pair.links.values()) >= 10
