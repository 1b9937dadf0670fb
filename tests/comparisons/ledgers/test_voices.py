"""The ledger of voices."""

from __future__ import annotations

from dataclasses import replace

from comparer.comparisons.ledgers.book import Book
from comparer.comparisons.ledgers.lookup import Lookup, look_up
from comparer.comparisons.ledgers.sheets import make_sheet
from comparer.comparisons.ledgers.voices import make_flat, make_voices


def test_the_pieces_themselves_come_first_and_have_what_nobody_else_says(lookup: Lookup) -> None:
    first, *others = make_voices(lookup)
    assert first.speaker == "The piece itself"
    assert first.left
    total = len(lookup.left.reading.text.split())
    said = sum(row.left.words for row in others if row.left)
    assert first.left.words == total - said


def test_one_speaker_of_both_sides_has_one_row(lookup: Lookup) -> None:
    (row,) = (row for row in make_voices(lookup) if row.speaker == "Ilse Brandt")
    assert row.left
    assert row.right
    assert (row.manner, row.left.words, row.left.quoted) == ("a named source", 6, 3)


def test_speakers_with_most_words_come_first(lookup: Lookup) -> None:
    words = [row.words for row in make_voices(lookup)[1:]]
    assert words == sorted(words, reverse=True)


def test_nested_statements_are_counted_once(lookup: Lookup) -> None:
    left = lookup.report.left
    twice = replace(left, attributions=(*left.attributions, *left.attributions))
    again = make_voices(look_up(replace(lookup.report, left=twice), lookup.names))
    assert again == make_voices(lookup)


def test_what_is_stated_flatly_names_the_source_of_the_other_side(lookup: Lookup) -> None:
    (row,) = make_flat(lookup)
    assert (row.flat, row.says) == ("right", "a person familiar with the inquiry")
    assert row.right == "An autopilot fault caused the grounding."
    assert row.outcome.href == "?card=d24#card"


def test_sheet_of_voices_holds_what_one_side_states_flatly(book: Book) -> None:
    sheet = make_sheet(book, "voices")
    rows = [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]
    flat = [row for row in rows if row["What the row tells"] == "stated flatly by one"]
    assert len(flat) == len(book.flat) > 0
    assert [row["Who speaks"] for row in flat] == [one.says for one in book.flat]
    assert {row["Stated flatly in"] for row in flat} <= {book.names_of_sides.left, book.names_of_sides.right}
    for row, one in zip(flat, book.flat, strict=True):
        assert (row["The Harbour Post: passage"], row["Northern Chronicle: passage"]) == (one.left, one.right)
        assert row["In words"] == one.outcome.verdict
    assert [row["Who speaks"] for row in rows if row not in flat] == [one.speaker for one in book.voices]
