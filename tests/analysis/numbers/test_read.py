"""Cases: reading_cases.tsv."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.lexicons import load_number_words
from comparer.analysis.numbers.read import read_quantities
from comparer.analysis.report import Quantity, Time

CASES = Path(__file__).with_name("reading_cases.tsv").read_text(encoding="utf-8").splitlines()
WORDS = load_number_words()
FIELDS = ("words", "interval", "unit", "measures", "role", "hedge")


def parse_cases() -> list[tuple[str, list[str]]]:
    """Return (text, expected quantities) for each case."""
    rows = [line.split("\t") for line in CASES if line.strip() and not line.startswith("#")]
    return [(text, expected) for text, *expected in rows]


def read(nlp: Language, text: str, times: tuple[Time, ...] = ()) -> tuple[Quantity, ...]:
    return read_quantities(nlp(text), times=times, words=WORDS)


def interval(quantity: Quantity) -> str:
    low = "-inf" if quantity.low is None else f"{round(quantity.low, 4):.15g}"
    high = "inf" if quantity.high is None else f"{round(quantity.high, 4):.15g}"
    return f"{'[' if quantity.low_inclusive else '('}{low}, {high}{']' if quantity.high_inclusive else ')'}"


def described(text: str, quantity: Quantity, wanted: str) -> str:
    """Write the quantity as the case does, leaving out what the case leaves out."""
    words = text[quantity.start : quantity.end]
    values = (words, interval(quantity), quantity.unit, quantity.measures, quantity.role, quantity.hedge)
    fields = [field.strip() for field in wanted.split("|")]
    return " | ".join("*" if field == "*" else value or "-" for field, value in zip(fields, values, strict=False))


@pytest.mark.parametrize(
    ("text", "expected"), parse_cases(), ids=lambda value: value[:60] if isinstance(value, str) else ""
)
def test_read_quantities_case(nlp: Language, text: str, expected: list[str]) -> None:
    found = read(nlp, text)
    padded = [*expected, *["* | *"] * len(found)]
    assert [described(text, quantity, wanted) for quantity, wanted in zip(found, padded, strict=False)] == expected


def test_cases_hold_enough_negatives() -> None:
    cases = parse_cases()
    assert len(cases) >= 150
    assert sum(not expected for _, expected in cases) >= len(cases) / 4


def test_read_quantities_leaves_out_times(nlp: Language) -> None:
    text = "The bridge opened two weeks ago after 12 days of repairs."
    ago = Time(text.index("two"), text.index(" after"), None, None, "day")
    assert [text[q.start : q.end] for q in read(nlp, text, (ago,))] == ["12 days"]


def test_read_quantities_empty_text(nlp: Language) -> None:
    assert read(nlp, "") == ()


def test_read_quantities_marks_parts_and_additions(nlp: Language) -> None:
    text = "The flood killed 12 people, including three children, and 30 more were injured."
    assert [(q.low, q.part, q.extra) for q in read(nlp, text)] == [
        (12, None, False),
        (3, "among", False),
        (30, None, True),
    ]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("It cost $155.", 1), ("It cost $150.", 10), ("It cost $1.5 million.", 100_000), ("It cost $2 million.", 1_000_000),
        ("It cost $1,500,000.", 100_000), ("Prices rose 3.2%.", 0.1), ("Prices rose 10%.", 10),
    ],
)  # fmt: skip
def test_read_quantities_step_is_place_of_last_digit(nlp: Language, text: str, step: float) -> None:
    assert math.isclose(read(nlp, text)[0].step, step)


PIECES = st.lists(
    st.sampled_from(
        ["more than", "about", "up to", "between", "and", "to", "-", "12", "3.5", "1,200", "9" * 30, "two", "dozen", "hundred", "a",
         "half", "third", "of", "million", "m", "%", "percent", "points", "$", "£", "Rs", "people", "killed", "were", "wounded", "men",
         "km", "years", "old", "aged", "in", "his", "60s", ",", ".", "(", ")", "\n", "among", "no", "one", "both", "per", "day", "½",
         "/", ":", "minus", "٣", "²", "🙂", "\u200f", "\x07", "'", "“"],
    ),
    max_size=25,
)  # fmt: skip


def assert_sane(text: str, found: tuple[Quantity, ...]) -> None:
    last = 0
    for quantity in found:
        assert last <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end].strip() == text[quantity.start : quantity.end]
        last = quantity.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
            assert quantity.low < quantity.high or (quantity.low_inclusive and quantity.high_inclusive)
        assert quantity.step > 0


@settings(max_examples=150, deadline=None)
@given(PIECES, st.sampled_from([" ", ""]))
def test_read_quantities_spans_and_intervals_are_sane(nlp: Language, pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    assert_sane(text, read(nlp, text))


@settings(max_examples=75, deadline=None)
@given(st.text(max_size=80))
def test_read_quantities_any_text(nlp: Language, text: str) -> None:
    assert_sane(text, read(nlp, text))


@pytest.mark.parametrize("piece", ["9", "1,", "1-", "12 ", "one ", "-", "a half ", "$"])
def test_read_quantities_long_odd_text_takes_linear_time(nlp: Language, piece: str) -> None:
    text = piece * (6000 // len(piece))
    assert_sane(text, read_quantities(nlp.make_doc(text), times=(), words=WORDS))
