"""How sure a pair must be before its disagreement is called a conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comparer.analysis.differences.finding import Finding
from comparer.analysis.report import ClaimPair

_CLOSE = 0.6


def credible(findings: Iterable[Finding], pair: ClaimPair, *, same_time: bool) -> Iterator[Finding]:
    """Yield the findings that can be told of `pair`.

    Two passages that only may be counterparts disagree all the time about
    different things. A conflict between them is told where the slot itself
    shows that both mean the same: numbers are compared by what they count,
    "sure" dates and places by the event that they belong to. Yes and no, and
    who did it, ask for a close pair, or for one whose roles show that both mean one
    event: two events of one sort are no contradiction. `same_time` is
    false where the passages tell of different years.
    """
    findings = list(findings)
    apart = any(finding.kind == "place" and finding.verdict == "conflict" for finding in findings)
    dated = any(finding.kind == "date" and finding.verdict == "conflict" for finding in findings)
    nested = any(finding.kind == "place" and finding.verdict == "compatible" for finding in findings)
    updated = any(finding.kind == "number" and finding.verdict == "update" for finding in findings)
    for finding in findings:
        if updated and finding.kind == "date" and finding.verdict == "conflict":
            continue  # the two days are when it was counted
        if apart and dated and finding.kind in ("date", "place") and finding.verdict == "conflict":
            continue  # on another day and elsewhere: two events of one sort
        if finding.kind == "number" and finding.verdict in ("conflict", "update"):
            if apart:
                continue  # the dead of one district are not the dead of the next
            if nested:
                finding = replace(finding, sureness="possible")  # noqa: PLW2901
        if finding.verdict not in ("conflict", "update") or _holds(finding, pair, same_time=same_time):
            yield finding


def _holds(finding: Finding, pair: ClaimPair, *, same_time: bool) -> bool:
    if pair.tier == "possible":
        of_one_event = finding.kind in ("date", "place") and finding.sureness == "sure"
        return same_time and (finding.kind == "number" or of_one_event)
    if pair.score >= _CLOSE:
        return True
    if finding.kind == "date" and finding.sureness != "possible":
        return True  # the years by which the passages lie apart may be what they disagree on
    if finding.kind in ("polarity", "person"):
        return same_time and finding.confirmed
    return same_time and (finding.kind == "number" or finding.sureness != "possible")
