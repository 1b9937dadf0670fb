"""Which claims of two readings tell the same thing: many to many, in two tiers, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from comparer.analysis.differences.quotations import ALIKE
from comparer.analysis.evidence import Evidence, gather_evidence
from comparer.analysis.report import ClaimPair, Reading, Tier
from comparer.analysis.similarity import Matrix

_MATCH = 0.40
_POSSIBLE = 0.30


@dataclass(frozen=True, slots=True)
class Link:
    """One claim of the left with one of the right, by position."""

    left: int
    right: int
    score: float
    tier: Tier


@dataclass(frozen=True)
class Alignment:
    """The pairs, and the score of every claim of the left (rows) with every claim of the right (columns)."""

    pairs: tuple[ClaimPair, ...]
    scores: Matrix


def score_links(evidence: Evidence) -> Matrix:
    """Fuse the evidence to one score a link, 0 to 1."""
    fused = (evidence.meaning + evidence.words) / 1.4
    return np.asarray(np.clip(np.maximum(fused, np.where(evidence.quotations >= ALIKE, 0.4 + evidence.quotations * 0.6, 0)), 0, 1), dtype=np.float32)


def find_links(scores: Matrix) -> list[Link]:
    """Return the links of both tiers, in order.

    A match reaches the threshold; a possible counterpart is the best of its
    row or column and reaches the lower one.
    """
    best_of_row, best_of_column = scores.max(axis=1), scores.max(axis=0)
    links = []
    for row, column in np.argwhere(scores >= _POSSIBLE):
        score = float(scores[row, column])
        if score >= _MATCH:
            links.append(Link(int(row), int(column), round(score, 4), "match"))
        elif score >= min(best_of_row[row], best_of_column[column]):
            links.append(Link(int(row), int(column), round(score, 4), "possible"))
    return links


def align(left: Reading, right: Reading) -> Alignment:
    """Return the pairs in the order of the left text. Readings without claims give none."""
    if not left.claims or not right.claims:
        return Alignment((), np.zeros((len(left.claims), len(right.claims)), dtype=np.float32))
    evidence = gather_evidence(left, right)
    scores = score_links(evidence)
    groups = _by_sentence(find_links(scores), left, right)
    pairs = tuple(_pair(number, group, left, right, evidence) for number, group in enumerate(groups, start=1))
    return Alignment(pairs, scores)


def _by_sentence(links: Iterable[Link], left: Reading, right: Reading) -> list[list[Link]]:
    """Gather the links between the same two sentences: readers compare sentences, not fragments."""
    groups: dict[tuple[int, int], list[Link]] = {}
    for link in links:
        key = left.claims[link.left].sentence, right.claims[link.right].sentence
        groups.setdefault(key, []).append(link)
    return [groups[key] for key in sorted(groups)]


def _pair(number: int, group: Sequence[Link], left: Reading, right: Reading, evidence: Evidence) -> ClaimPair:
    best = max(group, key=lambda link: link.score)
    tier: Tier = "match" if any(link.tier == "match" for link in group) else "possible"
    return ClaimPair(
        id=f"p{number}",
        left=tuple(left.claims[row].id for row in sorted({link.left for link in group})),
        right=tuple(right.claims[column].id for column in sorted({link.right for link in group})),
        score=best.score,
        tier=tier,
        why=tuple(_reasons(best, evidence)),
    )


def _reasons(link: Link, evidence: Evidence) -> list[str]:
    at = link.left, link.right
    reasons = []
    if evidence.quotations[at] >= ALIKE:
        reasons.append("they quote the same words")
    if evidence.meaning[at] >= 0.5:
        reasons.append("they mean nearly the same")
    if evidence.words[at] >= 0.4:
        reasons.append("they share their rarer words")
    return reasons or ["closest passage on the other side"]
