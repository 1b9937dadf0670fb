"""The page as a whole."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from comparer.analysis.report import Removed, Report
from comparer.comparisons.presenting import Page, present
from tests.comparisons.big_reports import make_big_report


def shown_in(page: Page, side: int) -> set[str]:
    return {run.top for block in page.panes[side].blocks for run in block.runs if run.top}


def test_the_whole_text_stands_on_the_page(report: Report) -> None:
    page = present(report)
    for pane, reading in zip(page.panes, (report.left, report.right), strict=True):
        text = "\n".join("".join(run.text for run in block.runs) for block in pane.blocks)
        assert text == reading.text


def test_the_list_names_exactly_the_marks_that_show(report: Report) -> None:
    for show in ("main", "all", "match", "only"):
        page = present(report, query={"show": [show]})
        listed = {entry.id for section in page.sections for entry in section.entries}
        assert listed == shown_in(page, 0) | shown_in(page, 1)


def test_marks_carry_the_number_of_their_line_in_the_list(report: Report) -> None:
    page = present(report)
    numbers = {entry.id: entry.number for section in page.sections for entry in section.entries}
    looks = [(run.top, run.look) for pane in page.panes for block in pane.blocks for run in block.runs if run.top]
    assert all(look and look.number == numbers[top] for top, look in looks)


def test_the_number_of_a_note_stands_once_on_each_side_at_the_end_of_its_mark(report: Report) -> None:
    page = present(report, query={"show": ["all"]})
    numbers = {entry.id: entry.number for section in page.sections for entry in section.entries}
    for pane in page.panes:
        runs = [run for block in pane.blocks for run in block.runs]
        last = {mark: at for at, run in enumerate(runs) for mark in run.marks if mark in numbers}
        noted = [(at, number) for at, run in enumerate(runs) for number in run.notes]
        assert sorted(noted) == sorted((at, numbers[mark]) for mark, at in last.items())
        assert len(noted) > 10


@pytest.mark.parametrize(("view", "filled"), [("texts", {"panes", "sections"}), ("rows", {"rows"}), ("told", {"told"})])
def test_a_view_brings_only_what_it_shows(report: Report, view: str, filled: set[str]) -> None:
    page = present(report, query={"view": [view]})
    assert {name for name in ("panes", "sections", "rows", "told") if getattr(page, name)} == filled


def test_new_filters_come_without_the_texts(report: Report) -> None:
    page = present(report, query={"show": ["all"]}, with_texts=False)
    assert page.panes == ()
    assert page.sections


def test_what_was_mended_and_set_aside_is_told_apart(report: Report) -> None:
    left = present(report).panes[0]
    assert (len(left.mended), len(left.damaged), len(left.removed)) == (1, 1, 2)


def test_what_was_set_aside_for_one_reason_is_told_once_with_its_count(report: Report) -> None:
    again = [Removed(f"Line {number % 7}", "the same paragraph again") for number in range(700)]
    byline = Removed("By Ann Ever", "the author's name")
    left = replace(report.left, removed=(again[0], byline, *again[1:]))
    first, second = present(replace(report, left=left)).panes[0].removed
    assert (first.why, first.count) == ("The same paragraph again.", 700)
    assert first.texts == tuple(f"Line {number}" for number in range(5))
    assert (second.count, second.texts) == (1, ("By Ann Ever",))


def test_present_takes_a_report_of_nothing(report: Report) -> None:
    page = present(Report("test", report.left, report.right), query={"card": ["d1"]})
    assert page.card is None
    assert page.total == 0


def test_present_is_quick_with_thousands_of_marks() -> None:
    big = make_big_report()
    present(big)
    start = time.perf_counter()
    present(big, query={"show": ["all"]})
    assert time.perf_counter() - start < 1.5
