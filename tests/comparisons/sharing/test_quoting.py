from __future__ import annotations

import pytest

from comparer.analysis.report import Report, report_from_json, report_to_json
from comparer.comparisons.exporting.annotations import write_annotations
from comparer.comparisons.exporting.document import write_document
from comparer.comparisons.exporting.page import write_page
from comparer.comparisons.presenting import present
from comparer.comparisons.sharing.quoting import limit_quotations
from tests.comparisons.big_reports import make_big_report
from tests.comparisons.exporting.making import make_test_export
from tests.comparisons.reports import make_report

LIMITS = [1, 20, 60, 100_000]


def cut(limit: int) -> Report:
    return limit_quotations(make_report(), limit)


def test_no_limit_leaves_the_report_as_it_is() -> None:
    report = make_report()
    assert limit_quotations(report, 0) is report


@pytest.mark.parametrize("limit", LIMITS)
def test_every_difference_keeps_its_words(limit: int) -> None:
    before, after = make_report(), cut(limit)
    for old, new in zip(before.differences, after.differences, strict=True):
        if old.kind == "omission" and old.pair is None:
            continue
        for side in ("left", "right"):
            reading = getattr(after, side)
            assert [one.text for one in getattr(new, side)] == [one.text for one in getattr(old, side)]
            assert all(reading.text[one.start : one.end] == one.text for one in getattr(new, side))


def test_what_no_mark_is_near_is_gone() -> None:
    report = cut(20)
    assert "Aurelia followed every rule" not in report_to_json(report)
    assert "Share this article" not in report_to_json(report)
    assert "[…]" in report.left.text
    assert len(report.left.text) + len(report.right.text) < 0.75 * sum(
        len(one.text) for one in (make_report().left, make_report().right)
    )


def test_of_what_one_side_tells_only_the_beginning_stays() -> None:
    words = report_to_json(cut(25))
    assert "Passengers described" in words
    assert "handed down ropes into fishing boats" not in words


def test_titles_stay_whole() -> None:
    report = cut(1)
    assert report.left.text.startswith("Ferry runs aground off Karsund with 212 on board\n")


@pytest.mark.parametrize("limit", LIMITS)
def test_a_cut_report_is_a_report_like_any_other(limit: int) -> None:
    report = cut(limit)
    assert report_from_json(report_to_json(report)) == report
    for query in ({}, {"view": ["rows"], "show": ["match"]}, {"view": ["told"]}, {"show": ["all"]}):
        present(report, query=query)
    for mark in [*(one.id for one in report.differences), *(one.id for one in report.pairs), "left-c1"]:
        present(report, query={"card": [mark]})
    for write in (write_page, write_document, write_annotations):
        assert write(make_test_export(report))


def test_a_large_report_is_cut_in_passing() -> None:
    report = limit_quotations(make_big_report(), 10)
    assert len(report.differences) == 3_000
