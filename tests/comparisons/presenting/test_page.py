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


def numbers_of(page: Page) -> dict[str, int]:
    """Return the number of each line of the list, the folded ones too."""
    sections = (*page.sections, *page.folded_sections)
    return {entry.id: entry.number for section in sections for entry in section.entries}


def test_the_whole_text_stands_on_the_page(report: Report) -> None:
    page = present(report)
    for pane, reading in zip(page.panes, (report.left, report.right), strict=True):
        text = "\n".join("".join(run.text for run in block.runs) for block in pane.blocks)
        assert text == reading.text


def test_the_list_names_exactly_the_marks_that_show(report: Report) -> None:
    for show in ("main", "all", "match", "only"):
        page = present(report, query={"show": [show]})
        listed = set(numbers_of(page))
        assert listed == shown_in(page, 0) | shown_in(page, 1)


def test_marks_carry_the_number_of_their_line_in_the_list(report: Report) -> None:
    page = present(report)
    numbers = numbers_of(page)
    looks = [(run.top, run.look) for pane in page.panes for block in pane.blocks for run in block.runs if run.top]
    assert all(look and look.number == numbers[top] for top, look in looks)


def test_the_number_of_a_note_stands_once_on_each_side_at_the_end_of_its_mark(report: Report) -> None:
    page = present(report, query={"show": ["all"]})
    numbers = numbers_of(page)
    for pane in page.panes:
        runs = [run for block in pane.blocks for run in block.runs]
        last = {mark: at for at, run in enumerate(runs) for mark in run.marks if mark in numbers}
        noted = [(at, number) for at, run in enumerate(runs) for number in run.notes]
        assert sorted(noted) == sorted((at, numbers[mark]) for mark, at in last.items())
        assert len(noted) > 10


@pytest.mark.parametrize(
    ("view", "filled"),
    [
        ("texts", {"panes", "sections"}),
        ("both", {"panes", "sections"}),
        ("one", {"panes", "sections"}),
        ("rows", {"rows"}),
        ("told", {"told"}),
        ("map", {"overview", "sections"}),
    ],
)
def test_a_view_brings_only_what_it_shows(report: Report, view: str, filled: set[str]) -> None:
    page = present(report, query={"view": [view]})
    assert {name for name in ("panes", "sections", "rows", "told", "overview") if getattr(page, name)} == filled


@pytest.mark.parametrize("view", ["texts", "both", "one", "rows", "told", "map"])
@pytest.mark.parametrize("label", ["label", "narrow_label"])
def test_one_tab_is_chosen_at_every_width_unless_two_texts_stand_for_one(report: Report, view: str, label: str) -> None:
    tabs = present(report, query={"view": [view]}).tabs
    offered = [tab for tab in tabs if getattr(tab, label)]
    assert [tab.chosen for tab in offered].count(True) == 1


def test_the_link_to_a_card_lasts_though_a_person_changes_what_it_says(report: Report) -> None:
    before = present(report, query={"card": ["d1"]}).card
    changed = replace(
        report, differences=(replace(report.differences[0], kind="place", verdict="update"), *report.differences[1:])
    )
    after = present(changed, query={"card": ["d1"]}, before=report).card
    assert before
    assert after
    assert after.link == before.link
    found = present(changed, query={"mark": [before.link[6:16]]}, before=report)
    assert found.choice.card == "d1"


def test_a_lasting_link_leads_to_the_card_whatever_its_number_is_now(report: Report) -> None:
    link = present(report, query={"card": ["d1"]}).card
    assert link
    others = [replace(one, id=f"d{number}") for number, one in enumerate(report.differences[::-1], start=1)]
    page = present(replace(report, differences=tuple(others)), query={"mark": [link.link[6:16]]})
    assert page.card
    assert page.card.id == f"d{len(others)}"
    assert page.card.headline == link.headline


def test_a_lasting_link_to_what_is_gone_opens_no_other_card(report: Report) -> None:
    page = present(report, query={"mark": ["0123456789"]})
    assert page.card is None
    assert page.choice.mark


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
    start = time.process_time()
    present(big, query={"show": ["all"]})
    assert time.process_time() - start < 1.5


def test_what_people_took_out_is_listed_up_to_a_number_and_counted_whole() -> None:
    before = make_big_report(sentences=20, differences=80)
    page = present(replace(before, differences=()), before=before, taken_out=[one.id for one in before.differences])
    assert sum(len(section.entries) for section in page.taken_out) == 50
    assert (page.taken_out_count, page.taken_out_more) == (80, 30)
