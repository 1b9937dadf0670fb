"""Claims: where sentences are cut, whose voice each claim is in, and what holds for any text."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.attribution import read_attributions
from comparer.analysis.claims import read_claims
from comparer.analysis.lexicons import load_lexicons
from comparer.analysis.quotes import read_quotes
from comparer.analysis.report import Claim, Sentence
from comparer.analysis.sentences import parse, read_sentences
from tests.analysis.attribution.conftest import article

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
PIECES = st.sampled_from(
    [
        "Police said", "the pier was closed", ",", ".", "and", "after", "she", "left", "“", "”", "which", "\n", ";",
        "—", "while the crew slept", "Orsal", "212", "🚢", "\u200b", "who denied it", "but", "he said", "...", "?",
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Claimed:
    text: str
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]

    def words(self) -> list[str]:
        return [self.text[claim.start : claim.end] for claim in self.claims]


Reader = Callable[..., Claimed]


@pytest.fixture(scope="session")
def claims(nlp: Language) -> Reader:
    cues = load_lexicons().cues

    def reader(text: str, *, heading: bool = False) -> Claimed:
        whole = article(text, {0: "heading"} if heading else None)
        doc = parse(whole, nlp)
        sentences = read_sentences(doc, whole.paragraphs)
        quotes = read_quotes(text, whole.paragraphs)
        found = read_attributions(doc, paragraphs=whole.paragraphs, quotes=quotes, cues=cues)
        read = read_claims(doc, sentences=sentences, paragraphs=whole.paragraphs, attributions=found)
        return Claimed(text, sentences, read)

    return reader


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_claims_of_a_sentence(case: dict[str, Any], claims: Reader) -> None:
    expected = case["claims"].split(" / ")
    read = claims(" ".join(expected), heading=case.get("heading", False))
    assert read.words() == expected
    if "voices" in case:
        assert [claim.voice for claim in read.claims] == case["voices"].split()


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=40))
def test_claims_cover_every_word_once_and_in_order(pieces: list[str], claims: Reader) -> None:
    lines = [" ".join(line.split()) for line in " ".join(pieces).split("\n")]
    read = claims("\n".join(line for line in lines if line) or "x")
    assert all(one.end <= other.start for one, other in pairwise(read.claims))
    assert [claim.id for claim in read.claims] == [f"c{number + 1}" for number in range(len(read.claims))]
    covered = {i for claim in read.claims for i in range(claim.start, claim.end)}
    missed = [i for i, letter in enumerate(read.text) if i not in covered and not letter.isspace()]
    assert missed == []
    assert {claim.sentence for claim in read.claims} == set(range(len(read.sentences)))
    for claim in read.claims:
        sentence = read.sentences[claim.sentence]
        assert sentence.start <= claim.start < claim.end <= sentence.end
        assert claim.paragraph == sentence.paragraph


def test_claim_points_to_its_attribution(claims: Reader) -> None:
    read = claims("Police said the pier was closed. The ferry sank. The owner denied any fault.")
    assert [claim.attribution for claim in read.claims] == [0, None, 1]


def test_claims_of_an_article_without_sentences_are_none(nlp: Language) -> None:
    assert read_claims(nlp(""), sentences=(), paragraphs=(), attributions=()) == ()
