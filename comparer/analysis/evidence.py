"""Evidence that two sentences tell the same thing, for all sentences of two readings at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from comparer.analysis.differences.quotations import likeness, words_in
from comparer.analysis.events.match import Matchable, best_matches, matchable
from comparer.analysis.index import vectors
from comparer.analysis.lexicons import Lexicons
from comparer.analysis.numbers.sameness import fit
from comparer.analysis.passages import Passage
from comparer.analysis.report import Quantity, Reading, Time, Token
from comparer.analysis.similarity import Matrix, among_best, centred_cosine, cosine, unit_rows, word_cosine

S = TypeVar("S")
T = TypeVar("T")

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Verbs of saying are about the telling, not about what is told.
_EMPTY = frozenset({"say", "tell", "be", "have", "do", "make", "take", "go", "get"})
# Below this many passages their mean is no longer what they share but what they say.
FEWEST_TO_CENTRE = 12
_CONTEXT = 0.4
_WORTH_A_LOOK = 0.25
_CANDIDATES = 20
# More sentences than a long article has: what lies beyond is a table or a refrain.
_NUMBERED = 60
# In a shorter text the place of a sentence says little.
_SENTENCES_OF_AN_ARTICLE = 12
_WORD_BEFORE = 20
_WHEN = frozenset({"in", "since", "by", "until", "during", "from", "before", "after", "and"})


@dataclass(frozen=True)
class Evidence:
    """Matrices of shape (sentences left, sentences right)."""

    meaning: Matrix
    """Cosine of sentence vectors, mean of plain and centred, each sentence with a little of the one before it."""
    words: Matrix
    """TF-IDF cosine of content words, 0 to 1."""
    claim_words: Matrix
    """The same for the closest two claims in them."""
    shared: Matrix
    """How many content words both have."""
    quotations: Matrix
    """Likeness of the closest two quotations, 0 to 1."""
    events: Matrix
    """How many events both tell."""
    numbers: Matrix
    """How well their two best fitting numbers measure the same thing, 0 to 1, whatever their values."""
    elsewhen: Matrix
    """1 where both name years and none is shared: background, not the same event."""
    apart: Matrix
    """How far from each other both stand in their articles, squared: 0 at the same place, near 1 for first and last."""


def gather_evidence(left: Reading, right: Reading, *, lexicons: Lexicons) -> Evidence:
    """Compare every sentence of `left` with every sentence of `right`. Both must hold at least one."""
    ours, theirs = sentence_passages(left), sentence_passages(right)
    words = [content_words(p.tokens) for p in ours], [content_words(p.tokens) for p in theirs]
    meaning, rare = balanced_cosine(_in_context(left), _in_context(right)), word_cosine(*words)
    # Matching events is the dearest step, and no event lifts what is this far apart over a threshold.
    near = (meaning + rare >= _WORTH_A_LOOK) & among_best(meaning + rare, _CANDIDATES)
    return Evidence(
        meaning=meaning,
        words=rare,
        claim_words=_of_closest_claims(left, right),
        shared=_table(*words, lambda held: held, lambda a, b: float(len(a & b))),
        quotations=_table(ours, theirs, _quoted, _closest),
        events=_table(
            ours,
            theirs,
            lambda p: matchable(p.events, lexicons.predicates),
            lambda a, b: _shared_events(a, b, lexicons),
            where=near,
        ),
        numbers=_table(
            ours,
            theirs,
            lambda p: p.quantities,
            lambda a, b: _fitting_numbers(a, b, lexicons),
            where=among_best(meaning + rare, _NUMBERED),
        ),
        elsewhen=_table(eras(left), eras(right), lambda years: years, lambda a, b: float(not a & b)),
        apart=_apart(len(ours), len(theirs)),
    )


def _of_closest_claims(left: Reading, right: Reading) -> Matrix:
    """Word cosines of claims, the highest of each two sentences: a long sentence may share only one of its claims."""
    words = [[content_words(Passage(side, (claim,)).tokens) for claim in side.claims] for side in (left, right)]
    found = word_cosine(*words)
    table = np.zeros((len(left.sentences), len(right.sentences)), dtype=np.float32)
    rows, columns = ([claim.sentence for claim in side.claims] for side in (left, right))
    np.maximum.at(table, np.ix_(rows, columns), found)
    return table


def _apart(rows: int, columns: int) -> Matrix:
    """News tells the same things in much the same order, the weightiest first."""
    down, across = np.arange(rows) / rows, np.arange(columns) / columns
    weight = min(1, rows / _SENTENCES_OF_AN_ARTICLE, columns / _SENTENCES_OF_AN_ARTICLE)
    return np.asarray(weight * np.subtract.outer(down, across) ** 2, dtype=np.float32)


def sentence_passages(reading: Reading) -> list[Passage]:
    """Return one passage for each sentence, made of its claims."""
    claims: list[list[int]] = [[] for _ in reading.sentences]
    for position, claim in enumerate(reading.claims):
        claims[claim.sentence].append(position)
    return [Passage(reading, tuple(reading.claims[position] for position in held)) for held in claims]


def content_words(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the lemmas that carry meaning."""
    return frozenset(token.lemma for token in tokens if token.pos in _CONTENT and token.lemma not in _EMPTY)


