from __future__ import annotations

import time
from dataclasses import replace
from typing import TypeVar

import pytest

from comparer.analysis.report import Reading, Report, Span
from comparer.comparisons.corrections.apply import apply
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.corrections.fates import Fate, fate_of
from comparer.comparisons.corrections.targets import target_of
from tests.comparisons.corrections.changing import change, on_mark, passages
from tests.comparisons.reports import claim_at, make_report


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report()


Where = TypeVar("Where", bound=Span)


def difference_ids(report: Report) -> set[str]:
    return {one.id for one in report.differences}


def with_words_before(reading: Reading, words: str) -> Reading:
    """Return the reading of the same piece after an editor put some words before all others."""
    by = len(words)

    def moved(one: Where) -> Where:
        return replace(one, start=one.start + by, end=one.end + by)

    return replace(
        reading,
        text=words + reading.text,
        paragraphs=tuple(map(moved, reading.paragraphs)),
        sentences=tuple(map(moved, reading.sentences)),
        claims=tuple(map(moved, reading.claims)),
    )


def test_without_corrections_the_report_stays_as_it_is(report: Report) -> None:
    corrected = apply(report, ())
    assert corrected.report == report
    assert (corrected.said, corrected.taken_out, corrected.orphaned) == ({}, frozenset(), ())


def test_a_rejected_mark_is_taken_out_and_no_longer_counts(report: Report) -> None:
    wrong = on_mark(report, "d1", "reject")
    corrected = apply(report, [wrong])
    assert difference_ids(report) - difference_ids(corrected.report) == {"d1"} == corrected.taken_out
    assert corrected.said == {"d1": (wrong,)}
    before, after = (one.summary.kinds["number"]["conflict"] for one in (report, corrected.report))
    assert after == before - 1


def test_the_report_itself_never_changes(report: Report) -> None:
    before = make_report()
    apply(report, [on_mark(report, "d1", "reject"), on_mark(report, "p1", "unpair", number=2)])
    assert report == before


@pytest.mark.parametrize(
    ("actions", "fate"),
    [
        ((("reject", ""),), Fate(out=True)),
        ((("reject", ""), ("confirm", "")), Fate(confirmed=True)),
        ((("confirm", ""), ("reject", "")), Fate(out=True)),
        ((("reject", ""), ("verdict", "update")), Fate(verdict="update")),
        ((("verdict", "update"), ("verdict", "differs")), Fate(verdict="differs")),
        ((("verdict", "update"), ("kind", "date")), Fate(verdict="update", kind="date")),
        ((("verdict", "nonsense"), ("kind", "")), Fate()),
        ((("note", "Ask the hospital."),), Fate()),
    ],
)
def test_the_later_word_holds(report: Report, actions: tuple[tuple[str, str], ...], fate: Fate) -> None:
    assert fate_of(on_mark(report, "d1", action, value) for action, value in actions) == fate  # type: ignore[arg-type]


def test_verdict_and_kind_are_those_of_the_person_and_sure(report: Report) -> None:
    changes = [on_mark(report, "d3", "verdict", "update"), on_mark(report, "d3", "kind", "date", number=2)]
    after = next(one for one in apply(report, changes).report.differences if one.id == "d3")
    assert (after.kind, after.verdict, after.sureness) == ("date", "update", "sure")
    assert apply(report, changes).report.summary.kinds["date"]["update"] == 1


def test_a_confirmed_possible_pair_matches(report: Report) -> None:
    possible = next(pair.id for pair in report.pairs if pair.tier == "possible")
    after = apply(report, [on_mark(report, possible, "confirm")]).report
    assert next(pair for pair in after.pairs if pair.id == possible).tier == "match"
    assert (after.summary.matches, after.summary.possible) == (report.summary.matches + 1, report.summary.possible - 1)


def test_unpairing_leaves_both_claims_told_by_one_and_drops_what_was_compared(report: Report) -> None:
    pair = next(pair for pair in report.pairs if pair.id == "p14")
    corrected = apply(report, [on_mark(report, "p14", "unpair")])
    after = corrected.report
    assert pair.left[0] in after.only_left
    assert pair.right[0] in after.only_right
    assert not [one for one in after.differences if one.pair == "p14"]
    assert {"p14", "d1"} <= corrected.taken_out
    assert list(after.only_left) == sorted(after.only_left, key=lambda one: int(one[1:]))


def test_a_claim_in_another_pair_too_is_not_told_by_one_after_unpairing(report: Report) -> None:
    pair = next(pair for pair in report.pairs if pair.id == "p2")
    after = apply(report, [on_mark(report, "p2", "unpair")]).report
    assert pair.left[0] not in after.only_left
    assert pair.right[0] in after.only_right


def test_two_passages_are_paired_by_a_person(report: Report) -> None:
    paired = change(passages(report, "Divers from", "Volunteers were washing"), "pair", number=7)
    corrected = apply(report, [paired])
    made = corrected.report.pairs[-1]
    assert (made.id, made.tier, made.sureness) == ("m7", "match", "sure")
    assert made.left == (claim_at(report.left, "Divers from"),)
    assert made.left[0] not in corrected.report.only_left
    assert made.right[0] not in corrected.report.only_right
    assert corrected.said == {"m7": (paired,)}
    assert corrected.beyond_marks == (paired,)


def left_out(report: Report) -> str:
    """Return the omission that stands alone, in no pair: the faults in the records."""
    return next(one.id for one in report.differences if one.kind == "omission" and one.pair is None)


