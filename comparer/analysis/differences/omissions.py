"""What only one side tells: the nearest passage of the other side, and which of it matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.prominence import is_lead, where
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Claim, Nearest, Reading, Verdict
from comparer.analysis.similarity import Matrix

_FAINT = 0.25
_COUNTED = ("exact", "bound", "approximate", "range")


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


def important_omissions(claims: Sequence[str], reading: Reading, *, verdict: Verdict) -> Iterator[Finding]:
    """Yield a finding for each of `claims` that a reader of the other article would miss.

    A claim matters here if it stands in the headline or the lead, counts
    people, or is somebody's statement in their own words.
    """
    side, other = ("Left", "right") if verdict == "only_left" else ("Right", "left")
    for claim in (reading.claim(claim_id) for claim_id in claims):
        if reason := _why_it_matters(reading, claim):
            mark = (excerpt(reading, claim),)
            yield Finding(
                "omission",
                verdict,
                mark if verdict == "only_left" else (),
                mark if verdict == "only_right" else (),
                f"{side} tells this in {where(reading, claim)}, {reason}; {other} does not tell it.",
            )


def _why_it_matters(reading: Reading, claim: Claim) -> str | None:
    passage = Passage(reading, (claim,))
    if reading.paragraphs[claim.paragraph].role == "heading":
        return None
    if is_lead(reading, claim):
        return "where hurried readers look"
    if any(q.unit == "person" and (q.low or 0) > 1 and q.form in _COUNTED for q in passage.quantities):
        return "with a number of people"
    if any(claim.start <= q.start and q.end <= claim.end and q.end - q.start > 40 for q in passage.quotes):
        return "in somebody’s own words"
    return None
