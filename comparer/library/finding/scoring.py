"""Which pieces tell of the same event: vectors, names and days of one against those of a whole library. Pure numpy.

The weights were set on ECB+, topics with an odd number; see `comparer.library.finding.measuring`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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


@dataclass(frozen=True, slots=True)
class Background:
    """What all pieces of a library have in common, against which one stands out."""

    pieces: int
    whole: Floats
    """Mean of their vectors; of their headlines' below."""
    title: Floats
    known: NDArray[np.uint32]
    """The terms that any of them holds, sorted, and in how many each stands."""
    often: NDArray[np.int64]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Background:
        """Return the background of `rows`, which are of one width and at least one; they are gone through once."""
        pieces, whole, title, terms = 0, np.zeros(1), np.zeros(1), []
        for row in rows:
            pieces += 1
            whole = whole + _vector(row.whole)
            title = title + _vector(row.title)
            terms.append(_terms(row))
        known, often = np.unique(np.concatenate(terms), return_counts=True)
        means = [(total / pieces).astype(np.float32) for total in (whole, title)]
        return cls(pieces, means[0], means[1], known, often)

    def how_often(self, terms: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Return in how many pieces each of `terms` stands: 0 for one that came later."""
        at = np.minimum(np.searchsorted(self.known, terms), len(self.known) - 1)
        return np.where(self.known[at] == terms, self.often[at], 0)


class Shelf:
    """The traits of many pieces side by side. Made once, asked often; never changed."""

    def __init__(self, rows: Sequence[Row], background: Background | None = None) -> None:
        """Lay `rows`, at least one, side by side. Those whose vectors are of another width than most are left out.

        They are scored against `background`: that of a whole library where `rows` are a few of it, else their own.
        """
        width = Counter(len(row.whole) for row in rows).most_common(1)[0][0]
        rows = [row for row in rows if len(row.whole) == len(row.title) == width]
        self._background = background or Background.of(rows)
        self.pks = np.array([row.pk for row in rows], dtype=np.int64)
        self.place = {row.pk: place for place, row in enumerate(rows)}
        self._whole = self._centred(rows, "whole", self._background.whole)
        self._title = self._centred(rows, "title", self._background.title)
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
        terms = [_terms(row) for row in rows]
        lengths = [len(one) for one in terms]
        known, flat = np.unique(np.concatenate(terms), return_inverse=True)
        is_name = known >= NAME_BIT
        unseen = np.where(is_name, UNSEEN_NAMES, UNSEEN_WORDS)
        often = self._background.how_often(known)
        rarity = np.log((self._background.pieces + UNSEEN) / (often + unseen)).astype(np.float32)
        rarity[is_name] *= NAMES_COUNT
        self._rarity = rarity
        of_piece = np.repeat(np.arange(len(self)), lengths)
        self._norms = np.sqrt(np.bincount(of_piece, weights=rarity[flat] ** 2, minlength=len(self)))
        self._mine = np.split(flat, np.cumsum(lengths)[:-1])
        # The other way round: for each term the pieces that hold it.
        ends = np.cumsum(np.bincount(flat, minlength=len(known)))[:-1]
        self._holders = np.split(of_piece[np.argsort(flat, kind="stable")], ends)

    def _shared_words(self, at: int) -> Floats:
        mine = self._mine[at]
        if not len(mine):
            return np.zeros(len(self), dtype=np.float32)
        holders = [self._holders[term] for term in mine]
        weights = np.repeat(self._rarity[mine] ** 2, [len(one) for one in holders])
        sums = np.bincount(np.concatenate(holders), weights=weights, minlength=len(self))
        shared: Floats = (sums / np.maximum(self._norms * self._norms[at], 1e-6)).astype(np.float32)
        return shared

    def _centred(self, rows: Sequence[Row], column: str, mean: Floats) -> Floats:
        """Return unit rows around the mean: what all news shares tells nothing."""
        table = np.array([_vector(getattr(row, column)) for row in rows])
        # In a small library the mean is hardly more than the piece itself.
        table = table - mean * (self._background.pieces / (self._background.pieces + SMALL))
        unit: Floats = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
        return unit

    def _lateness(self, at: int) -> Floats:
        apart = np.abs(self._days - self._days[at])
        loss = np.clip((apart - DAYS_NEAR) / 7 * LOSS_A_WEEK, 0, MOST_LOSS)
        lateness: Floats = np.nan_to_num(loss, nan=0.0).astype(np.float32)
        return lateness


def _vector(stored: bytes) -> Floats:
    return np.frombuffer(stored, dtype="<f2").astype(np.float32)


def _terms(row: Row) -> NDArray[np.uint32]:
    return np.frombuffer(row.terms, dtype="<u4")
