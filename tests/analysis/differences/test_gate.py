"""Which disagreements may be told of which pairs."""

from __future__ import annotations

import pytest

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.gate import credible
from comparer.analysis.report import ClaimPair, Kind, Sureness, Tier, Verdict


def finding(
    kind: Kind, verdict: Verdict = "conflict", sureness: Sureness = "likely", *, confirmed: bool = False
) -> Finding:
    return Finding(kind, verdict, (), (), "", sureness, confirmed=confirmed)


def pair(tier: Tier, score: float) -> ClaimPair:
    return ClaimPair("p1", ("c1",), ("c1",), score, tier, ())


CLOSE, LIKELY, POSSIBLE = pair("match", 0.6), pair("match", 0.5), pair("possible", 0.3)

NOW, THEN = "the same year", "another year"

CASES = [
    ("close pair, yes and no", [finding("polarity")], CLOSE, NOW, ["polarity"]),
    ("likely pair, yes and no", [finding("polarity")], LIKELY, NOW, []),
    ("likely pair, yes and no of one event", [finding("polarity", confirmed=True)], LIKELY, NOW, ["polarity"]),
    ("likely pair, somebody else in one event", [finding("person", confirmed=True)], LIKELY, NOW, ["person"]),
    ("likely pair, one event of other years", [finding("person", confirmed=True)], LIKELY, THEN, []),
    ("possible pair, yes and no of one event", [finding("polarity", confirmed=True)], POSSIBLE, NOW, []),
    ("likely pair, date", [finding("date")], LIKELY, NOW, ["date"]),
    ("likely pair, doubtful date", [finding("date", sureness="possible")], LIKELY, NOW, []),
    ("likely pair, the year of an event", [finding("date")], LIKELY, THEN, ["date"]),
    ("likely pair, doubtful date of other years", [finding("date", sureness="possible")], LIKELY, THEN, []),
    ("likely pair, place of other years", [finding("place")], LIKELY, THEN, []),
    ("possible pair, number", [finding("number")], POSSIBLE, NOW, ["number"]),
    ("possible pair, place of the event", [finding("place", sureness="sure")], POSSIBLE, NOW, ["place"]),
    ("possible pair, some place", [finding("place")], POSSIBLE, NOW, []),
    ("possible pair, framing is never a conflict", [finding("naming", "differs")], POSSIBLE, THEN, ["naming"]),
    ("days of two counts", [finding("number", "update"), finding("date")], CLOSE, NOW, ["number"]),
    ("numbers of two districts", [finding("place"), finding("number")], CLOSE, NOW, ["place"]),
    ("another day and another place", [finding("place"), finding("date")], CLOSE, NOW, []),
    ("numbers of a district and its province", [finding("place", "compatible"), finding("number")], CLOSE, NOW,
     ["place", "number"]),
]  # fmt: skip


@pytest.mark.parametrize(("found", "of", "when", "told"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_conflicts_are_told_only_of_pairs_that_bear_them(
    found: list[Finding], of: ClaimPair, when: str, told: list[str]
) -> None:
    assert [one.kind for one in credible(found, of, same_time=when == NOW)] == told


def test_numbers_of_a_part_of_the_place_are_only_possibly_at_odds() -> None:
    found = list(credible([finding("place", "compatible"), finding("number")], CLOSE, same_time=True))
    assert found[1].sureness == "possible"
