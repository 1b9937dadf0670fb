"""What the analysis needs from outside, passed in and never global."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language

from comparer.analysis.embedding import MiniLM, usable_cores
from comparer.analysis.lexicons import Change, Lexicons, load_lexicons
from comparer.analysis.models import ENGLISH, HOW, ModelMissingError, models_folder

# The pipeline's rules take "fined" for a form of "fin", and "rated" for one of "rat". Their own forms double the last
# letter, and those it knows by heart.
_TAKE_FROM_LONGER = frozenset(
    {
        "fin",
        "scar",
        "spar",
        "star",
        "tap",
        "hop",
        "cop",
        "rap",
        "scrap",
        "sham",
        "din",
        "rat",
        "hat",
        "wag",
        "stag",
        "rag",
        "wad",
    }
    | {"cod", "cub"}
)


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


@cache
def load_tools() -> Tools:
    """Return the tools of this process, loaded on first use (about a second).

    Raises ModelMissingError, whose message names the command that brings the models.
    """
    return Tools(
        nlp=load_nlp(),
        embedder=MiniLM(models_folder(), threads=min(2, usable_cores())),
        lexicons=load_lexicons(),
    )


@lru_cache(maxsize=4)
def change_lexicons(changes: tuple[Change, ...]) -> Lexicons:
    """Return the word lists with these changes laid over them; those that ship with the project where there are none."""
    return load_lexicons().with_changes(changes) if changes else load_lexicons()


@cache
def load_nlp() -> Language:
    """Return spaCy's English pipeline, loaded on first use; else ModelMissingError."""
    try:
        nlp = spacy.load(ENGLISH.module)
    except OSError:
        raise ModelMissingError(f"The language model {ENGLISH.name} is not installed. {HOW}") from None
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    index["verb"] = [verb for verb in index["verb"] if verb not in _TAKE_FROM_LONGER]
    return nlp
