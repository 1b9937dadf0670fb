"""The test set itself: complete, well formed, and every passage where its mark says."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from comparer.analysis.report import Kind, Verdict
from comparer.evaluation.gold import Contrast, GoldPair, read_gold, sentence_at, split
from comparer.evaluation.minimal import read_minimal

FOLDER = Path(__file__).parent.parent / "gold"
PAIRS = read_minimal(FOLDER / "pairs.jsonl")
PLAIN = read_minimal(FOLDER / "plain.jsonl")
ARTICLES = read_gold(FOLDER / "articles")
article_pairs = pytest.mark.parametrize("pair", ARTICLES, ids=lambda pair: pair.name)


def test_minimal_pairs_are_many_and_each_their_own() -> None:
    assert len(PAIRS) >= 300
    assert len({pair.id for pair in PAIRS}) == len(PAIRS)
    assert len({frozenset((pair.left, pair.right)) for pair in PAIRS}) == len(PAIRS)
    assert len({text for pair in PAIRS for text in (pair.left, pair.right)}) == 2 * len(PAIRS)


def test_minimal_pairs_probe_every_kind_and_wish_for_every_verdict() -> None:
    assert Counter(pair.kind for pair in PAIRS).keys() == set(get_args(Kind))
    assert {verdict for pair in PAIRS for _, verdict in pair.expect} == set(get_args(Verdict))
    assert {kind for pair in PAIRS for kind, _ in pair.expect} == set(get_args(Kind))


def test_minimal_pairs_have_a_third_of_negatives() -> None:
    assert sum(pair.negative for pair in PAIRS) * 3 >= len(PAIRS)


def test_plain_pairs_are_short_and_each_their_own() -> None:
    assert len(PLAIN) >= 300
    assert len({frozenset((pair.left, pair.right)) for pair in (*PAIRS, *PLAIN)}) == len(PAIRS) + len(PLAIN)
    assert not {pair.id for pair in PAIRS} & {pair.id for pair in PLAIN}
    assert max(len(text.split()) for pair in PLAIN for text in (pair.left, pair.right)) <= 25
    assert sum(pair.negative for pair in PLAIN) * 3 >= len(PLAIN)


def test_minimal_pairs_are_consistent() -> None:
    for pair in (*PAIRS, *PLAIN):
        assert pair.expect or pair.forbid, pair.id
        assert not set(pair.expect) & set(pair.forbid), pair.id
        assert pair.beat, pair.id
        assert pair.why.endswith("."), pair.id


def test_article_pairs_are_enough_and_on_all_beats() -> None:
    beats = {pair.name.partition("_")[2] for pair in ARTICLES}
    assert len(ARTICLES) >= 12
    assert beats >= {"disaster", "court", "election", "economy", "sport", "health", "protest", "war"}


@article_pairs
def test_article_pair_is_of_usual_length_and_dated(pair: GoldPair) -> None:
    for text, side in zip(pair.texts, (pair.marks.left, pair.marks.right), strict=True):
        assert 350 <= len(text.split()) <= 600
        assert date.fromisoformat(side.published or "").year == 2029
        assert side.style


@article_pairs
def test_article_marks_are_found_once(pair: GoldPair) -> None:
    marks = pair.marks
    contrasts = (*marks.conflicts, *marks.compatible, *marks.open, *marks.naming, *marks.attribution)
    for contrast in contrasts:
        assert _counts(pair, contrast) == {1}, contrast


@article_pairs
def test_article_conflicts_do_not_share_both_sides(pair: GoldPair) -> None:
    keys = [(contrast.left, contrast.right) for contrast in pair.marks.conflicts]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & {(other.left, other.right) for other in (*pair.marks.compatible, *pair.marks.open)}


@article_pairs
def test_article_boilerplate_lines_stand_in_the_text(pair: GoldPair) -> None:
    for text, side in zip(pair.texts, (pair.marks.left, pair.marks.right), strict=True):
        assert side.boilerplate
        assert {line.strip() for line in text.splitlines()} >= set(side.boilerplate)


@article_pairs
def test_article_links_are_each_their_own(pair: GoldPair) -> None:
    assert len(pair.links) == len(pair.marks.links)
    assert sum(grade == 2 for grade in pair.links.values()) >= 10


@article_pairs
def test_article_sentences_told_once_have_no_core_link(pair: GoldPair) -> None:
    for side, firsts in enumerate((pair.marks.only_left, pair.marks.only_right)):
        for first in firsts:
            position = sentence_at(pair.texts[side], pair.sentences[side], first)
            assert not [link for link, grade in pair.links.items() if link[side] == position and grade == 2]


@article_pairs
def test_article_sentences_cover_what_is_no_boilerplate(pair: GoldPair) -> None:
    for text, side in zip(pair.texts, (pair.marks.left, pair.marks.right), strict=True):
        kept = [line for line in text.splitlines() if line.strip() and line.strip() not in side.boilerplate]
        assert "".join(text[start:end] for start, end in split(text, side.boilerplate)) == "".join(kept)


def _counts(pair: GoldPair, contrast: Contrast) -> set[int]:
    sides = zip(pair.texts, (contrast.left, contrast.right), strict=True)
    return {text.count(passage) for text, passages in sides for passage in passages}
