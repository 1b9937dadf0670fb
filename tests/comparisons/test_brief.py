from __future__ import annotations

from typing import Any

import pytest

from comparer.comparisons.brief import count_for_lists, say_in_brief
from comparer.comparisons.presenting.shown import collect, sureness_of
from tests.comparisons.reports import make_report


def kinds(*conflicts: int) -> dict[str, Any]:
    names = ("number", "place", "date")
    return {"kinds": {name: {"conflict": one, "compatible": 4} for name, one in zip(names, conflicts, strict=False)}}


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ({"matches": 12, "possible": 3, "doubtful_conflicts": 3} | kinds(2, 2), "12 claims match and 3 more may match; they disagree on 1 point, and may on 3."),
        ({"matches": 1, "possible": 0, "doubtful_conflicts": 0} | kinds(2, 1), "1 claim matches; they disagree on 3 points."),
        ({"matches": 0, "possible": 4, "doubtful_conflicts": 1} | kinds(1), "No claim matches, 4 may; they may disagree on 1 point."),
        ({"matches": 0, "possible": 0, "doubtful_conflicts": 0} | kinds(), "No claim matches; nothing was found on which they disagree."),
        ({"matches": 1200} | kinds(1, 1), "1,200 claims match; they disagree on 2 points."),
    ],
)  # fmt: skip
def test_a_comparison_in_brief_tells_sure_from_possible(counts: dict[str, Any], says: str) -> None:
    assert say_in_brief(counts) == says


def test_the_counts_for_lists_are_those_of_the_result_page() -> None:
    report = make_report()
    shown = [sureness_of(item) for item in collect(report) if item.group == "conflict"]
    counts = count_for_lists(report)
    assert counts["doubtful_conflicts"] == shown.count("possible") > 0
    assert sum(verdicts.get("conflict", 0) for verdicts in counts["kinds"].values()) == len(shown)
    assert counts["matches"] == report.summary.matches
