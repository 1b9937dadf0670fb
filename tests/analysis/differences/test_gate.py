"""Which disagreements may be told of which pairs."""

from __future__ import annotations

import pytest

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.gate import credible
from comparer.analysis.differences.nearness import Nearness
from comparer.analysis.differences.overlap import Overlap
from comparer.analysis.report import ClaimPair, Kind, Sureness, Tier, Verdict


def finding(kind: Kind, verdict: Verdict = "conflict", sureness: Sureness = "likely") -> Finding:
    return Finding(kind, verdict, (), (), "", sureness)


def pair(tier: Tier) -> ClaimPair:
    return ClaimPair("p1", ("c1",), ("c1",), 0.5, tier, ())


MATCH, POSSIBLE = pair("match"), pair("possible")
SAME, ALIKE, BESIDE, FAR = Nearness(0.8, 0.7), Nearness(0.5, 0.5), Nearness(0.4, 0.5), Nearness(0.2, 0.1)
RETOLD, SHORTENED = Nearness(0.8, 0.7, Overlap(4, 0.8, 0.6)), Nearness(0.8, 0.7, Overlap(4, 1.0, 0.18))
ONE_WORD = Nearness(0.8, 0.7, Overlap(1, 1.0, 1.0))

NOW, THEN = "the same year", "another year"

CASES = [
    ("yes and no in one statement", [finding("polarity")], MATCH, SAME, NOW, ["polarity"]),
    ("yes and no in statements alike", [finding("polarity")], MATCH, ALIKE, NOW, []),
    ("the very verb denied", [finding("polarity", sureness="sure")], MATCH, ALIKE, NOW, ["polarity"]),
    ("yes and no without shared words", [finding("polarity")], MATCH, Nearness(0.8, 0.1), NOW, []),
    ("yes and no, perhaps a counterpart", [finding("polarity")], POSSIBLE, SAME, NOW, []),
    ("somebody else in one statement", [finding("person")], MATCH, SAME, NOW, ["person"]),
    ("somebody else in another", [finding("person")], MATCH, BESIDE, NOW, []),
    ("date of one event", [finding("date")], MATCH, SAME, NOW, ["date"]),
    ("dates by years apart", [finding("date")], MATCH, SAME, THEN, ["date"]),
    ("date of one event in other words", [finding("date")], MATCH, Nearness(0.7, 0.0), NOW, ["date"]),
    ("date that only the passages tie", [finding("date", sureness="possible")], MATCH, Nearness(0.7, 0.0), NOW, []),
    ("dates of two events", [finding("date", sureness="sure")], MATCH, ALIKE, NOW, []),
    ("number for surely one thing", [finding("number", sureness="sure")], POSSIBLE, FAR, NOW, ["number"]),
    ("number of another year", [finding("number", sureness="sure")], POSSIBLE, FAR, THEN, []),
    ("number for likely one thing", [finding("number")], MATCH, BESIDE, NOW, ["number"]),
    ("number in clauses far apart", [finding("number")], MATCH, FAR, NOW, []),
    ("number for possibly one thing", [finding("number", sureness="possible")], MATCH, ALIKE, NOW, ["number"]),
    ("number for possibly one thing, beside", [finding("number", sureness="possible")], MATCH, BESIDE, NOW, []),
    ("place of surely one event", [finding("place", sureness="sure")], POSSIBLE, FAR, NOW, ["place"]),
    ("some place", [finding("place")], POSSIBLE, SAME, NOW, []),
    ("names of one thing", [finding("naming", "differs")], POSSIBLE, ALIKE, THEN, ["naming"]),
    ("names in passages on two things", [finding("naming", "differs")], MATCH, FAR, NOW, []),
    ("wording is told of any pair", [finding("wording", "differs")], POSSIBLE, FAR, THEN, ["wording"]),
    ("certainty of one statement", [finding("certainty", "differs")], MATCH, RETOLD, NOW, ["certainty"]),
    ("certainty of one statement, perhaps a counterpart", [finding("certainty", "differs")], POSSIBLE, RETOLD, NOW, []),
    ("certainty of a clause in a long story", [finding("certainty", "differs")], MATCH, SHORTENED, NOW, []),
    ("certainty of one shared word", [finding("certainty", "differs")], MATCH, ONE_WORD, NOW, []),
    ("agency in a clause of a long story", [finding("agency", "differs")], MATCH, SHORTENED, NOW, ["agency"]),
    ("agency in another year", [finding("agency", "differs")], MATCH, RETOLD, THEN, []),
    ("certainty of two statements", [finding("certainty", "differs")], MATCH, ALIKE, NOW, []),
    ("agency in two statements", [finding("agency", "differs")], MATCH, BESIDE, NOW, []),
    ("days of two counts", [finding("number", "update"), finding("date")], MATCH, SAME, NOW, ["number"]),
    ("another day and another place", [finding("place"), finding("date")], MATCH, SAME, NOW, []),
    ("numbers of two districts", [finding("place"), finding("number")], MATCH, SAME, NOW, ["place"]),
    ("numbers of a district and its province", [finding("place", "compatible"), finding("number")], MATCH, SAME, NOW,
     ["place", "number"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("found", "of", "near", "when", "told"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_conflicts_are_told_only_of_clauses_that_bear_them(
    found: list[Finding], of: ClaimPair, near: Nearness, when: str, told: list[str]
) -> None:
    assert [one.kind for one in credible(found, of, same_time=when == NOW, near=lambda _: near)] == told


def test_numbers_of_a_part_of_the_place_are_only_possibly_at_odds() -> None:
    both = [finding("place", "compatible"), finding("number")]
    found = list(credible(both, MATCH, same_time=True, near=lambda _: SAME))
    assert found[1].sureness == "possible"
