"""Sentence vectors by all-MiniLM-L6-v2 on onnxruntime. They propose counterparts and decide nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from comparer.analysis.models import HOW, ModelMissingError

GRAPH, TOKENIZER, RECEIPT = "minilm.onnx", "minilm.tokenizer.json", "minilm.receipt.json"
RECIPE = "all-MiniLM-L6-v2/half/1"
"""Raise the number when the graph changes: prepared models of another recipe are built anew."""
WIDTH = 384
MAX_TOKENS = 256
TOKENS_AT_ONCE = 1024
"""Bounds the memory of one run, whatever the article."""


class MiniLM:
    """The Embedder of the product. One instance serves all threads of a process."""

    width = WIDTH

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        """Load the model that `python -m comparer.analysis.prepare` left in `folder`; else ModelMissingError."""
        check_prepared(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        # The file that comes with the model pads and cuts everything to 128 tokens.
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_length=MAX_TOKENS)
        self._session = onnxruntime.InferenceSession(
            str(folder / GRAPH), _session_options(threads), providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit-length row per text, shape (len(texts), 384). Empty text is a text too.

        Only texts of equal token count run together, so a row depends on its
        own text alone, to the last bit. What lies beyond 256 tokens is not read.
        """
        distinct = list(dict.fromkeys(texts))
        tokens = [row.ids for row in self._tokenizer.encode_batch([_encodable(text) for text in distinct])]
        vectors = np.empty((len(distinct), WIDTH), dtype=np.float32)
        for group in _groups(tokens):
            ids = np.array([tokens[number] for number in group], dtype=np.int64)
            vectors[group] = self._session.run(["vectors"], {"ids": ids})[0]
        row = {text: number for number, text in enumerate(distinct)}
        return vectors[[row[text] for text in texts]]


def check_prepared(folder: Path) -> None:
    """Raise ModelMissingError unless `folder` holds a model of this recipe."""
    try:
        receipt = json.loads((folder / RECEIPT).read_text())
    except (OSError, ValueError):
        receipt = {}
    if receipt.get("recipe") != RECIPE or not all((folder / name).is_file() for name in (GRAPH, TOKENIZER)):
        raise ModelMissingError(f"The sentence model has not been prepared in {folder}. {HOW}")


def usable_cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _session_options(threads: int) -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Idle threads sleep instead of burning a core beside the web server.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options


def _groups(tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield positions of rows of equal length, in runs of at most TOKENS_AT_ONCE tokens."""
    by_length: dict[int, list[int]] = {}
    for number, row in enumerate(tokens):
        by_length.setdefault(len(row), []).append(number)
    for length, numbers in by_length.items():
        size = max(1, TOKENS_AT_ONCE // length)
        for start in range(0, len(numbers), size):
            yield numbers[start : start + size]


def _encodable(text: str) -> str:
    """Replace lone surrogates, which have no UTF-8 form, by "?"."""
    return text.encode("utf-8", "replace").decode()
