from __future__ import annotations

import pytest

from comparer.analysis.report import Report
from comparer.comparisons.ledgers.book import Book, make_book
from comparer.comparisons.ledgers.lookup import Lookup, look_up
from comparer.comparisons.presenting.sides import Names
from tests.comparisons.ledgers.reading_more import make_full_report

NAMES = Names("The Harbour Post", "Northern Chronicle")


@pytest.fixture(scope="session")
def full() -> Report:
    return make_full_report()


@pytest.fixture(scope="session")
def lookup(full: Report) -> Lookup:
    return look_up(full, NAMES)


@pytest.fixture(scope="session")
def book(full: Report) -> Book:
    return make_book(full, NAMES)
