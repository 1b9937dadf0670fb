from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.report import Paragraph, Reading
from comparer.comparisons.sharing.shortening import GAP, Wanted, shorten_text

LINES = ("One two three four five six.", "Seven eight nine.", "Ten eleven.", "Twelve thirteen fourteen.")


def reading_of(lines: tuple[str, ...] | list[str]) -> Reading:
    paragraphs, place = [], 0
    for line in lines:
        paragraphs.append(Paragraph(place, place + len(line)))
        place += len(line) + 1
    return Reading("\n".join(lines), None, None, None, "en", "test/1", paragraphs=tuple(paragraphs))


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("four", "[…] four […]\n[…]"),
        ("One", "One […]\n[…]"),
        ("six.", "[…] six.\n[…]"),
        ("nine", "[…]\n[…] nine […]\n[…]"),
        ("Twelve thirteen fourteen.", "[…]\nTwelve thirteen fourteen."),
        ("Seven eight nine.\nTen", "[…]\nSeven eight nine.\nTen […]\n[…]"),
    ],
)
def test_what_is_not_wanted_becomes_one_gap(wanted: str, text: str) -> None:
    reading = reading_of(LINES)
    start = reading.text.index(wanted)
    short = shorten_text(reading, [Wanted(start, start + len(wanted))])
    assert short.text == text
    new_start, new_end = short.move(start, start + len(wanted))
    assert short.text[new_start:new_end] == wanted


def test_words_around_are_whole() -> None:
    reading = reading_of(LINES)
    start = reading.text.index("four")
    assert shorten_text(reading, [Wanted(start, start + 4, before=8, after=7)]).text.startswith(
        "[…] three four five […]"
    )


def test_words_around_stay_in_their_paragraph() -> None:
    reading = reading_of(LINES)
    start = reading.text.index("Seven")
    assert shorten_text(reading, [Wanted(start, start + 5, before=40, after=5)]).text == "[…]\nSeven […]\n[…]"


def test_nothing_wanted_leaves_one_gap() -> None:
    short = shorten_text(reading_of(LINES), [])
    assert (short.text, len(short.paragraphs), short.numbers) == (GAP, 1, (0, 0, 0, 0))
    assert short.move(3, 9) == (0, len(GAP))


def test_everything_wanted_changes_nothing() -> None:
    reading = reading_of(LINES)
    short = shorten_text(reading, [Wanted(0, len(reading.text))])
    assert (short.text, short.paragraphs) == (reading.text, reading.paragraphs)


@pytest.mark.parametrize("lines", [[], [""], ["x" * 130_000]], ids=["no paragraph", "empty", "one endless word"])
def test_odd_texts_are_shortened_too(lines: list[str]) -> None:
    reading = reading_of(lines)
    short = shorten_text(reading, [Wanted(10, 12, before=20, after=20)] if len(reading.text) > 12 else [])
    assert len(short.text) <= 40


LINE = st.text(alphabet="ab é\U0001f600.", min_size=1, max_size=30).map(str.strip).filter(bool)


@given(st.lists(LINE, min_size=1, max_size=8), st.data())
def test_wanted_words_are_found_again_and_nothing_else_is_told(lines: list[str], data: st.DataObject) -> None:
    reading = reading_of(lines)
    length = len(reading.text)
    spans = data.draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted), max_size=5))
    around = data.draw(st.integers(0, 12))
    short = shorten_text(reading, [Wanted(a, b, before=around, after=around) for a, b in spans if a < b])
    for a, b in spans:
        start, end = short.move(a, b)
        assert 0 <= start <= end <= len(short.text)
        # The break between two paragraphs alone is no word that could be kept.
        if reading.text[a:b].strip("\n"):
            assert short.text[start:end].replace("\n", "") == reading.text[a:b].replace("\n", "")
            assert all(short.holds(at, at + 1) for at in range(a, b) if reading.text[at] != "\n")
    assert "\n".join(short.text[one.start : one.end] for one in short.paragraphs) == short.text
    assert len(short.numbers) == len(reading.paragraphs)
    for piece in short.pieces:
        if piece.is_kept:
            assert short.text[piece.new_start : piece.new_end] == reading.text[piece.start : piece.end]
            assert any(a - around <= piece.end and piece.start <= b + around for a, b in spans)


@given(st.lists(LINE, min_size=1, max_size=8), st.integers(0, 200), st.integers(0, 200))
def test_any_stretch_moves_to_words_of_the_new_text(lines: list[str], first: int, second: int) -> None:
    reading = reading_of(lines)
    start, end = sorted((min(first, len(reading.text)), min(second, len(reading.text))))
    short = shorten_text(reading, [Wanted(0, 1)])
    new_start, new_end = short.move(start, end)
    assert 0 <= new_start <= new_end <= len(short.text)
    assert (new_start < new_end) == (start < end)
