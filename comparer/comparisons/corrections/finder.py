"""From the words of a correction back to the marks of a report."""

from __future__ import annotations

from collections import defaultdict

from comparer.analysis.report import ClaimPair, Report
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.corrections.recut import Became, Recut
from comparer.comparisons.corrections.targets import claims_of, find_words, ranges_of


class Finder:
    """Finds the marks of targets in one report. Made once, so that thousands of targets are found quickly.

    `recut` is the same report with its claims split and joined: a pair or claim is found by its words before
    and by its words now.
    """

    def __init__(self, report: Report, recut: Recut) -> None:
        self._report = report
        self._marks: dict[tuple[object, ...], dict[str, None]] = defaultdict(dict)
        for one in report.differences:
            self._put(("difference", one.kind, one.verdict, ranges_of(one.left), ranges_of(one.right)), one.id)
        for pair in report.pairs:
            self._put_pair(report, pair)
        self._put_claims(report, recut.became)
        if any(recut.became):
            for pair in recut.report.pairs:
                self._put_pair(recut.report, pair)
            self._put_claims(recut.report, ({}, {}))

    def marks(self, target: Target) -> tuple[str, ...]:
        """Return the marks at exactly the target's words; none where words or marks are gone."""
        words = find_words(self._report, target)
        if words is None:
            return ()
        return tuple(self._marks.get((target.what, target.kind, target.verdict, *words), ()))

    def _put(self, at: tuple[object, ...], *marks: str) -> None:
        self._marks[at] |= dict.fromkeys(marks)

    def _put_pair(self, report: Report, pair: ClaimPair) -> None:
        left, right = claims_of(report, pair)
        self._put(("pair", None, None, ranges_of(left), ranges_of(right)), pair.id)

    def _put_claims(self, report: Report, became: tuple[Became, Became]) -> None:
        # Any claim: what is told by one only because people unpaired it can be corrected, too.
        for one in report.left.claims:
            now = became[0].get(one.id, (one.id,))
            self._put(("claim", None, None, ranges_of((one,)), ()), *(f"left-{claim}" for claim in now))
        for one in report.right.claims:
            now = became[1].get(one.id, (one.id,))
            self._put(("claim", None, None, (), ranges_of((one,))), *(f"right-{claim}" for claim in now))
