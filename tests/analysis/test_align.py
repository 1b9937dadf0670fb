"""Pairs: two tiers, many to many, slots counted in where words fail."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.align import align, find_links
from comparer.analysis.evidence import Evidence, eras, gather_evidence
from comparer.analysis.lexicons import load_lexicons
from comparer.analysis.report import Quote, Reading, Time
from tests.analysis.readings import reading_of

SHAPE = (2, 2)


def evidence(**cells: list[list[float]]) -> Evidence:
    fields = ("meaning", "words", "claim_words", "shared", "quotations", "events", "numbers", "elsewhen", "apart")
    return Evidence(*(np.array(cells.get(field, np.zeros(SHAPE)), dtype=np.float32) for field in fields))


def links(found: Evidence) -> list[tuple[int, int, str]]:
    everywhere = np.ones(SHAPE, dtype=np.float32)
    return [(link.left, link.right, link.tier) for link in find_links(found, everywhere)]


def test_links_are_many_to_many() -> None:
    found = evidence(meaning=[[0.6, 0.5], [0.1, 0.0]], words=[[0.3, 0.3], [0.0, 0.0]], shared=[[4, 4], [0, 0]])
    assert links(found) == [(0, 0, "match"), (0, 1, "match")]


def test_links_of_the_second_tier_are_the_best_of_their_row_or_column() -> None:
    found = evidence(meaning=[[0.42, 0.44], [0.1, 0.1]], words=[[0.05, 0.05], [0, 0]], shared=[[3, 3], [0, 0]])
    assert links(found) == [(0, 0, "possible"), (0, 1, "possible")]
    found = evidence(meaning=[[0.4, 0.44], [0.1, 0.5]], words=[[0.05, 0.05], [0, 0.4]], shared=[[3, 3], [0, 3]])
    assert (0, 1, "possible") in links(found)
    assert (1, 0, "possible") not in links(found)


def test_links_are_made_by_numbers_where_words_fail() -> None:
    """Two sentences may give different numbers for one thing in quite different words."""
    unlike = evidence(meaning=[[0.2, 0], [0, 0]])
    assert links(unlike) == []
    same_count = evidence(meaning=[[0.2, 0], [0, 0]], numbers=[[0.5, 0], [0, 0]])
    assert links(same_count) == [(0, 0, "possible")]


def test_one_shared_word_makes_no_match() -> None:
    cells: dict[str, list[list[float]]] = {"meaning": [[0.27, 0], [0, 0]], "words": [[0.3, 0], [0, 0]]}
    assert links(evidence(**cells, shared=[[3, 0], [0, 0]])) == [(0, 0, "match")]
    assert links(evidence(**cells, shared=[[1, 0], [0, 0]])) == [(0, 0, "possible")]


def test_a_shared_quotation_is_enough() -> None:
    found = evidence(quotations=[[0.5, 0], [0, 0]])
    assert links(found) == [(0, 0, "match")]


def test_other_years_count_against_a_pair() -> None:
    cells: dict[str, list[list[float]]] = {
        "meaning": [[0.36, 0], [0, 0]],
        "words": [[0.2, 0], [0, 0]],
        "shared": [[3, 0], [0, 0]],
    }
    assert links(evidence(**cells))[0][2] == "match"
    assert links(evidence(**cells, elsewhen=[[1, 0], [0, 0]]))[0][2] == "possible"


def test_a_headline_and_a_last_line_match_only_if_they_are_closer() -> None:
    cells: dict[str, list[list[float]]] = {
        "meaning": [[0.4, 0], [0, 0]],
        "words": [[0.2, 0], [0, 0]],
        "shared": [[3, 0], [0, 0]],
    }
    assert links(evidence(**cells))[0][2] == "match"
    assert links(evidence(**cells, apart=[[0.8, 0], [0, 0]]))[0][2] == "possible"


def test_only_what_claims_something_is_linked() -> None:
    found = evidence(meaning=[[0.9, 0], [0, 0]], words=[[0.9, 0], [0, 0]], shared=[[9, 0], [0, 0]])
    assert list(find_links(found, np.zeros(SHAPE, dtype=np.float32))) == []


def test_a_long_quotation_makes_no_pair_of_its_different_sentences() -> None:
    quoted = ('"The water came at night, and it came fast.', 'I carried my brother to the roof."')
    sides = [reading_with_quote(*quoted), reading_with_quote(*quoted)]
    found = gather_evidence(*sides, lexicons=load_lexicons()).quotations
    assert found[0, 0] == found[1, 1] == 1
    assert found[0, 1] == found[1, 0] == 0


@given(st.integers(0, 4), st.integers(0, 4))
def test_align_takes_readings_of_any_size(left: int, right: int) -> None:
    sides = [reading_of(*["The old dam gave way at night."] * number) for number in (left, right)]
    alignment = align(*sides, lexicons=load_lexicons())
    assert alignment.closeness.shape == (left, right)
    assert bool(alignment.pairs) == bool(left and right)
    for pair in alignment.pairs:
        assert 0 <= pair.score <= 1


def test_eras_go_on_until_the_news_returns() -> None:
    text = ["The dam broke.", "In 1987 another dam broke.", "Forty people died.", "The mayor spoke."]
    reading = reading_of(*text, title=False)
    start = reading.text.index("1987")
    time = Time(start, start + 4, "1987-01-01", "1987-12-31", "year")
    dated = replace(reading, published="2025-10-16", times=(time,))
    assert eras(dated) == [frozenset({"2025"}), frozenset({"1987"}), frozenset({"1987"}), frozenset({"2025"})]


def reading_with_quote(*sentences: str) -> Reading:
    """A quotation over all sentences."""
    reading = reading_of(*sentences, title=False)
    return replace(reading, quotes=(Quote(0, len(reading.text)),))


def test_a_long_sentence_matches_by_the_claim_that_it_shares() -> None:
    cells: dict[str, list[list[float]]] = {"meaning": [[0.3, 0], [0, 0]], "words": [[0.1, 0], [0, 0]]}
    cells["shared"] = [[3, 0], [0, 0]]
    assert links(evidence(**cells)) == []
    assert links(evidence(**cells, claim_words=[[0.9, 0], [0, 0]])) == [(0, 0, "match")]


YEARS = [
    ("In 1987 the dam broke.", {"1987"}),
    ("The 1987 flood is not forgotten.", {"1987", "2025"}),
    ("The flood of 1987 is not forgotten.", {"1987", "2025"}),
]


@pytest.mark.parametrize(("text", "years"), YEARS)
def test_a_year_that_only_says_which_thing_is_meant_is_no_era(text: str, years: set[str]) -> None:
    reading = reading_of(text, title=False)
    start = reading.text.index("1987")
    time = Time(start, start + 4, "1987-01-01", "1987-12-31", "year")
    assert eras(replace(reading, published="2025-10-16", times=(time,))) == [years]


def test_two_bare_sentences_must_be_closer_than_two_of_articles() -> None:
    """Nothing tells which words every sentence of the two articles would share."""
    cells = {"meaning": 0.3, "words": 0.23, "shared": 3.0}
    for size, tier in ((2, "possible"), (8, "match")):
        table = {name: np.zeros((size, size), dtype=np.float32) for name in Evidence.__annotations__}
        for name, value in cells.items():
            table[name][0, 0] = value
        found = find_links(Evidence(**table), np.ones((size, size), dtype=np.float32))
        assert [(link.left, link.right, link.tier) for link in found] == [(0, 0, tier)]
