"""Items, their groups, and what a choice shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.analysis.report import Difference, Excerpt, Kind, Report, Verdict
from comparer.comparisons.presenting.choice import Choice, Show
from comparer.comparisons.presenting.shown import MOST_UNASKED, Group, Item, choose, collect, group_of, sureness_of


def difference(kind: Kind, verdict: Verdict) -> Difference:
    return Difference("d1", kind, verdict, None, (), (), "Left and right differ.")


@pytest.mark.parametrize(
    ("kind", "verdict", "group"),
    [
        ("number", "conflict", "conflict"),
        ("number", "compatible", "minor"),
        ("number", "update", "minor"),
        ("number", "only_left", "only_left"),
        ("naming", "only_right", "framing"),
        ("wording", "only_left", "framing"),
        ("naming", "differs", "framing"),
        ("omission", "only_right", "only_right"),
        ("wording", "conflict", "conflict"),
    ],
)
def test_group_of_sorts_by_verdict_and_keeps_labels_of_one_side_with_framing(
    kind: Kind, verdict: Verdict, group: Group
) -> None:
    assert group_of(difference(kind, verdict)) == group


def test_collect_returns_everything_once_in_reading_order(report: Report, items: tuple[Item, ...]) -> None:
    places = [item.place for item in items]
    assert places == sorted(places)
    ids = [item.id for item in items]
    assert len(ids) == len(set(ids))
    told_twice = 1  # the omission about the records is also a claim told only on the right
    told = len(report.only_left) + len(report.only_right) - told_twice
    assert len(items) == len(report.differences) + len(report.pairs) + told


@pytest.mark.parametrize(
    ("show", "groups"),
    [
        ("main", {"conflict", "framing"}),
        ("conflict", {"conflict"}),
        ("minor", {"minor"}),
        ("only", {"only_left", "only_right"}),
        ("only_left", {"only_left"}),
        ("match", {"match"}),
        ("all", {"conflict", "framing", "minor", "only_left", "only_right"}),
    ],
)
def test_choose_shows_the_groups_asked_for(items: tuple[Item, ...], show: Show, groups: set[Group]) -> None:
    assert {item.group for item in choose(items, Choice(show=show))} == groups


def test_choose_keeps_to_the_kinds_asked_for(items: tuple[Item, ...]) -> None:
    chosen = choose(items, Choice(show="all", kinds=("number", "quote")))
    assert {item.kind for item in chosen} == {"number", "quote"}


def test_main_leaves_out_weak_framing_and_hints_of_framing(items: tuple[Item, ...]) -> None:
    main = choose(items, Choice())
    assert {item.kind for item in main}.isdisjoint({"wording", "emphasis"})
    assert all(sureness_of(item) != "possible" for item in main if item.group == "framing")


def test_main_shows_words_that_judge_on_one_side(report: Report) -> None:
    judging = Difference("d1", "wording", "only_left", "p1", report.differences[0].left, (), "Left writes “smeared”.")
    (item,) = choose(collect(replace(report, differences=(judging,))), Choice())
    assert item.id == "d1"


def test_main_holds_every_conflict(items: tuple[Item, ...]) -> None:
    conflicts = choose(items, Choice(show="conflict"))
    assert set(conflicts) <= set(choose(items, Choice()))
    assert "possible" in {sureness_of(item) for item in conflicts}


def test_main_shows_the_surest_of_much_framing(report: Report) -> None:
    one = next(one for one in report.differences if one.kind == "quote")
    many = tuple(replace(one, id=f"d{number}", sureness="sure" if number > 10 else "likely") for number in range(1, 61))
    main = choose(collect(replace(report, differences=many)), Choice())
    assert len(main) == MOST_UNASKED
    assert all(item.difference is not None and item.difference.sureness == "sure" for item in main)


def test_collect_of_an_empty_report_is_empty(report: Report) -> None:
    nothing = replace(report.left, text="", paragraphs=(), sentences=(), claims=(), repairs=())
    assert collect(Report("test", nothing, nothing)) == ()


def test_a_difference_without_words_stands_at_the_end(report: Report) -> None:
    (item,) = collect(Report("test", report.left, report.right, differences=(difference("omission", "only_left"),)))
    assert item.place == 1.0


def test_collect_leaves_out_what_has_the_very_same_words_on_both_sides(report: Report) -> None:
    start = report.left.text.index("Karsund"), report.right.text.index("Karsund")
    left, right = (Excerpt(at, at + len("Karsund"), "Karsund") for at in start)
    same = Difference("d900", "place", "compatible", None, (left,), (right,), "Left and right can both be true.")
    longer = replace(same, id="d901", right=(Excerpt(right.start, right.end + 1, "Karsund,"),))
    other = replace(same, id="d902", verdict="conflict")
    kept = {item.id for item in collect(replace(report, differences=(same, longer, other)))}
    assert kept & {"d900", "d901", "d902"} == {"d901", "d902"}
