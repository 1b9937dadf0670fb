"""Corrections of the report written by hand, as people would make them."""

from __future__ import annotations

from datetime import UTC, datetime

from comparer.analysis.report import Report, Span
from comparer.comparisons.corrections.changes import Action, Change, Target
from comparer.comparisons.corrections.targets import target_of, target_of_words
from tests.comparisons.reports import span

WHEN = datetime(2031, 5, 9, 8, 30, tzinfo=UTC)


def change(target: Target | None, action: Action, value: str = "", *, number: int = 1) -> Change:
    assert target is not None
    return Change(number, action, target, value, "ana", WHEN)


def on_mark(report: Report, mark: str, action: Action, value: str = "", *, number: int = 1) -> Change:
    return change(target_of(report, mark), action, value, number=number)


def passages(report: Report, left: str = "", right: str = "") -> Target:
    """Return the target with these words, each found once in its text."""
    return target_of_words(
        report,
        "passages",
        [Span(*span(report.left, left))] if left else [],
        [Span(*span(report.right, right))] if right else [],
    )
