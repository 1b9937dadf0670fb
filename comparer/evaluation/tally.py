"""Counts that add up over documents, and the rates that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from comparer.evaluation.bootstrap import interval
from comparer.evaluation.tasks import Figure


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `of` things."""

    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Tally:
    """`right` of `found` are in the gold; `reached` of `gold` were found (one gold thing may be found twice)."""

    right: int
    found: int
    reached: int
    gold: int


def figure(name: str, counts: Sequence[Share | Tally]) -> Figure:
    """Return the share, or F1 with precision and recall, over the counts of all documents (micro average).

    The interval comes from the documents that hold anything to count: a draw without any says nothing.
    """
    low, high = interval([count for count in counts if any(astuple(count))] or counts, value_of)
    precision, recall = _rates(counts)
    return Figure(name, value_of(counts), low, high, precision, recall)


def value_of(counts: Sequence[Share | Tally]) -> float:
    """Return the share, or F1, over all counts; 0 of nothing."""
    precision, recall = _rates(counts)
    if recall is None:
        return _ratio(sum(c.right for c in counts), sum(c.of for c in counts if isinstance(c, Share)))
    return _ratio(2 * (precision or 0.0) * recall, (precision or 0.0) + recall)


def _rates(counts: Sequence[Share | Tally]) -> tuple[float | None, float | None]:
    tallies = [count for count in counts if isinstance(count, Tally)]
    if not tallies:
        return None, None
    return (
        _ratio(sum(t.right for t in tallies), sum(t.found for t in tallies)),
        _ratio(sum(t.reached for t in tallies), sum(t.gold for t in tallies)),
    )


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
