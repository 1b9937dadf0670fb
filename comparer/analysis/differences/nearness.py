"""How near to each other are the clauses in which two passages disagree, apart from what they disagree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.align import Alignment
from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.overlap import APART, Overlap, overlap
from comparer.analysis.evidence import content_words
from comparer.analysis.passages import Passage
from comparer.analysis.report import Claim, Excerpt, Reading


@dataclass(frozen=True, slots=True)
class Nearness:
    meaning: float
    """Cosine of the two claims, as in aligning: -1 to 1, hardly ever below 0."""
    words: float
    """Share of the content words of the shorter claim that the other has too, 0 to 1."""
    statement: Overlap = APART


def nearness(finding: Finding, left: Reading, right: Reading, alignment: Alignment) -> Nearness:
    """Compare the two claims in which the marks of `finding` stand. Without marks on both sides they are far apart."""
    ours, theirs = _claim_at(left, finding.left), _claim_at(right, finding.right)
    if ours is None or theirs is None:
        return Nearness(0, 0)
    here, there = _words_beside(left, ours, finding.left), _words_beside(right, theirs, finding.right)
    return Nearness(
        float(alignment.closeness[int(ours.id[1:]) - 1, int(theirs.id[1:]) - 1]),
        len(here & there) / max(1, min(len(here), len(there))),
        overlap(Passage(left, (ours,)), Passage(right, (theirs,)), (finding.left, finding.right)),
    )


def _claim_at(reading: Reading, marks: Sequence[Excerpt]) -> Claim | None:
    return next((one for one in reading.claims for mark in marks[:1] if one.start <= mark.start < one.end), None)


def _words_beside(reading: Reading, claim: Claim, marks: Sequence[Excerpt]) -> frozenset[str]:
    tokens = Passage(reading, (claim,)).tokens
    return content_words([t for t in tokens if not any(mark.start <= t.start < mark.end for mark in marks)])
