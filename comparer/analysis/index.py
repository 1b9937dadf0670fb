"""What comparing needs beside the public reading: words and vectors, so that it runs without a language model."""

from __future__ import annotations

import base64
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from comparer.analysis.report import Claim, Index, Reading, Sentence, Token
from comparer.analysis.tools import Embedder


def read_index(doc: Doc, *, claims: Sequence[Claim], sentences: Sequence[Sentence], embedder: Embedder) -> Index:
    """Return the words with lemmas, and a vector for each claim and each sentence of `doc`."""
    tokens = tuple(
        Token(token.idx, token.idx + len(token), token.lemma_.lower(), token.pos_)
        for token in doc
        if not token.is_space
    )
    text = doc.text
    passages = [text[span.start : span.end] for span in (*claims, *sentences)]
    # A sentence that is one claim has the same text twice: embed it once.
    distinct = list(dict.fromkeys(passages))
    rows = dict(zip(distinct, embedder.encode(distinct), strict=True))
    vectors = np.array([rows[passage] for passage in passages], dtype="<f2").reshape(len(passages), embedder.width)
    return Index(tokens, base64.b64encode(vectors.tobytes()).decode(), embedder.width)


def vectors(reading: Reading) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the vectors of the claims and of the sentences, one row each.

    ValueError where the reading was stored without its index.
    """
    if reading.index is None:
        raise ValueError("This reading was stored without its index. Read the article again.")
    flat = np.frombuffer(base64.b64decode(reading.index.vectors), dtype="<f2").astype(np.float32)
    rows = flat.reshape(-1, reading.index.width)
    return rows[: len(reading.claims)], rows[len(reading.claims) :]
