"""Rows of aligned claims."""

from __future__ import annotations

from comparer.analysis.report import Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.rows import Row, make_rows
from comparer.comparisons.presenting.shown import Item, choose
from comparer.comparisons.presenting.sides import Names


def rows(report: Report, items: tuple[Item, ...], names: Names, choice: Choice) -> tuple[Row, ...]:
    return make_rows(report, items, choose(items, choice), names, choice)


def test_rows_of_matches_hold_every_pair_with_all_its_differences(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    made = rows(report, items, names, Choice(show="match", view="rows"))
    assert len(made) == len(report.pairs)
    tags = [tag.id for row in made for tag in row.tags]
    assert sorted(tags) == sorted(one.id for one in report.differences if one.pair)


def test_rows_keep_to_pairs_with_a_difference_that_shows(report: Report, items: tuple[Item, ...], names: Names) -> None:
    (row,) = rows(report, items, names, Choice(show="conflict", kinds=("place",), view="rows"))
    assert [tag.label for tag in row.tags] == ["Places"]
    assert "".join(run.text for run in row.left[0]) == (
        "The Aurelia struck the Grey Teeth reef at 5:40 a.m., about two kilometres south of Karsund harbour."
    )
    assert [run.text for run in row.right[0] if run.top] == ["Widow’s Rock reef"]
    assert row.href == "?show=conflict&view=rows&kind=place&card=p4"
