"""Which disagreements may be told of which pairs."""

from __future__ import annotations

from typing import Any

import pytest

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.gate import Setting, credible
from comparer.analysis.differences.nearness import Nearness
from comparer.analysis.differences.overlap import Overlap
from comparer.analysis.report import ClaimPair, Excerpt, Kind, Slot, Sureness, Tier, Verdict

ONE, OTHER = Excerpt(0, 3, "one"), Excerpt(0, 5, "other")


def finding(kind: Kind, verdict: Verdict = "conflict", sureness: Sureness = "likely", **more: Any) -> Finding:
    return Finding(kind, verdict, (ONE,), (OTHER,), "", sureness, **more)


def pair(tier: Tier, score: float = 0.5) -> ClaimPair:
    return ClaimPair("p1", ("c1",), ("c1",), score, tier, ())


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
    assert [
        one.kind for one in credible(found, of, same_time=when == NOW, near=lambda _: near, setting=Setting.ALONE)
    ] == told


def test_numbers_of_a_part_of_the_place_are_only_possibly_at_odds() -> None:
    both = [finding("place", "compatible"), finding("number")]
    found = list(credible(both, MATCH, same_time=True, near=lambda _: SAME, setting=Setting.ALONE))
    assert found[1].sureness == "possible"


THAT_YEAR, TODAY = Excerpt(0, 15, "Later that year"), Excerpt(0, 5, "today")
HALE, ROON = Excerpt(0, 4, "Hale"), Excerpt(0, 4, "Roon")
COPIED = Nearness(0.98, 1.0, Overlap(9, 1.0, 1.0))


def somebody_else(**more: Any) -> Finding:
    return Finding("person", "conflict", (HALE,), (ROON,), "", **more)


SAID = Slot("when it was said", "Monday", "Tuesday", "conflict")
IN_ARTICLES = [
    ("yes and no in one statement", [finding("polarity", sureness="sure")], SAME, ["polarity"]),
    ("opposite words in one statement", [finding("polarity")], SAME, []),
    ("the very verb denied, of something else", [finding("polarity", sureness="sure")], Nearness(0.5, 0.2), []),
    ("date of one event", [finding("date", sureness="sure")], RETOLD, ["date"]),
    ("date of one event told at length", [finding("date", sureness="sure")], SHORTENED, []),
    ("date far off, of likely one event", [finding("date")], Nearness(0.58, 0.7, Overlap(4, 0.8, 0.6)), []),
    ("date close by, of likely one event", [finding("date", close=True)], Nearness(0.55, 0.4), ["date"]),
    ("date of one event in other words", [finding("date", sureness="sure")], Nearness(0.7, 0.0), []),
    ("days of two statements", [finding("date", sureness="sure", slot=SAID)], SAME, []),
    ("the today of two copies", [Finding("date", "conflict", (ONE,), (ONE,), "", "sure")], SAME, []),
    ("the today of a copy", [Finding("date", "conflict", (TODAY,), (ONE,), "", "sure")], COPIED, []),
    ("a year that leans on another date", [Finding("date", "conflict", (THAT_YEAR,), (ONE,), "", "sure")], SAME, []),
    ("place of one event", [finding("place", sureness="sure")], SAME, ["place"]),
    ("perhaps another place", [finding("place", sureness="possible")], SAME, []),
    ("place of something alike", [finding("place", sureness="sure")], BESIDE, []),
    ("place of one happening", [finding("place", sureness="sure", confirmed=True)], BESIDE, ["place"]),
    ("somebody else in one statement", [somebody_else()], SAME, ["person"]),
    ("somebody else in a statement alike", [somebody_else()], ALIKE, []),
    ("somebody else, with the same other part", [somebody_else(confirmed=True)], SAME, ["person"]),
    ("somebody else, with the same other part, in a statement alike", [somebody_else(confirmed=True)], ALIKE, []),
    ("somebody without a name", [finding("person", confirmed=True)], SAME, []),
    ("number for likely one thing", [finding("number")], BESIDE, ["number"]),
    ("names of one thing", [finding("naming", "differs")], SAME, ["naming"]),
]  # fmt: skip


@pytest.mark.parametrize(("found", "near", "told"), [case[1:] for case in IN_ARTICLES], ids=[c[0] for c in IN_ARTICLES])
def test_conflicts_among_many_sentences_must_stand_out(found: list[Finding], near: Nearness, told: list[str]) -> None:
    assert [
        one.kind for one in credible(found, MATCH, same_time=True, near=lambda _: near, setting=Setting.AMONG_MANY)
    ] == told


MEANWHILE = Excerpt(0, 15, "during the raid")
OF_ONE_THING = [
    ("opposite words", [finding("polarity", confirmed=True)], SAME, ["polarity"]),
    ("somebody else", [finding("person", confirmed=True)], SAME, ["person"]),
    ("perhaps somebody else", [finding("person", sureness="possible", confirmed=True)], SAME, []),
    ("date", [finding("date")], SAME, ["date"]),
    ("the today of a copy", [Finding("date", "conflict", (TODAY,), (ONE,), "", "sure")], COPIED, []),
    ("days of two statements", [finding("date", sureness="sure", slot=SAID)], SAME, []),
    ("what went on meanwhile", [Finding("date", "conflict", (MEANWHILE,), (ONE,), "", "sure")], SAME, []),
    ("number for possibly one thing", [finding("number", sureness="possible")], SAME, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("found", "near", "told"), [case[1:] for case in OF_ONE_THING], ids=[c[0] for c in OF_ONE_THING]
)
def test_sentences_of_articles_that_tell_one_thing_need_stand_out_no_more(
    found: list[Finding], near: Nearness, told: list[str]
) -> None:
    of = pair("match", 0.9)
    told_of = credible(found, of, same_time=True, near=lambda _: near, setting=Setting.RETOLD)
    assert [one.kind for one in told_of] == told


@pytest.mark.parametrize(("score", "told"), [(0.9, ["date", "place"]), (0.5, [])])
def test_days_and_places_of_two_short_texts_that_tell_the_same_need_no_like_clauses(
    score: float, told: list[str]
) -> None:
    kinds: tuple[Kind, ...] = ("date", "place")
    found = [
        credible([finding(kind)], pair("match", score), same_time=True, near=lambda _: FAR, setting=Setting.ALONE)
        for kind in kinds
    ]
    assert [one.kind for each in found for one in each] == told
