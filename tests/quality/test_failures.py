"""What the page calls a known failure still fails; what was mended has to leave the list."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.tools import load_tools
from comparer.quality.failures import Failure, read_failures


@pytest.mark.parametrize("failure", read_failures(), ids=lambda failure: failure.title)
def test_a_known_failure_still_fails(failure: Failure) -> None:
    tools = load_tools()
    left, right = (read_article(text, tools=tools) for text in (failure.left, failure.right))
    report = compare_readings(left, right, lexicons=tools.lexicons)
    found = {(difference.kind, difference.verdict) for difference in report.differences}
    mended = [*found.intersection(failure.misses), *set(failure.wrong).difference(found)]
    assert mended == [], "It is mended: take it off comparer/quality/failures.toml."
    if failure.does.startswith("Marks nothing"):
        assert report.pairs
        assert found == set()
    if failure.does.startswith("Shows them as told by one only"):
        assert report.pairs == ()


def test_every_failure_says_what_can_be_checked() -> None:
    failures = read_failures()
    assert all(failure.misses or failure.wrong for failure in failures)
    assert len({failure.title for failure in failures}) == len(failures)
