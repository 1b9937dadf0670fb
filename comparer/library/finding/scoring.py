"""Which pieces tell of the same event: vectors, names and days of one against those of a whole library. Pure numpy.

The weights were set on ECB+, topics with an odd number; see `comparer.library.finding.measuring`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comparer.library.finding.traits import NAME_BIT, alike

Floats = NDArray[np.float32]

NAMES_COUNT = 1.5
WORDS_COUNT = 2.0
TITLE_COUNTS = 0.3
DAYS_NEAR = 3
"""Coverage of one event lies within so many days; what is farther off loses a little with each week."""
LOSS_A_WEEK = 0.06
MOST_LOSS = 0.5


@dataclass(frozen=True)
class Row:
    """One piece as it is stored."""

    pk: int
    whole: bytes
    title: bytes
    terms: bytes
    sketch: bytes
    day: int | None
    """Days since the first; None: not known."""


class Shelf:
    """The traits of many pieces side by side. Made once, asked often; never changed."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Lay `rows`, at least one, side by side. Those whose vectors are of another width than most are left out."""
        width = Counter(len(row.whole) for row in rows).most_common(1)[0][0]
        rows = [row for row in rows if len(row.whole) == len(row.title) == width]
        self.pks = np.array([row.pk for row in rows], dtype=np.int64)
        self.place = {row.pk: place for place, row in enumerate(rows)}
        self._whole = _centred(rows, "whole")
        self._title = _centred(rows, "title")
        self._terms = [np.frombuffer(row.terms, dtype="<u4") for row in rows]
        self._sketches = np.array([np.frombuffer(row.sketch, dtype="<u4") for row in rows])
        self._days = np.array([np.nan if row.day is None else row.day for row in rows], dtype=np.float32)
        self._weigh_words()

    def __len__(self) -> int:
        return len(self.pks)

    def scores(self, pk: int) -> Floats:
        """Return how likely each piece tells of the event of `pk`, in the order of `pks`."""
        at = self.place[pk]
        meaning = self._whole @ self._whole[at] + TITLE_COUNTS * (self._title @ self._title[at])
        return meaning + WORDS_COUNT * self._shared_words(at) - self._lateness(at)

    def likeness(self, pk: int) -> NDArray[np.float64]:
        """Return the share of each piece's runs of words that `pk` holds, too."""
        return alike(self._sketches[self.place[pk]], self._sketches)

    def _weigh_words(self) -> None:
        """Give each term of each piece its weight: rare ones more, names more; unit length for each piece."""
        lengths = [len(terms) for terms in self._terms]
        flat = np.concatenate(self._terms) if self._terms else np.empty(0, dtype=np.uint32)
        known, self._flat = np.unique(flat, return_inverse=True)
        often = np.bincount(self._flat, minlength=len(known))
        rarity = np.log((len(self) + 1) / np.maximum(often, 1)).astype(np.float32)
        rarity[known >= NAME_BIT] *= NAMES_COUNT
        self._rarity = rarity
        # One row more than there are, so that reduceat also ends the last.
        self._starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self._norms = np.sqrt(self._summed(rarity * rarity))

    def _summed(self, weights: Floats) -> Floats:
        """Return for each piece the sum of `weights` over its terms."""
        sums = np.concatenate([[0.0], np.cumsum(weights[self._flat], dtype=np.float64)])
        return (sums[self._starts[1:]] - sums[self._starts[:-1]]).astype(np.float32)

    def _shared_words(self, at: int) -> Floats:
        mine = self._flat[self._starts[at] : self._starts[at + 1]]
        weights = np.zeros_like(self._rarity)
        weights[mine] = self._rarity[mine] ** 2
        shared: Floats = self._summed(weights) / np.maximum(self._norms * self._norms[at], 1e-6)
        return shared

    def _lateness(self, at: int) -> Floats:
        apart = np.abs(self._days - self._days[at])
        loss = np.clip((apart - DAYS_NEAR) / 7 * LOSS_A_WEEK, 0, MOST_LOSS)
        return np.nan_to_num(loss, nan=0.0).astype(np.float32)


def _centred(rows: Sequence[Row], column: str) -> Floats:
    """Return unit rows around their mean: what all news shares tells nothing."""
    table = np.array([np.frombuffer(getattr(row, column), dtype="<f2") for row in rows], dtype=np.float32)
    if len(rows) > 2:
        table = table - table.mean(axis=0)
    unit: Floats = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    return unit
