"""All ledgers together, for reports of any kind."""

from __future__ import annotations

import pytest

from comparer.analysis.report import Reading, Report
from comparer.comparisons.ledgers import LEDGERS, Book, LedgerName, make_book, make_sheet, write_csv
from comparer.comparisons.ledgers.titles import TITLES
from comparer.comparisons.presenting.sides import Names
from tests.comparisons.big_reports import make_big_report
from tests.counting import count_calls


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


def test_ledgers_cost_no_more_for_each_of_thousands_of_marks() -> None:
    some, many = (make_big_report(sentences=size, differences=12 * size) for size in (60, 240))
    cost = [count_calls(lambda report=report: make_book(report, Names("One", "Two"))) for report in (some, many)]  # type: ignore[misc]
    assert cost[1] < 6 * cost[0]


@pytest.mark.parametrize("ledger", LEDGERS)
def test_folding_loses_no_row_and_keeps_the_order(ledger: LedgerName, book: Book) -> None:
    folded = book.folds[ledger]
    rows = list(book.rows(ledger))
    for part in (folded.openly, folded.folded, folded.after):
        assert [row for row in rows if row in part] == list(part)
    assert len(folded.openly) + len(folded.folded) + len(folded.after) == len(rows)


def test_what_disagrees_or_stands_alone_is_never_folded(book: Book) -> None:
    for ledger in ("numbers", "names", "times", "places"):
        assert {row.outcome.group for row in book.folds[ledger].folded} <= {"alike"}
    assert book.folds["numbers"].folded
    assert not book.folds["told"].folded
    assert all(not row.is_far for row in book.folds["prominence"].folded)


def test_other_words_for_the_same_are_not_folded(book: Book) -> None:
    assert "other words for the same" in {row.outcome.verdict for row in book.folds["names"].openly}
