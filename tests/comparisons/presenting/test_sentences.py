"""Claims in their sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.analysis.report import Claim
from comparer.comparisons.presenting.sentences import as_sentence, by_sentence
from tests.comparisons.reports import make_reading

READING = make_reading(
    [("body", ["Fog came down, and the ferry stopped, he said.", "Nobody was hurt."])], title=None, outlet=None
)


def claim(words: str, sentence: int) -> Claim:
    start = READING.text.index(words)
    return Claim(start, start + len(words), "c1", sentence, 0)


def cut(*claims: Claim) -> list[list[tuple[str, bool]]]:
    return [
        [(READING.text[one.start : one.end], one.claim is not None) for one in stretches]
        for stretches in by_sentence(READING, claims)
    ]


def test_half_a_sentence_comes_with_the_rest_around_it() -> None:
    assert cut(claim("and the ferry stopped,", 0)) == [
        [("Fog came down, ", False), ("and the ferry stopped,", True), (" he said.", False)]
    ]


def test_claims_of_one_sentence_stand_in_it_together() -> None:
    assert cut(claim("Nobody was hurt.", 1), claim("he said.", 0), claim("Fog came down,", 0)) == [
        [("Fog came down,", True), (" and the ferry stopped, ", False), ("he said.", True)],
        [("Nobody was hurt.", True)],
    ]


def test_overlapping_claims_repeat_no_words() -> None:
    both = cut(claim("Fog came down, and", 0), claim("and the ferry", 0))
    assert "".join(words for words, _ in both[0]) == "Fog came down, and the ferry stopped, he said."


def test_a_claim_of_no_known_sentence_stands_for_itself() -> None:
    assert cut(replace(claim("Nobody", 1), sentence=99)) == [[("Nobody", True)]]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("it is on another topic", "It is on another topic."), ("It is so.", "It is so."), ("", ""), (" why? ", "Why?")],
)
def test_as_sentence_gives_a_capital_and_a_full_stop(words: str, sentence: str) -> None:
    assert as_sentence(words) == sentence
