"""What two texts share in words: the floor that the analysis has to beat."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w+")


def token_set(text: str) -> frozenset[str]:
    """Return the words of `text` in lower case, punctuation left out."""
    return frozenset(word.lower() for word in _WORD.findall(text))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the words of both that both have; 0 for two empty texts."""
    return len(one & other) / len(one | other) if one or other else 0.0


def best_f1(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the F1 at the threshold that suits these very scores best: what a method could reach at most."""
    gold, right, best = sum(labels), 0, 0.0
    ranked = sorted(zip(scores, labels, strict=True), key=lambda one: -one[0])
    for found, (score, label) in enumerate(ranked, start=1):
        right += label
        # A threshold cannot part equal scores.
        if found == len(ranked) or ranked[found][0] != score:
            best = max(best, 2 * right / (found + gold))
    return best
