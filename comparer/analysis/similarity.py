"""How alike two sets of passages are, by meaning and by wording: evidence that proposes pairs, never decides them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

_TIE = 1e-4


def unit_rows(matrix: Matrix) -> Matrix:
    """Scale each row to length one; rows of zeros stay zeros."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.where(lengths == 0, 1, lengths), dtype=np.float32)


def cosine(left: Matrix, right: Matrix) -> Matrix:
    """Cosines of unit rows, shape (len(left), len(right))."""
    return np.asarray(left @ right.T, dtype=np.float32)


def centred_cosine(left: Matrix, right: Matrix) -> Matrix:
    """Cosines after taking away what all passages share.

    Two articles about one event name the same few people and places in every
    sentence, which lifts every plain cosine; the mean vector carries that.
    """
    mean = np.concatenate([left, right]).mean(axis=0)
    return cosine(unit_rows(left - mean), unit_rows(right - mean))


def word_cosine(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> Matrix:
    """TF-IDF cosines of sets of words; document frequencies come from the two articles alone."""
    column = {word: number for number, word in enumerate(sorted(frozenset().union(*left, *right)))}
    present = np.zeros((len(left) + len(right), max(len(column), 1)), dtype=np.float32)
    for row, words in enumerate((*left, *right)):
        present[row, [column[word] for word in words]] = 1
    weighted = unit_rows(present * np.log((1 + len(present)) / np.maximum(present.sum(axis=0), 1)))
    return cosine(weighted[: len(left)], weighted[len(left) :])


def among_best(matrix: Matrix, count: int) -> NDArray[np.bool_]:
    """Return where a cell is among the `count` best of its row and among those of its column.

    Equals are told apart by how far the cell lies from the diagonal: of many
    copies of one sentence, the first goes with the first.
    """
    rows, columns = matrix.shape
    across, down = np.linspace(0, 1, columns), np.linspace(0, 1, rows)
    apart = np.abs(np.subtract.outer(down, across)) * _TIE
    of_row = (-matrix + apart).argsort(axis=1).argsort(axis=1) < count
    of_column = (-matrix + apart).argsort(axis=0).argsort(axis=0) < count
    return np.asarray(of_row & of_column, dtype=np.bool_)
