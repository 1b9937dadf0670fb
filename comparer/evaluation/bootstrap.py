"""How far a figure may stray: resample the documents, and see."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

Document = TypeVar("Document")
_ROUNDS = 1_000
_SEED = 20_250_101


def interval(documents: Sequence[Document], measure: Callable[[Sequence[Document]], float]) -> tuple[float, float]:
    """Return the middle 95% of `measure` over 1,000 draws of as many documents, with replacement.

    The seed is fixed, so the same documents give the same interval.
    """
    dice = random.Random(_SEED)  # noqa: S311 - not a secret
    values = sorted(measure(dice.choices(documents, k=len(documents))) for _ in range(_ROUNDS))
    return values[int(0.025 * _ROUNDS)], values[int(0.975 * _ROUNDS) - 1]
