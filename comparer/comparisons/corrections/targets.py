"""From a mark of a report to the words it stands for, and where these words stand."""

from __future__ import annotations

from collections.abc import Iterable

from comparer.analysis.report import Claim, ClaimPair, Difference, Reading, Report, Span
from comparer.comparisons.corrections.anchors import Selector, find, select
from comparer.comparisons.corrections.changes import Target, What
from comparer.comparisons.corrections.ranges import Ranges


def target_of(report: Report, mark: str) -> Target | None:
    """Return what the mark d7, p3, left-c9 or right-c9 of the report stands for; None if there is no such mark."""
    for difference in report.differences:
        if difference.id == mark:
            return _of_difference(report, difference)
    for pair in report.pairs:
        if pair.id == mark:
            return target_of_words(report, "pair", *claims_of(report, pair))
    return _of_claim(report, mark)


def target_of_words(report: Report, what: What, left: Iterable[Span], right: Iterable[Span]) -> Target:
    """Return the target with these words of the two texts."""
    return Target(what, _select(report.left.text, left), _select(report.right.text, right))


def claims_of(report: Report, pair: ClaimPair) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the words of a pair on both sides."""
    return tuple(map(report.left.claim, pair.left)), tuple(map(report.right.claim, pair.right))


def _of_difference(report: Report, one: Difference) -> Target:
    words = target_of_words(report, "difference", one.left, one.right)
    return Target("difference", words.left, words.right, one.kind, one.verdict)


def _of_claim(report: Report, mark: str) -> Target | None:
    side, _, claim = mark.partition("-")
    reading = {"left": report.left, "right": report.right}.get(side)
    words = find_claim(reading, claim) if reading else None
    if words is None:
        return None
    return target_of_words(report, "claim", *(((words,), ()) if side == "left" else ((), (words,))))


def find_claim(reading: Reading, claim_id: str) -> Claim | None:
    try:
        return reading.claim(claim_id)
    except (KeyError, ValueError):
        return None


def _select(text: str, spans: Iterable[Span]) -> tuple[Selector, ...]:
    return tuple(select(text, span) for span in spans if span.start < span.end)


def find_words(report: Report, target: Target) -> tuple[Ranges, Ranges] | None:
    """Return where the target's words stand; None if any of them is not found beyond doubt."""
    left = [find(report.left.text, one) for one in target.left]
    right = [find(report.right.text, one) for one in target.right]
    if None in left or None in right:
        return None
    return ranges_of(one for one in left if one), ranges_of(one for one in right if one)


def ranges_of(spans: Iterable[Span]) -> Ranges:
    return tuple(sorted({(span.start, span.end) for span in spans if span.start < span.end}))
