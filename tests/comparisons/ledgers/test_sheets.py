"""Ledgers as CSV."""

from __future__ import annotations

import csv
import io

import pytest

from comparer.comparisons.ledgers import LEDGERS, make_sheet, write_csv
from comparer.comparisons.ledgers.book import Book
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
