"""More corrections than anybody makes: to measure with, and to count queries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from comparer.accounts.models import User
from comparer.analysis.report import Report
from comparer.comparisons.corrections.changes import Action, Target, target_to_json
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.targets import claims_of, target_of_words
from comparer.comparisons.models import Comparison

JUDGED: tuple[tuple[Action, str], ...] = (
    ("confirm", ""),
    ("reject", ""),
    ("verdict", "differs"),
    ("kind", "date"),
    ("note", "Ask again."),
)


def many_corrections(report: Report, number: int) -> Iterator[tuple[Action, str, Target]]:
    """Yield so many acts with their values and targets: on marks, pairs, sentences and claims, in turns."""
    return islice(_all(report), number)


def keep_many(comparison: Comparison, report: Report, number: int, made_by: User) -> None:
    """Keep so many corrections of the comparison."""
    Correction.objects.bulk_create(
        Correction(
            comparison=comparison,
            action=action,
            value=value,
            target=target.key,
            anchor=target_to_json(target),
            made_by=made_by,
        )
        for action, value, target in many_corrections(report, number)
    )


def _all(report: Report) -> Iterator[tuple[Action, str, Target]]:
    marks = [
        replace(target_of_words(report, "difference", one.left, one.right), kind=one.kind, verdict=one.verdict)
        for one in report.differences
    ]
    pairs = [target_of_words(report, "pair", *claims_of(report, pair)) for pair in report.pairs]
    sentences = [target_of_words(report, "passages", (one,), ()) for one in report.left.sentences]
    while True:
        for at, mark in enumerate(marks):
            action, value = JUDGED[at % len(JUDGED)]
            yield action, value, mark
        yield from (("confirm", "", pair) for pair in pairs)
        yield from (("note", "Look here.", sentence) for sentence in sentences)
