"""Evidence that two claims tell the same thing, for all claims of two readings at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comparer.analysis.differences.quotations import likeness, words_of
from comparer.analysis.index import vectors
from comparer.analysis.passages import Passage
from comparer.analysis.report import Reading, Token
from comparer.analysis.similarity import Matrix, centred_cosine, cosine, word_cosine, unit_rows

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Verbs of saying are about the telling, not about what is told.
_EMPTY = frozenset({"say", "tell", "be", "have", "do", "make", "take", "go", "get"})
# Below this many passages their mean is no longer what they share but what they say.
_FEWEST_TO_CENTRE = 12


@dataclass(frozen=True)
class Evidence:
    """Matrices of shape (claims left, claims right), each from 0 (nothing) to about 1 (the same)."""

    meaning: Matrix
    words: Matrix
    quotations: Matrix


def gather_evidence(left: Reading, right: Reading) -> Evidence:
    """Compare every claim of `left` with every claim of `right`. Both readings must hold at least one claim."""
    ours, theirs = _passages(left), _passages(right)
    return Evidence(
        meaning=_meaning(left, right),
        words=word_cosine([content_words(p.tokens) for p in ours], [content_words(p.tokens) for p in theirs]),
        quotations=_quotations(ours, theirs),
    )


def _passages(reading: Reading) -> list[Passage]:
    return [Passage(reading, (claim,)) for claim in reading.claims]


def content_words(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the lemmas that carry meaning."""
    return frozenset(token.lemma for token in tokens if token.pos in _CONTENT and token.lemma not in _EMPTY)


def _meaning(left: Reading, right: Reading) -> Matrix:
    """Mean of plain and centred cosine; of the claims, and of the sentences they stand in, the larger."""
    claims_left, sentences_left = vectors(left)
    claims_right, sentences_right = vectors(right)
    rows = [claim.sentence for claim in left.claims]
    columns = [claim.sentence for claim in right.claims]
    by_claim = _balanced(claims_left, claims_right)
    by_sentence = _balanced(sentences_left, sentences_right)[np.ix_(rows, columns)]
    return np.asarray((by_claim + by_sentence) / 2, dtype=np.float32)


def _balanced(left: Matrix, right: Matrix) -> Matrix:
    left, right = unit_rows(left), unit_rows(right)
    plain = cosine(left, right)
    if len(left) + len(right) < _FEWEST_TO_CENTRE:
        return plain
    return np.asarray((plain + centred_cosine(left, right)) / 2, dtype=np.float32)


def _quotations(left: Sequence[Passage], right: Sequence[Passage]) -> Matrix:
    found = np.zeros((len(left), len(right)), dtype=np.float32)
    quoting_left = [(row, [words_of(p, quote) for quote in p.quotes]) for row, p in enumerate(left) if p.quotes]
    quoting_right = [(column, [words_of(p, quote) for quote in p.quotes]) for column, p in enumerate(right) if p.quotes]
    for row, ours in quoting_left:
        for column, theirs in quoting_right:
            found[row, column] = max(likeness(a, b) for a in ours for b in theirs)
    return found
