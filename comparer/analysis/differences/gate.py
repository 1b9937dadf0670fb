"""How sure a pair must be before its disagreement is called a conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.nearness import Nearness
from comparer.analysis.report import ClaimPair

_ONE_EVENT, _ONE_ACTION = 0.6, 0.55
# Of dates: where the times show one event, where few words are shared, where nothing but the passages shows one event; and more than can be.
_ONE_DAY, _IN_OTHER_WORDS, _SAME_EVENT, _NEVER = 0.52, 0.65, 0.66, 2.0
_FEW_WORDS = 0.3
# Of framing: how near in meaning, and how much of the shorter and of the longer statement both must have.
_TOLD_OF_ONE = {"certainty": (0.55, 0.5, 0.25), "agency": (0.5, 0.4, 0.15)}
_FEWEST_TOLD = 2
_OF_ONE_NAMED = 0.39
_FRAMING = frozenset({*_TOLD_OF_ONE, "naming"})
_ONE_THING, _ONE_SORT = 0.5, 0.35
_LEAST = 0.3


def credible(
    findings: Iterable[Finding], pair: ClaimPair, *, same_time: bool, near: Callable[[Finding], Nearness]
) -> Iterator[Finding]:
    """Yield the findings that can be told of `pair`.

    Two passages that only may be counterparts disagree all the time about
    different things. A conflict is told where the clauses around the two slots
    are near enough to speak of one thing (`near` says how near); numbers and
    places whose slots alone show that they mean the same need less. `same_time`
    is false where the passages tell of different years.
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
        if finding.kind in _FRAMING:
            if _frames_one_thing(finding, pair, near(finding), same_time=same_time):
                yield finding
        elif finding.verdict not in ("conflict", "update") or _holds(finding, pair, near(finding), same_time=same_time):
            yield finding


def _holds(finding: Finding, pair: ClaimPair, near: Nearness, *, same_time: bool) -> bool:
    matched = pair.tier == "match"
    # the years by which the passages lie apart may be what they disagree on
    if not (same_time or (matched and (finding.kind == "date" or near.meaning >= _ONE_EVENT))):
        return False
    if finding.kind in ("number", "place") and finding.sureness == "sure":
        return True
    if finding.kind == "number" and finding.sureness == "likely":
        return not matched or near.meaning >= _LEAST
    if finding.kind in ("number", "place"):
        return matched and near.meaning >= _ONE_THING
    if finding.confirmed and same_time:
        return matched and near.meaning >= _ONE_SORT  # the roles show that it is one event, in whatever words
    few = near.words < _FEW_WORDS
    enough = _enough_of_date(finding, few=few) if finding.kind == "date" else _NEVER if few else _enough(finding)
    return matched and near.meaning >= enough


def _frames_one_thing(finding: Finding, pair: ClaimPair, near: Nearness, *, same_time: bool) -> bool:
    """Two passages about different things hedge and call them differently, and have others do them."""
    if finding.kind == "naming":
        return near.words >= _OF_ONE_NAMED
    if pair.tier != "match" or not same_time:
        return False
    meaning, of_shorter, of_longer = _TOLD_OF_ONE[finding.kind]
    told = near.statement
    if told.shared < _FEWEST_TOLD or near.meaning < meaning:
        return False
    return told.of_shorter >= of_shorter and told.of_longer >= of_longer


def _enough_of_date(finding: Finding, *, few: bool) -> float:
    """Less where the times themselves show that they belong to one event, told in whatever words."""
    if finding.sureness == "possible":
        return _NEVER if few else _SAME_EVENT
    return _IN_OTHER_WORDS if few else _ONE_DAY


def _enough(finding: Finding) -> float:
    if finding.kind == "polarity" and finding.sureness == "sure":
        return _ONE_THING  # the very verb, denied
    return _ONE_ACTION if finding.kind == "person" else _ONE_EVENT
