"""What only one side tells: the nearest passage of the other side, and which of it matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.prominence import where
from comparer.analysis.differences.weight import weigh
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Claim, ClaimPair, Nearest, Reading, Verdict
from comparer.analysis.similarity import Matrix

_FAINT = 0.25
# Told by one side alone, though loosely paired: the other passage is told better elsewhere.
_LOOSE, _CLOSER = 0.55, 0.3
# Of the sentences that one side tells alone so many at most are marked, and only what weighs enough.
_FEWEST, _SHARE, _WEIGHTY = 3, 0.5, 3.0
_SHORT_TEXT = 6


def nearest_claims(claims: Sequence[str], mine: Reading, other: Reading, scores: Matrix) -> tuple[Nearest, ...]:
    """For each of `claims` (told by `mine` alone) return the closest claim of `other`.

    `scores` has one row for each claim of `mine` and one column for each of `other`.
    """
    if not other.claims:
        return ()
    rows = {claim.id: row for row, claim in enumerate(mine.claims)}
    found = []
    for claim_id in claims:
        column = int(np.argmax(scores[rows[claim_id]]))
        score = round(float(scores[rows[claim_id], column]), 4)
        why = (
            "It shares little with any passage there."
            if score < _FAINT
            else "It is on the same topic but tells something else."
        )
        found.append(Nearest(claim_id, other.claims[column].id, score, why))
    return tuple(found)


def important_omissions(
    reading: Reading, other: Reading, pairs: Sequence[ClaimPair], *, verdict: Verdict
) -> Iterator[Finding]:
    """Yield a finding for each sentence of `reading` that a reader of `other` would miss, weightiest first.

    `verdict` says which side `reading` is on. A sentence counts as told by one
    side alone where no claim of it is paired, or only loosely with a passage
    that has a better counterpart.
    """
    here_is_left = verdict == "only_left"
    alone = _told_alone(reading, pairs, here_is_left=here_is_left)
    known = frozenset(token.lemma for token in other.index.tokens) if other.index else frozenset[str]()
    weighed = [(weigh(passage, known), passage) for passage in alone]
    weighed.sort(key=lambda one: (-one[0].value, one[1].start))
    most = max(_FEWEST, round(_SHARE * len(weighed)))
    short = len(reading.sentences) <= _SHORT_TEXT
    for weight, passage in weighed[:most]:
        if short or weight.value >= _WEIGHTY:
            yield _finding(passage, weight.reason, here_is_left=here_is_left, verdict=verdict)


def _finding(passage: Passage, reason: str, *, here_is_left: bool, verdict: Verdict) -> Finding:
    first, second = ("Left", "right") if here_is_left else ("Right", "left")
    marks = tuple(excerpt(passage.reading, claim) for claim in passage.claims)
    place = where(passage.reading, passage.claims[0])
    why = f", {reason}" if reason else ""
    words = f"{first} tells this in {place}{why}; {second} does not tell it."
    return Finding("omission", verdict, marks if here_is_left else (), () if here_is_left else marks, words)


def _told_alone(reading: Reading, pairs: Sequence[ClaimPair], *, here_is_left: bool) -> Iterator[Passage]:
    """Yield for each sentence, headings left out, its claims that the other side does not tell."""
    sides = [(pair, *((pair.left, pair.right) if here_is_left else (pair.right, pair.left))) for pair in pairs]
    best: dict[str, float] = {}
    for pair, _, theirs in sides:
        for key in theirs:
            best[key] = max(best.get(key, 0.0), pair.score)
    taken = {
        key for pair, ours, theirs in sides for key in ours if not _is_loose(pair, min(best[other] for other in theirs))
    }
    sentences: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        if claim.id not in taken and reading.paragraphs[claim.paragraph].role != "heading":
            sentences.setdefault(claim.sentence, []).append(claim)
    yield from (Passage(reading, tuple(claims)) for claims in sentences.values())


def _is_loose(pair: ClaimPair, best: float) -> bool:
    """True where the other passage has a counterpart that is much closer."""
    if pair.tier == "possible" and pair.score < _FAINT:
        return True
    return pair.score < _LOOSE and best >= pair.score + _CLOSER
