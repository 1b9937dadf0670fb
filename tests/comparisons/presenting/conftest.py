from __future__ import annotations

import pytest

from comparer.analysis.report import Report
from comparer.comparisons.presenting.shown import Item, collect
from comparer.comparisons.presenting.sides import Names
from tests.comparisons.reports import make_report


@pytest.fixture(scope="session")
def report() -> Report:
    return make_report()


@pytest.fixture(scope="session")
def items(report: Report) -> tuple[Item, ...]:
    return collect(report)


@pytest.fixture
def names() -> Names:
    return Names("The Harbour Post", "Northern Chronicle")
