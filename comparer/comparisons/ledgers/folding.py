"""Rows on which both pieces agree, apart from the rest: a page folds them, paper and files hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from comparer.comparisons.ledgers.outcome import Outcome
from comparer.comparisons.ledgers.prominence import ProminenceRow
from comparer.comparisons.ledgers.titles import LedgerName


class HasOutcome(Protocol):
    @property
    def outcome(self) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Folded:
    """The rows of one ledger that stand openly first, those that are folded under `words`, and those that come after."""

    openly: tuple[Any, ...]
    folded: tuple[Any, ...] = ()
    words: str = ""
    after: tuple[Any, ...] = ()


def agrees(row: HasOutcome) -> bool:
    return row.outcome.group == "alike"


def is_worded_alike(row: HasOutcome) -> bool:
    """Two names for one thing are what the ledger of names is for: only the same words are folded."""
    return row.outcome.style == "match"


def stays(row: ProminenceRow) -> bool:
    return not row.is_far


FOLDS: dict[LedgerName, tuple[Callable[[Any], bool], str]] = {
    "numbers": (agrees, "They agree"),
    "names": (is_worded_alike, "In the same words"),
    "times": (agrees, "They agree"),
    "places": (agrees, "Both name it"),
    "prominence": (stays, "At about the same place"),
}
GROUPED: frozenset[LedgerName] = frozenset({"numbers", "names"})
"""In these what stands in one piece only is a group of its own, the longest, and comes last."""


def fold(ledger: LedgerName, rows: Sequence[Any]) -> Folded:
    """Return the rows of a ledger parted; all openly where it folds nothing."""
    if ledger not in FOLDS:
        return Folded(tuple(rows))
    is_folded, words = FOLDS[ledger]
    folded = tuple(row for row in rows if is_folded(row))
    after = tuple(row for row in rows if row.outcome.group == "alone") if ledger in GROUPED else ()
    openly = tuple(row for row in rows if row not in folded and row not in after)
    return Folded(openly, folded, words, after)
