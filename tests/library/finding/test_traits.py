"""What a piece tells, in numbers."""

from __future__ import annotations

import numpy as np
import pytest

from comparer.analysis.compare import read_article
from comparer.analysis.tools import load_tools
from comparer.library.finding.traits import NAME_BIT, SKETCH_SIZE, alike, sketch, terms_in, traits_of

TEXT = (
    "A dyke near Hollin broke on Friday night and the river flooded forty houses, the mayor, Ana Reuth, said. "
    "Soldiers carried people out of their beds. The water stood more than a metre high in the church until noon. "
    "Nobody was badly hurt, but eleven cows drowned in a stable that could not be reached in time."
)


def likeness(one: str, other: str) -> float:
    return float(alike(sketch(one), np.array([sketch(other)]))[0])


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        (TEXT, 1.0, 1.0),
        (TEXT.upper(), 1.0, 1.0),
        (f"HOLLIN (LNA) {TEXT}", 0.85, 1.0),
        (TEXT.replace("forty", "fifty"), 0.6, 0.99),
        (TEXT[: len(TEXT) // 2], 0.3, 0.7),
        ("The council voted on Monday for a new road between the school and the station of Hollin.", 0.0, 0.1),
        ("", 0.0, 0.0),
    ],
)
def test_sketches_tell_how_many_runs_of_words_are_shared(other: str, least: float, most: float) -> None:
    assert least <= likeness(TEXT, other) <= most


def test_sketches_are_those_that_are_stored_already() -> None:
    """Whoever changes them, or takes a numpy that draws other numbers, makes every stored one worthless."""
    text = "The ferry Alda ran aground off Orsa on Monday with 40 people on board, the coastguard said."
    assert sketch(text)[[0, 1, 31, 62, 63]].tolist() == [130978576, 217728170, 208049859, 129731760, 116348764]


def test_sketches_of_nothing_are_alike_to_nothing() -> None:
    assert likeness("", "") == 0.0
    assert len(sketch("")) == SKETCH_SIZE


def test_sketches_of_different_texts_differ_in_nearly_all_places() -> None:
    texts = [" ".join(f"word{n * 1000 + i}" for i in range(200)) for n in range(20)]
    rows = np.array([sketch(text) for text in texts])
    assert all(alike(rows[0], rows[1:]) < 0.1)


def test_traits_hold_names_apart_from_words() -> None:
    reading = read_article(TEXT, tools=load_tools())
    terms = terms_in(reading)
    names = terms[terms >= NAME_BIT]
    assert list(terms) == sorted(set(terms.tolist()))
    assert 0 < len(names) < len(terms)
    traits = traits_of(reading)
    assert len(traits.whole) == len(traits.title) == 2 * 384
