from __future__ import annotations

import itertools
import json
from pathlib import Path

import numpy as np
import pytest

from comparer.analysis.embedding import MAX_TOKENS, RECEIPT, WIDTH, MiniLM
from comparer.analysis.models import ModelMissingError, models_folder

SHORT = "The ferry sank."
TEXTS = [
    SHORT,
    "",
    "The ferry Aurelia sank on Monday night, two miles off the harbour of Lindvik.",
    "Rescuers said that forty people were still missing; the owner spoke of thirty-one.",
    "Nobody had checked the bilge pumps since spring.",
    "No one had looked at the pumps since April, she said.",
    "🛟 \u200fעברית\u200e \x00\x07 ﷽ \u200b",
]


@pytest.fixture(scope="module")
def embedder() -> MiniLM:
    return MiniLM(models_folder())


def test_vectors_equal_those_published_with_the_model(embedder: MiniLM) -> None:
    """Cosines to the first sentence, as the model's own page shows them."""
    vectors = embedder.encode(
        ["That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day"]
    )
    assert vectors[1:] @ vectors[0] == pytest.approx([0.695, 0.943, 0.257], abs=0.0006)


def test_rows_have_unit_length_and_the_order_of_the_texts(embedder: MiniLM) -> None:
    vectors = embedder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), WIDTH)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-6)
    assert np.array_equal(embedder.encode(TEXTS[::-1]), vectors[::-1])


def test_no_texts_give_no_rows(embedder: MiniLM) -> None:
    assert embedder.encode([]).shape == (0, WIDTH)


@pytest.mark.parametrize("copies", [1, 2, 3, 8, 30])
def test_a_vector_is_the_same_to_the_last_bit_in_every_batch(embedder: MiniLM, copies: int) -> None:
    """Neighbours of the same token count run with the text; the others must not matter either."""
    words = ["ferry", "bridge", "tunnel", "tower", "school", "market"]
    neighbours = [f"The {a} and {b} sank." for a, b in itertools.permutations(words, 2)][:copies]
    target = "The mayor and queen sank."
    alone = embedder.encode([target])[0]
    assert np.array_equal(embedder.encode([*neighbours, target, *TEXTS])[copies], alone)


def test_a_vector_does_not_depend_on_the_number_of_threads(embedder: MiniLM) -> None:
    assert np.array_equal(MiniLM(models_folder(), threads=2).encode(TEXTS), embedder.encode(TEXTS))


def test_a_repeated_text_has_equal_rows(embedder: MiniLM) -> None:
    first, _, again = embedder.encode([SHORT, TEXTS[2], SHORT])
    assert np.array_equal(first, again)


def test_words_after_the_128th_token_still_count(embedder: MiniLM) -> None:
    """The tokenizer that comes with the model would cut there."""
    long = "boat " * 150
    without, with_ending = embedder.encode([long, f"{long}drought"])
    assert not np.array_equal(without, with_ending)


def test_words_beyond_the_limit_do_not_count(embedder: MiniLM) -> None:
    long = "boat " * MAX_TOKENS
    first, second = embedder.encode([long, f"{long}drought"])
    assert np.array_equal(first, second)


@pytest.mark.parametrize("text", ["x" * 130_000, "x " * 65_000, "\ud800 lone surrogate", "\n\t "])
def test_odd_text_gives_a_finite_vector(embedder: MiniLM, text: str) -> None:
    assert np.isfinite(embedder.encode([text])).all()


def test_a_folder_without_a_model_names_the_command_that_helps(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="make setup"):
        MiniLM(tmp_path)


def test_a_model_of_an_older_recipe_is_refused(tmp_path: Path) -> None:
    for file in models_folder().iterdir():
        (tmp_path / file.name).symlink_to(file)
    MiniLM(tmp_path)
    (tmp_path / RECEIPT).unlink()
    (tmp_path / RECEIPT).write_text(json.dumps({"recipe": "something older"}))
    with pytest.raises(ModelMissingError, match="make setup"):
        MiniLM(tmp_path)