def test_what_a_person_pairs_is_not_called_left_out(report: Report) -> None:
    paired = change(passages(report, "Divers from", "Records seen by"), "pair", number=7)
    corrected = apply(report, [paired])
    assert left_out(report) not in difference_ids(corrected.report)
    assert difference_ids(report) - difference_ids(corrected.report) == {left_out(report)}
    assert left_out(report) in corrected.taken_out


@pytest.mark.parametrize("left", ["Divers from", "Some 30 islanders"])
def test_pairing_something_else_keeps_what_is_left_out(report: Report, left: str) -> None:
    after = apply(report, [change(passages(report, left, "Volunteers were washing"), "pair", number=7)]).report
    assert difference_ids(after) == difference_ids(report)


def test_an_omission_that_a_person_confirmed_stays_whatever_is_paired(report: Report) -> None:
    changes = [
        on_mark(report, left_out(report), "confirm", number=6),
        change(passages(report, "Divers from", "Records seen by"), "pair", number=7),
    ]
    assert left_out(report) in difference_ids(apply(report, changes).report)


def test_pairing_what_is_paired_already_makes_no_second_pair(report: Report) -> None:
    again = change(passages(report, "Some 30 islanders", "Hundreds of furious islanders"), "pair")
    corrected = apply(report, [again])
    assert len(corrected.report.pairs) == len(report.pairs)
    assert corrected.said == {"p16": (again,)}


def test_a_passage_set_aside_takes_its_claims_pairs_and_marks_along(report: Report) -> None:
    aside = change(passages(report, left="Some 30 islanders"), "set_aside")
    after = apply(report, [aside]).report
    claim = claim_at(report.left, "Some 30 islanders")
    assert claim not in after.only_left
    assert all(claim not in pair.left for pair in after.pairs)
    assert claim_at(report.right, "Hundreds of furious islanders") in after.only_right
    assert "d2" not in difference_ids(after)


def test_what_is_told_by_one_is_rejected(report: Report) -> None:
    claim = report.only_right[0]
    corrected = apply(report, [on_mark(report, f"right-{claim}", "reject")])
    assert claim not in corrected.report.only_right
    assert corrected.taken_out == {f"right-{claim}"}


def test_a_rejected_omission_is_not_listed_as_told_by_one_instead(report: Report) -> None:
    omission = next(one for one in report.differences if one.kind == "omission" and one.pair is None)
    after = apply(report, [on_mark(report, omission.id, "reject")]).report
    assert claim_at(report.right, "Records seen by") not in after.only_right


def test_outlet_title_and_date_of_a_side_are_set_for_this_comparison(report: Report) -> None:
    changes = [
        change(Target("right"), "outlet", "The Chronicle"),
        change(Target("right"), "published", "2031-05-09", number=2),
        change(Target("left"), "title", "", number=3),
    ]
    after = apply(report, changes).report
    assert (after.right.outlet, after.right.published, after.right.title) == (
        "The Chronicle",
        "2031-05-09",
        report.right.title,
    )
    assert (after.left.title, after.left.outlet) == (None, report.left.outlet)


def test_corrections_hold_where_the_text_moved(report: Report) -> None:
    words = "Corrected at noon.\n"
    moved = replace(
        report,
        left=with_words_before(report.left, words),
        differences=tuple(
            replace(
                one,
                left=tuple(
                    replace(span, start=span.start + len(words), end=span.end + len(words)) for span in one.left
                ),
            )
            for one in report.differences
        ),
    )
    changes = [on_mark(report, one.id, "reject", number=at) for at, one in enumerate(report.differences)]
    corrected = apply(moved, changes)
    assert corrected.report.differences == ()
    assert corrected.orphaned == ()


def test_corrections_of_marks_that_are_gone_are_listed_and_do_nothing(report: Report) -> None:
    without = replace(report, differences=report.differences[1:])
    lost = on_mark(report, "d1", "reject")
    corrected = apply(without, [lost])
    assert corrected.orphaned == (lost,)
    assert corrected.report.differences == without.differences
    assert corrected.said == {}


def test_a_mark_with_another_verdict_now_is_another_mark(report: Report) -> None:
    first, *others = report.differences
    anew = replace(report, differences=(replace(first, verdict="update"), *others))
    assert apply(anew, [on_mark(report, "d1", "reject")]).orphaned


def test_passages_without_claims_on_a_side_are_listed_as_orphaned(report: Report) -> None:
    paired = change(passages(report, "Divers from", "Volunteers were washing"), "pair")
    silent = replace(report, left=replace(report.left, claims=()), pairs=(), only_left=(), differences=())
    corrected = apply(silent, [paired])
    assert (corrected.orphaned, corrected.beyond_marks, corrected.report.pairs) == ((paired,), (), ())


def test_notes_change_nothing_but_are_known(report: Report) -> None:
    note = on_mark(report, "d1", "note", "Ask the ministry.")
    corrected = apply(report, [note])
    assert corrected.report == report
    assert corrected.said == {"d1": (note,)}


@pytest.mark.parametrize("mark", ["", "d0", "d999", "p999", "left-", "left-c999", "c1", "middle-c1", "right-x"])
def test_there_is_no_target_where_there_is_no_mark(report: Report, mark: str) -> None:
    assert target_of(report, mark) is None


def test_ten_thousand_corrections_are_quick(report: Report) -> None:
    marks = [one.id for one in report.differences] + [pair.id for pair in report.pairs]
    targets = [target_of(report, mark) for mark in marks]
    targets.append(passages(report, "Divers from", "Volunteers were washing"))
    changes = [
        change(
            target,
            "note" if target and target.what != "passages" else "pair",
            "Look at this again.",
            number=number,
        )
        for number, target in enumerate(targets * (10_000 // len(targets)))
    ]
    began = time.process_time()
    apply(report, changes)
    assert time.process_time() - began < 2
