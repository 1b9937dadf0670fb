"""Ledgers as CSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.comparisons.ledgers import LEDGERS, make_sheet, write_csv
from comparer.comparisons.ledgers.book import Book
from comparer.comparisons.ledgers.sheets import DANGEROUS, Sheet, make_harmless
from comparer.comparisons.ledgers.titles import LedgerName


def read(document: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(document.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("ledger", LEDGERS)
def test_every_sheet_is_a_rectangle_that_a_reader_of_csv_gives_back(book: Book, ledger: LedgerName) -> None:
    sheet = make_sheet(book, ledger)
    assert sheet.rows
    assert {len(row) for row in sheet.rows} == {len(sheet.headings)}
    document = write_csv(sheet)
    assert document.startswith(b"\xef\xbb\xbf")
    assert len(read(document)) == len(sheet.rows) + 1


def test_sheet_of_numbers_names_the_pieces(book: Book) -> None:
    sheet = make_sheet(book, "numbers")
    row = dict(zip(sheet.headings, sheet.rows[0], strict=True))
    assert row["The Harbour Post: words"]
    assert row["How it came out"] == "They disagree"


@pytest.mark.parametrize(
    ("cell", "harmless"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-5", "'-5"),
        ("@name", "'@name"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("a=1", "a=1"),
        ("", ""),
        ("null\x00byte", "nullbyte"),
    ],
)
def test_cells_are_made_harmless(cell: str, harmless: str) -> None:
    assert make_harmless(cell) == harmless


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_no_cell_can_be_taken_for_a_formula(cells: list[str]) -> None:
    (_, row) = read(write_csv(Sheet(("a",) * len(cells), (tuple(cells),))))
    assert len(row) == len(cells)
    assert not any(cell.startswith(DANGEROUS) for cell in row)
