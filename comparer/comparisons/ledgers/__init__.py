"""Ledgers of a finished comparison: tables that a person would print. Reports in, typed rows out; no request, no HTML."""

from comparer.comparisons.ledgers.book import Book, make_book
from comparer.comparisons.ledgers.sheets import make_sheet, write_csv
from comparer.comparisons.ledgers.titles import LEDGERS, LedgerName

__all__ = ["LEDGERS", "Book", "LedgerName", "make_book", "make_sheet", "write_csv"]
