"""Equal numbers for like things: a cheap sign that two passages tell the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.numbers.intervals import relate
from comparer.analysis.numbers.phrases import label
from comparer.analysis.numbers.sameness import fit
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity

_COMMON, _USUAL, _TELLING = 0.3, 0.6, 1.0
_SMALL, _LARGE = 12.0, 100.0


@dataclass(frozen=True, slots=True)
class SharedQuantity:
    """Positions of two equal quantities, what they measure, and from 0 to 1 how telling the agreement is."""

    left: int
    right: int
    slot: str
    weight: float


def shared_quantities(
    left: Sequence[Quantity], right: Sequence[Quantity], *, words: NumberWords
) -> tuple[SharedQuantity, ...]:
    """Return the equal quantities of both sides, each used once; "155 miners" tells more than "two men"."""
    used: set[int] = set()
    shared: list[SharedQuantity] = []
    for row, ours in enumerate(left):
        for column, theirs in enumerate(right):
            if column in used or "implied" in (ours.form, theirs.form):
                continue
            if fit(ours, theirs, words) is not None and relate(ours, theirs, words) == "equal":
                used.add(column)
                shared.append(SharedQuantity(row, column, label(ours, words), _weight(ours)))
                break
    return tuple(shared)


def _weight(quantity: Quantity) -> float:
    """Small round numbers are everywhere; large and odd ones are not."""
    value = abs(quantity.low or quantity.high or 0.0)
    digits = len(f"{value / quantity.step:.0f}") if quantity.step else 1
    if value > _LARGE or digits >= 3:
        return _TELLING
    return _COMMON if value <= _SMALL else _USUAL
