from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.analysis.report import Event, Reading, Report
from comparer.comparisons.corrections.apply import Corrected, apply
from comparer.comparisons.corrections.changes import Change
from comparer.comparisons.corrections.cuts import list_pieces, target_of_join, target_of_split
from comparer.comparisons.presenting.sides import Side
from tests.comparisons.big_reports import make_big_report
from tests.comparisons.corrections.changing import change, on_mark
from tests.comparisons.reports import make_report

FERRY = "c3"
"""A passenger ferry carrying 212 people ran aground on a reef off …, injuring at least 14 of them, the coastguard said."""


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report()


def split_before(report: Report, words: str, *, side: Side = "left", number: int = 1) -> Change:
    """Return the change that splits the claim that holds these words before them."""
    reading = report.left if side == "left" else report.right
    at = reading.text.index(words)
    claim = next(one for one in reading.claims if one.start < at < one.end)
    before = len(reading.text[claim.start : at].split())
    return change(target_of_split(report, side, claim.id, before), "split", number=number)


def join(report: Report, claim: str, *, side: Side = "left", number: int = 1) -> Change:
    return change(target_of_join(report, side, claim), "join", number=number)


def words_of(report: Report, side: Side, claims: tuple[str, ...]) -> list[str]:
    reading = report.left if side == "left" else report.right
    return [reading.text[one.start : one.end] for one in map(reading.claim, claims)]


def pair_words(corrected: Corrected, pair_id: str) -> list[str]:
    pair = next(one for one in corrected.report.pairs if one.id == pair_id)
    return words_of(corrected.report, "left", pair.left)


def test_a_claim_is_split_before_the_word(report: Report) -> None:
    corrected = apply(report, [split_before(report, "and a free crossing")])
    assert words_of(corrected.report, "left", ("c24", "c28")) == [
        "The company has offered each passenger a refund",
        "and a free crossing.",
    ]
    assert corrected.orphaned == ()


def test_other_claims_keep_their_ids(report: Report) -> None:
    cut = apply(report, [split_before(report, "injuring at least")]).report
    assert all(cut.left.claim(one.id) == one for one in report.left.claims if one.id != FERRY)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        # Marks of the first pair stand in both parts; that of the second in the first part only.
        ("p2", ["A passenger ferry", "injuring at least 14"]),
        ("p3", ["A passenger ferry"]),
    ],
)
def test_a_pair_goes_with_the_part_that_carries_its_mark(report: Report, pair: str, expected: list[str]) -> None:
    corrected = apply(report, [split_before(report, "injuring at least")])
    assert [words[: len(begin)] for words, begin in zip(pair_words(corrected, pair), expected, strict=True)] == expected


def test_a_pair_without_marks_goes_with_both_parts(report: Report) -> None:
    without = replace(report, differences=())
    corrected = apply(without, [split_before(without, "injuring at least")])
    assert [len(pair_words(corrected, pair)) for pair in ("p2", "p3")] == [2, 2]


def test_a_part_that_no_pair_goes_with_is_told_by_one(report: Report) -> None:
    # The only mark of p18 stands in the second part.
    corrected = apply(report, [split_before(report, "and a free crossing")])
    assert pair_words(corrected, "p18") == ["and a free crossing."]
    assert "c24" in corrected.report.only_left
    assert corrected.report.summary.only_left == report.summary.only_left + 1


def test_both_parts_of_what_one_side_tells_are_told_by_one(report: Report) -> None:
    cut = apply(report, [split_before(report, "human error")]).report
    told = words_of(cut, "left", cut.only_left[:2])
    assert told == ["Officials have not ruled out", "human error."]
    assert {one.claim for one in cut.nearest_left} >= set(cut.only_left[:2])


def test_marks_stay_on_their_words(report: Report) -> None:
    corrected = apply(report, [split_before(report, "injuring at least")])
    assert corrected.report.differences == report.differences
    assert corrected.taken_out == frozenset()


def test_only_the_part_that_is_attributed_goes_on_as_somebodys_words(report: Report) -> None:
    cut = apply(report, [split_before(report, "injuring at least")]).report
    assert [(one.voice, one.attribution) for one in (cut.left.claim(FERRY), cut.left.claim("c28"))] == [
        ("own", None),
        ("institution", 0),
    ]


