"""What only one side tells."""

from __future__ import annotations

from comparer.analysis.report import Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.told import make_told


def test_told_gives_the_nearest_of_the_other_side_and_why_it_is_no_match(
    report: Report, items: tuple[Item, ...]
) -> None:
    told = make_told(report, items, "right", Choice(view="told"))
    assert sum(one.count for one in told) == len(report.only_right)
    assert {one.why for one in told} == {"No shared number, name or event."}
    assert all(one.nearest for one in told)


def test_told_links_a_claim_that_a_difference_speaks_of_to_the_difference(
    report: Report, items: tuple[Item, ...]
) -> None:
    omission = next(one for one in report.differences if (one.kind, one.verdict) == ("omission", "only_right"))
    told = make_told(report, items, "right", Choice(view="told"))
    assert omission.id in {part.id for one in told for part in one.parts}


def test_told_does_without_a_nearest_claim(report: Report, items: tuple[Item, ...]) -> None:
    bare = Report("test", report.left, report.right, only_left=report.only_left)
    assert {one.nearest for one in make_told(bare, items, "left", Choice())} == {None}
