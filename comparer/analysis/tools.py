"""What the analysis needs from outside, passed in and never global."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from comparer.analysis.lexicons import Lexicons


class Embedder(Protocol):
    """Sentence vectors. Same text, same vector, whatever else is in the batch."""

    width: int

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit-length row per text, shape (len(texts), width)."""
        ...


@dataclass(frozen=True)
class Tools:
    nlp: Language
    embedder: Embedder
    lexicons: Lexicons