def test_events_go_with_the_part_they_are_in(report: Report) -> None:
    at = report.left.text.index("injuring")
    event = Event(at, at + 8, FERRY, "injure", None, None, negated=False, passive=False, modality="asserted")
    told = replace(report, left=replace(report.left, events=(event,)))
    assert apply(told, [split_before(told, "injuring at least")]).report.left.events[0].claim == "c28"
    assert apply(told, [split_before(told, "carrying 212")]).report.left.events[0].claim == "c28"
    assert apply(told, [split_before(told, "at least 14")]).report.left.events[0].claim == FERRY


def test_what_was_said_of_the_whole_goes_on_for_its_parts(report: Report) -> None:
    confirmed = on_mark(report, "p2", "confirm", number=1)
    rejected = on_mark(report, "left-c11", "reject", number=2)
    cuts = [split_before(report, "injuring at least", number=3), split_before(report, "human error", number=4)]
    corrected = apply(report, [confirmed, rejected, *cuts])
    assert corrected.orphaned == ()
    assert next(one for one in corrected.report.pairs if one.id == "p2").sureness == "sure"
    assert "c11" not in corrected.report.only_left
    assert corrected.taken_out == {"left-c11", f"left-c{27 + 4}"}


def test_a_part_is_corrected_by_its_own_words(report: Report) -> None:
    cut = split_before(report, "human error", number=1)
    before = apply(report, [cut]).before
    corrected = apply(report, [cut, on_mark(before, "left-c28", "reject", number=2)])
    assert "c11" in corrected.report.only_left
    assert corrected.taken_out == {"left-c28"}
    alone = apply(report, [on_mark(before, "left-c28", "reject", number=2)])
    assert [one.action for one in alone.orphaned] == ["reject"]


def test_claims_are_joined_with_what_stands_before(report: Report) -> None:
    cut = apply(report, [join(report, "c14")]).report
    words = words_of(cut, "left", ("c13",))[0]
    assert words.startswith("Fog had cut")
    assert words.endswith("because of it.")
    assert "c14" not in {one.id for one in cut.left.claims}
    with pytest.raises(KeyError):
        cut.left.claim("c14")


def test_pairs_that_come_to_hold_the_same_are_one(report: Report) -> None:
    confirmed = on_mark(report, "p12", "confirm", number=2)
    corrected = apply(report, [join(report, "c14"), confirmed])
    # Both fog pairs stand on one sentence of the right piece; their marks are on one pair now.
    assert [one.id for one in corrected.report.pairs if one.left == ("c13",)] == ["p12"]
    assert {one.pair for one in corrected.report.differences if one.id == "d25"} == {"p12"}
    both = apply(report, [join(report, "c14"), confirmed, on_mark(report, "p11", "note", "Thick?", number=3)])
    assert [one.action for one in both.said["p12"]] == ["join", "confirm", "note"]
    assert "p11" not in both.said
    assert corrected.taken_out == frozenset()


def test_what_was_told_by_one_is_paired_once_it_is_joined_to_a_pair(report: Report) -> None:
    cut = apply(report, [join(report, "c11")]).report
    assert cut.only_left == tuple(one for one in report.only_left if one != "c11")


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_split_is_taken_back_by_a_join(report: Report, side: Side) -> None:
    split = split_before(report, "injuring at least" if side == "left" else "smashed into", side=side)
    parts = apply(report, [split]).before
    second = (parts.left if side == "left" else parts.right).claims[-1].id
    joined = apply(report, [split, join(parts, second, side=side, number=2)])
    assert (joined.report.left, joined.report.right) == (report.left, report.right)
    assert joined.report.pairs == report.pairs
    assert joined.orphaned == ()


def test_parts_are_split_again(report: Report) -> None:
    first = split_before(report, "injuring at least", number=1)
    once = apply(report, [first]).before
    second = split_before(once, "the coastguard said", number=2)
    corrected = apply(report, [first, second])
    assert words_of(corrected.report, "left", ("c28", "c29")) == [
        "injuring at least 14 of them,",
        "the coastguard said.",
    ]
    # With the first undone, the second still holds where it was made.
    assert words_of(apply(report, [second]).report, "left", ("c29",)) == ["the coastguard said."]


def test_what_the_analysis_splits_itself_by_now_needs_no_split(report: Report) -> None:
    split = split_before(report, "injuring at least")
    newer = apply(report, [split]).report
    again = apply(newer, [split])
    assert again.report.left.claims == newer.left.claims
    assert again.orphaned == ()


