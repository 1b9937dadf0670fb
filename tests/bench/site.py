"""The result page, on a database in memory."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from django.test import Client
from django.test.utils import setup_databases, setup_test_environment, teardown_databases

from comparer.analysis.compare import ENGINE
from comparer.comparisons.running import perform
from comparer.comparisons.services import make_example
from comparer.library.worked_example import read_example
from tests.bench import class_board, corrections, long_page
from tests.bench.measure import Row, seconds_of


def measure() -> Iterator[Row]:
    """Yield what the pages of the worked example and of a long pair cost."""
    setup_test_environment(debug=False)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        yield from _pages()
        yield from corrections.measure()
        yield from long_page.measure()
        yield from class_board.measure()
    finally:
        teardown_databases(databases, verbosity=0)


def _pages() -> Iterator[Row]:
    left, right = read_example()
    comparison = make_example(left=left, right=right, engine=ENGINE)
    perform(comparison.pk)
    comparison.refresh_from_db()
    if not comparison.is_done:
        raise SystemExit(f"The example could not be compared: {comparison.get_trouble_display()}")
    client = Client()
    for name, address, aim in (
        ("page of a result", comparison.get_absolute_url(), "150 ms"),
        ("first page", "/", ""),
    ):
        page = client.get(address)
        if page.status_code != 200:
            raise SystemExit(f"{address} answered {page.status_code}.")
        yield Row(name, seconds=seconds_of(lambda address=address: client.get(address)), aim=aim)  # type: ignore[misc]
        yield Row("  as sent", size=len(page.content), aim="300 KB" if aim else "")
        yield Row("  compressed", size=len(gzip.compress(page.content)))
