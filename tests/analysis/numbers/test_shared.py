from __future__ import annotations

import pytest
from spacy.language import Language

from comparer.analysis.lexicons import load_number_words
from comparer.analysis.numbers.read import read_quantities
from comparer.analysis.numbers.shared import shared_quantities

WORDS = load_number_words()


def shared(nlp: Language, left: str, right: str) -> list[tuple[str, float]]:
    ours, theirs = (read_quantities(nlp(text), times=(), words=WORDS) for text in (left, right))
    return [(each.slot, each.weight) for each in shared_quantities(ours, theirs, words=WORDS)]


def test_shared_quantities_weighs_odd_numbers_more(nlp: Language) -> None:
    assert shared(nlp, "The union counts 155 bakers.", "A list names 155 bakers.") == [("number of people", 1.0)]
    assert shared(nlp, "Two bakers left.", "The mayor met two bakers.") == [("number of people", 0.3)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Two bakers left.", "The mayor met three bakers."),
        ("The flood killed 155 people.", "The flood destroyed 155 houses."),
        ("It cost 155 dollars.", "It cost 155 euros."),
        ("A man was killed.", "A man was killed."),
    ],
)
def test_shared_quantities_none(nlp: Language, left: str, right: str) -> None:
    assert shared(nlp, left, right) == []