def test_cuts_whose_words_are_gone_are_orphaned_and_nothing_moves(report: Report) -> None:
    other = replace(report, left=replace(report.left, text=report.left.text.replace("injuring", "wounding")))
    split = split_before(report, "injuring at least")
    corrected = apply(other, [split])
    assert corrected.orphaned == (split,)
    assert corrected.report == other


def test_claims_are_not_joined_across_paragraphs(report: Report) -> None:
    assert target_of_join(report, "left", "c6") is None
    apart = change(target_of_join(report, "left", "c5"), "join")
    claims = tuple(replace(one, paragraph=9) if one.id == "c5" else one for one in report.left.claims)
    newer = replace(report, left=replace(report.left, claims=claims))
    assert apply(newer, [apart]).orphaned == (apart,)


@pytest.mark.parametrize(("claim", "number"), [("c3", 0), ("c3", 999), ("c3", -1), ("c99", 2)])
def test_there_is_no_split_where_there_is_no_word(report: Report, claim: str, number: int) -> None:
    assert target_of_split(report, "left", claim, number) is None


def test_splits_are_said_of_parts_and_their_pairs(report: Report) -> None:
    split = split_before(report, "and a free crossing")
    said = apply(report, [split]).said
    assert said == dict.fromkeys(("left-c24", "left-c28", "p18"), (split,))


def test_pieces_are_the_claims_of_a_paragraph_with_a_likely_place_to_split(report: Report) -> None:
    pieces = list_pieces(report.left, 2)
    assert [(one.id, one.follows) for one in pieces] == [("c3", False), ("c4", True), ("c5", True)]
    first = pieces[0]
    assert first.words[first.likely].words == "injuring"
    assert list_pieces(report.left, 99) == ()


@st.composite
def cuts(draw: st.DrawFn) -> list[Change]:
    """Draw splits and joins one after the other, each of the claims that the earlier ones left."""
    whole = make_report()
    made: list[Change] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        report = apply(whole, made).before
        side: Side = draw(st.sampled_from(("left", "right")))
        claim = draw(st.sampled_from((report.left if side == "left" else report.right).claims)).id
        if draw(st.booleans()):
            target = target_of_split(report, side, claim, draw(st.integers(1, 12)))
            made += [change(target, "split", number=number)] if target else []
        else:
            target = target_of_join(report, side, claim)
            made += [change(target, "join", number=number)] if target else []
    return made


@given(cuts())
@settings(max_examples=60, deadline=None)
def test_whatever_is_cut_the_report_stays_whole(made: list[Change]) -> None:
    whole, corrected = make_report(), apply(make_report(), made)
    assert corrected.orphaned == ()
    report = corrected.report
    assert report.differences == tuple(
        replace(one, pair=next(new.pair for new in report.differences if new.id == one.id)) for one in whole.differences
    )
    for side, pairs, only in (
        ("left", [pair.left for pair in report.pairs], report.only_left),
        ("right", [pair.right for pair in report.pairs], report.only_right),
    ):
        reading, before = (getattr(one, side) for one in (report, whole))
        assert covered(reading) == covered(before)
        assert len({one.id for one in reading.claims}) == len(reading.claims)
        assert all(reading.claim(one.id) is one and one.start < one.end for one in reading.claims)
        paired = {one for pair in pairs for one in pair}
        assert all(pairs)
        assert not paired & set(only)
        assert {one.id for one in reading.claims} >= paired | set(only)
    assert {one.pair for one in report.differences} - {None} <= {pair.id for pair in report.pairs}


def covered(reading: Reading) -> set[int]:
    """Return the places of all letters that claims hold; a join holds the space between as well."""
    text = reading.text
    return {at for one in reading.claims for at in range(one.start, one.end) if not text[at].isspace()}


def test_ten_times_as_many_cuts_take_about_ten_times_the_steps() -> None:
    assert steps(2_000) < 12 * steps(200)


def steps(number: int) -> int:
    """Return how many calls it takes to lay so many splits over a report of as many pairs."""
    big = make_big_report(sentences=number + 1, differences=number)
    made = [change(target_of_split(big, "left", f"c{at}", 5), "split", number=at) for at in range(1, number + 1)]
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        corrected = apply(big, made)
    finally:
        sys.setprofile(None)
    assert corrected.orphaned == ()
    return calls
