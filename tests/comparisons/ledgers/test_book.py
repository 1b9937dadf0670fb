"""All ledgers together, for reports of any kind."""

from __future__ import annotations

import time

import pytest

from comparer.analysis.report import Reading, Report
from comparer.comparisons.ledgers import LEDGERS, make_book, make_sheet, write_csv
from comparer.comparisons.ledgers.titles import TITLES
from comparer.comparisons.presenting.sides import Names
from tests.comparisons.big_reports import make_big_report


def test_an_empty_report_makes_empty_ledgers() -> None:
    nothing = Reading("", None, None, None, "en", "1")
    book = make_book(Report("1", nothing, nothing), Names())
    assert [len(book.rows(name)) for name in LEDGERS] == [0] * len(LEDGERS)
    assert all(write_csv(make_sheet(book, name)) for name in LEDGERS)


@pytest.mark.parametrize("ledger", LEDGERS)
def test_every_ledger_has_words_for_nothing_and_explains_its_terms(ledger: str) -> None:
    title = TITLES[ledger]  # type: ignore[index]
    assert title.empty
    assert title.intro
    assert title.terms


def test_ledgers_of_thousands_of_marks_are_quick() -> None:
    report = make_big_report()
    begin = time.perf_counter()
    make_book(report, Names("One", "Two"))
    assert time.perf_counter() - begin < 2
