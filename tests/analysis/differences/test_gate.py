"""Which disagreements may be told of which pairs."""

from __future__ import annotations

import pytest

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.gate import credible
from comparer.analysis.report import ClaimPair, Kind, Sureness, Tier, Verdict


def finding(kind: Kind, verdict: Verdict = "conflict", sureness: Sureness = "likely") -> Finding:
    return Finding(kind, verdict, (), (), "", sureness)


def pair(tier: Tier, sureness: Sureness) -> ClaimPair:
    return ClaimPair("p1", ("c1",), ("c1",), 0.5, tier, (), sureness=sureness)


SURE, LIKELY, POSSIBLE = pair("match", "sure"), pair("match", "likely"), pair("possible", "possible")

CASES = [
    ("sure pair, yes and no", [finding("polarity")], SURE, True, ["polarity"]),
    ("likely pair, yes and no", [finding("polarity")], LIKELY, True, []),
    ("likely pair, date", [finding("date")], LIKELY, True, ["date"]),
    ("likely pair, doubtful date", [finding("date", sureness="possible")], LIKELY, True, []),
    ("likely pair, other years", [finding("date")], LIKELY, False, []),
    ("possible pair, number", [finding("number")], POSSIBLE, True, ["number"]),
    ("possible pair, place of the event", [finding("place", sureness="sure")], POSSIBLE, True, ["place"]),
    ("possible pair, some place", [finding("place")], POSSIBLE, True, []),
    ("possible pair, framing is never a conflict", [finding("naming", "differs")], POSSIBLE, False, ["naming"]),
    ("numbers of two districts", [finding("place"), finding("number")], SURE, True, ["place"]),
    ("numbers of a district and its province", [finding("place", "compatible"), finding("number")], SURE, True,
     ["place", "number"]),
]  # fmt: skip


@pytest.mark.parametrize(("found", "of", "same_time", "told"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_conflicts_are_told_only_of_pairs_that_bear_them(
    found: list[Finding], of: ClaimPair, same_time: bool, told: list[str]
) -> None:
    assert [one.kind for one in credible(found, of, same_time=same_time)] == told


def test_numbers_of_a_part_of_the_place_are_only_possibly_at_odds() -> None:
    found = list(credible([finding("place", "compatible"), finding("number")], SURE, same_time=True))
    assert found[1].sureness == "possible"
