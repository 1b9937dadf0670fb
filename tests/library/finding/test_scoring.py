"""Which pieces tell of the same event."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from comparer.analysis.compare import read_article
from comparer.analysis.tools import load_tools
from comparer.library.finding.scoring import MOST_LOSS, Row, Shelf
from comparer.library.finding.traits import traits_of

DAY = date(2031, 5, 2).toordinal()
TEXTS = {
    "dyke": "A dyke near Hollin broke on Friday and flooded forty houses, mayor Ana Reuth said. Soldiers helped.",
    "dyke too": "Soldiers carried people out of flooded houses in Hollin. The dyke had broken on Friday, said Ana Reuth.",
    "other flood": "A river in Kell left its bed on Sunday. Firefighters pumped water out of a school, said chief Bo Tarn.",
    "bread": "A bakery won a prize for its rye bread. The jury praised the crust of the loaves of Ida Fenn.",
    "vote": "The council of Orsa voted for a new road on Monday. Opponents want a referendum, said Lena Stark.",
}


def row(pk: int, text: str, day: int | None = DAY) -> Row:
    traits = traits_of(read_article(text, tools=load_tools()))
    return Row(pk, traits.whole, traits.title, traits.terms, day)


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return [row(number, text) for number, text in enumerate(TEXTS.values())]


def test_scores_put_the_same_event_first_and_a_like_one_second(rows: list[Row]) -> None:
    scores = Shelf(rows).scores(0)
    order = [int(at) for at in np.argsort(-scores)]
    assert order[:3] == [0, 1, 2]


def test_scores_fall_with_the_days_between_but_not_without_end(rows: list[Row]) -> None:
    def score(day: int | None) -> float:
        later = Row(1, rows[1].whole, rows[1].title, rows[1].terms, day)
        return float(Shelf([rows[0], later, *rows[2:]]).scores(0)[1])

    same, week, years = score(DAY + 2), score(DAY + 10), score(DAY + 2000)
    assert same > week > years
    assert same - years == pytest.approx(MOST_LOSS, abs=1e-5)
    assert score(None) == pytest.approx(same)


@pytest.mark.parametrize("number", [1, 2])
def test_scores_of_a_tiny_library_are_finite(rows: list[Row], number: int) -> None:
    assert np.isfinite(Shelf(rows[:number]).scores(0)).all()


def test_shelf_leaves_out_vectors_of_another_width(rows: list[Row]) -> None:
    shelf = Shelf([*rows, Row(9, b"\x00\x3c", b"\x00\x3c", rows[0].terms, DAY)])
    assert 9 not in shelf.place
    assert len(shelf) == len(rows)


def test_piece_without_words_is_like_nothing(rows: list[Row]) -> None:
    empty = Row(9, rows[0].whole, rows[0].title, b"", DAY)
    assert np.isfinite(Shelf([*rows, empty]).scores(9)).all()
