"""Exports for tests: the hand-written report, as given or with changes, on a fixed day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from comparer.analysis.report import Excerpt, Report
from comparer.comparisons.exporting.export import Export, make_export
from tests.comparisons.reports import make_report

MADE = datetime(2031, 5, 9, 14, 30, tzinfo=UTC)
HOSTILE = "</style><script>alert(1)</script> \\textbf{x} & % # _ ^ ~ $ “quoted” \U0001f600 \u202eabc"


def make_test_export(report: Report | None = None, **given: Any) -> Export:
    return make_export(report or make_report(), **{"made": MADE, "outlets": ("The Harbour Post", ""), **given})


def with_hostile_words() -> Report:
    """Return the report with markup, TeX and odd characters in title, outlet, text and reasons."""
    report = make_report()
    text = report.left.text + "\n" + HOSTILE
    start = len(report.left.text) + 1
    left = replace(
        report.left,
        title=HOSTILE,
        outlet=HOSTILE,
        text=text,
        paragraphs=(*report.left.paragraphs, replace(report.left.paragraphs[-1], start=start, end=len(text))),
    )
    first = replace(report.differences[0], left=(Excerpt(start, len(text), HOSTILE),), explanation=HOSTILE)
    return replace(report, left=left, differences=(first, *report.differences[1:]))