def balanced_cosine(left: Matrix, right: Matrix) -> Matrix:
    """Mean of plain and centred cosine; plain alone where there is too little to centre on."""
    left, right = unit_rows(left), unit_rows(right)
    plain = cosine(left, right)
    if len(left) + len(right) < FEWEST_TO_CENTRE:
        return plain
    return np.asarray((plain + centred_cosine(left, right)) / 2, dtype=np.float32)


def _in_context(reading: Reading) -> Matrix:
    """Sentence vectors with a share of the sentence before: "A second one names forty" leans on what it follows."""
    alone = unit_rows(vectors(reading)[1])
    mixed = alone.copy()
    for number, (before, sentence) in enumerate(pairwise(reading.sentences), start=1):
        if before.paragraph == sentence.paragraph:
            mixed[number] += _CONTEXT * alone[number - 1]
    return unit_rows(mixed)


def _table(
    left: Sequence[S],
    right: Sequence[S],
    take: Callable[[S], T],
    compare: Callable[[T, T], float],
    *,
    where: NDArray[np.bool_] | None = None,
) -> Matrix:
    """Fill a matrix with `compare` where both sides have something to `take` (and `where` is true)."""
    table = np.zeros((len(left), len(right)), dtype=np.float32)
    columns = [(column, taken) for column, taken in enumerate(map(take, right)) if taken]
    for row, ours in enumerate(map(take, left)):
        if ours:
            asked = None if where is None else where[row].tolist()
            for column, theirs in columns:
                if asked is None or asked[column]:
                    table[row, column] = compare(ours, theirs)
    return table


def _quoted(passage: Passage) -> list[list[str]]:
    """Of a quotation that runs over several sentences, only what stands in this one."""
    clipped = ((max(quote.start, passage.start), min(quote.end, passage.end)) for quote in passage.quotes)
    return [words_in(passage.reading.text[start:end]) for start, end in clipped]


def _closest(ours: list[list[str]], theirs: list[list[str]]) -> float:
    return max(likeness(one, other) for one in ours for other in theirs)


def _shared_events(ours: Sequence[Matchable], theirs: Sequence[Matchable], lexicons: Lexicons) -> float:
    return float(sum(1 for _ in best_matches(ours, theirs, lexicons.predicates, lexicons.actors)))


def _fitting_numbers(ours: Sequence[Quantity], theirs: Sequence[Quantity], lexicons: Lexicons) -> float:
    fits = (fit(one, other, lexicons.numbers) for one in ours for other in theirs)
    return max((found.score for found in fits if found and not found.equal_only), default=0.0)


def eras(reading: Reading) -> list[frozenset[str]]:
    """Return, for each sentence, the years that it tells of; none where that is not known.

    A sentence that names no time goes on in the year of the one before it, if
    that is not the year of publication; else it is news, of the year of
    publication. So is one that names a year only to say which thing it means:
    "the flood of 1987".
    """
    now = frozenset({reading.published[:4]}) if reading.published else frozenset[str]()
    found: list[frozenset[str]] = []
    for passage in sentence_passages(reading):
        told = [time for time in passage.times if not time.of_saying]
        own = _years(time for time in told if not _names_a_thing(passage, time))
        goes_on = (
            bool(found) and not passage.times and found[-1] != now and not (found[-2:-1] and found[-2] == found[-1])
        )
        found.append(own or (found[-1] if goes_on else now | _years(told) if now else now))
    return found


def _years(times: Iterable[Time]) -> frozenset[str]:
    return frozenset(day[:4] for time in times for day in (time.earliest, time.latest) if day)


def _names_a_thing(passage: Passage, time: Time) -> bool:
    """Tell "the 1987 flood" and "the flood of 1987" from "in 1987"."""
    if time.precision != "year":
        return False
    text = passage.reading.text
    before = text[max(0, time.start - _WORD_BEFORE) : time.start].lower().split()[-1:]
    behind = next((token for token in passage.tokens if token.start >= time.end), None)
    noun_behind = behind is not None and behind.pos == "NOUN" and not text[time.end : behind.start].strip(" ")
    return before == ["of"] or (noun_behind and _WHEN.isdisjoint(before))
