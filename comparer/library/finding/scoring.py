"""Which pieces tell of the same event: vectors, names and days of one against those of a whole library. Pure numpy.

The weights were set on ECB+, topics with an odd number; see `comparer.library.finding.measuring`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comparer.library.finding.traits import NAME_BIT

Floats = NDArray[np.float32]

NAMES_COUNT = 1.5
WORDS_COUNT = 2.0
TITLE_COUNTS = 0.3
UNSEEN, UNSEEN_WORDS, UNSEEN_NAMES = 60, 6, 1
"""As if so many more pieces were there, and so many of them held any one word or name: in a library of five pieces the
words that two share are not yet common ones."""
DAYS_NEAR = 3
"""Coverage of one event lies within so many days; what is farther off loses a little with each week."""
SMALL = 8
LOSS_A_WEEK = 0.06
MOST_LOSS = 0.5


@dataclass(frozen=True)
class Row:
    """One piece as it is stored."""

    pk: int
    whole: bytes
    title: bytes
    terms: bytes
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
        self._days = np.array([np.nan if row.day is None else row.day for row in rows], dtype=np.float32)
        self._weigh_words(rows)

    def __len__(self) -> int:
        return len(self.pks)

    def scores(self, pk: int) -> Floats:
        """Return how likely each piece tells of the event of `pk`, in the order of `pks`."""
        at = self.place[pk]
        meaning = self._whole @ self._whole[at] + TITLE_COUNTS * (self._title @ self._title[at])
        scores: Floats = meaning + WORDS_COUNT * self._shared_words(at) - self._lateness(at)
        return scores

    def _weigh_words(self, rows: Sequence[Row]) -> None:
        """Give each term of each piece its weight: rare ones more, names more; unit length for each piece."""
        terms = [np.frombuffer(row.terms, dtype="<u4") for row in rows]
        lengths = [len(one) for one in terms]
        known, flat = np.unique(np.concatenate(terms), return_inverse=True)
        often = np.bincount(flat, minlength=len(known))
        is_name = known >= NAME_BIT
        unseen = np.where(is_name, UNSEEN_NAMES, UNSEEN_WORDS)
        rarity = np.log((len(self) + UNSEEN) / (often + unseen)).astype(np.float32)
        rarity[is_name] *= NAMES_COUNT
        self._rarity = rarity
        of_piece = np.repeat(np.arange(len(self)), lengths)
        self._norms = np.sqrt(np.bincount(of_piece, weights=rarity[flat] ** 2, minlength=len(self)))
        self._mine = np.split(flat, np.cumsum(lengths)[:-1])
        # The other way round: for each term the pieces that hold it.
        self._holders = np.split(of_piece[np.argsort(flat, kind="stable")], np.cumsum(often)[:-1])

    def _shared_words(self, at: int) -> Floats:
        mine = self._mine[at]
        if not len(mine):
            return np.zeros(len(self), dtype=np.float32)
        holders = [self._holders[term] for term in mine]
        weights = np.repeat(self._rarity[mine] ** 2, [len(one) for one in holders])
        sums = np.bincount(np.concatenate(holders), weights=weights, minlength=len(self))
        shared: Floats = (sums / np.maximum(self._norms * self._norms[at], 1e-6)).astype(np.float32)
        return shared

    def _lateness(self, at: int) -> Floats:
        apart = np.abs(self._days - self._days[at])
        loss = np.clip((apart - DAYS_NEAR) / 7 * LOSS_A_WEEK, 0, MOST_LOSS)
        lateness: Floats = np.nan_to_num(loss, nan=0.0).astype(np.float32)
        return lateness


def _centred(rows: Sequence[Row], column: str) -> Floats:
    """Return unit rows around their mean: what all news shares tells nothing."""
    table = np.array([np.frombuffer(getattr(row, column), dtype="<f2") for row in rows], dtype=np.float32)
    # In a small library the mean is hardly more than the piece itself.
    table = table - table.mean(axis=0) * (len(rows) / (len(rows) + SMALL))
    unit: Floats = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    return unit
