"""Two markings of one article pair: by hand, and the project's own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from comparer.evaluation.agreement import (
    conflict_notes,
    evaluate_agreement,
    share_decisions,
    share_grades,
    tally_any,
    tally_conflicts,
    tally_core,
)
from comparer.evaluation.gold import Contrast, GoldPair, Marks, Side, split
from comparer.evaluation.tally import Share, Tally
from comparer.evaluation.tasks import BadDataError
from comparer.evaluation.twice import Twice, read_twice

FOLDER = Path(__file__).parent.parent / "gold" / "articles"
LEFT = "Two men died. The skipper wept. Rain fell."
RIGHT = "Three men died. The skipper laughed. Snow lay."
DEATHS = Contrast("number", ("Two men",), ("Three men",))
TEARS = Contrast("polarity", ("wept",), ("laughed",))
WEATHER = Contrast("polarity", ("Rain",), ("Snow",))


def twice(
    first: dict[tuple[int, int], int] | None = None,
    second: dict[tuple[int, int], int] | None = None,
    conflicts: tuple[tuple[Contrast, ...], tuple[Contrast, ...]] = ((), ()),
    unsure: tuple[Contrast, ...] = (),
) -> Twice:
    side = Side("wire report", "2029-01-01")
    marks = Marks(side, side, (), conflicts[0], (), unsure, (), (), (), ())
    pair = GoldPair("x", (LEFT, RIGHT), marks, (split(LEFT), split(RIGHT)), first or {})
    other = replace(pair, marks=replace(marks, conflicts=conflicts[1]), links=second or {})
    return Twice(pair, other)


@pytest.mark.parametrize(
    ("first", "second", "core", "every", "grades"),
    [
        ({(0, 0): 2}, {(0, 0): 2}, Tally(2, 2, 2, 2), Tally(2, 2, 2, 2), Share(1, 1)),
        ({(0, 0): 2}, {}, Tally(0, 1, 0, 1), Tally(0, 1, 0, 1), Share(0, 0)),
        ({(0, 0): 2}, {(1, 1): 2}, Tally(0, 2, 0, 2), Tally(0, 2, 0, 2), Share(0, 0)),
        # the second calls it a side detail: its grade 1 is no core link, and the first's core link counts neither way
        ({(0, 0): 2}, {(0, 0): 1}, Tally(0, 0, 0, 1), Tally(1, 1, 1, 1), Share(0, 1)),
        ({(0, 0): 1}, {}, Tally(0, 0, 0, 0), Tally(0, 1, 0, 0), Share(0, 0)),
    ],
)
def test_links_are_counted_with_each_marking_as_the_gold(
    first: dict[tuple[int, int], int], second: dict[tuple[int, int], int], core: Tally, every: Tally, grades: Share
) -> None:
    for pair in (twice(first, second), twice(second, first)):
        assert (tally_core(pair), tally_any(pair), share_grades(pair)) == (core, every, grades)


def test_decisions_are_counted_with_each_marking_as_the_gold() -> None:
    assert share_decisions(twice({(0, 0): 2}, {(0, 0): 2})) == Share(12, 12)
    # in each turn the two ends of the link are decided wrongly, as missed or as not left alone
    assert share_decisions(twice({(0, 0): 2}, {})) == Share(8, 12)


@pytest.mark.parametrize(
    ("second", "spared", "strict"),
    [
        ((), Tally(0, 0, 0, 1), Tally(0, 0, 0, 1)),
        ((DEATHS,), Tally(1, 1, 1, 1), Tally(1, 1, 1, 1)),
        ((Contrast("number", ("men died",), ("Three",)),), Tally(1, 1, 1, 1), Tally(1, 1, 1, 1)),
        ((Contrast("number", (" died",), ("Three",)),), Tally(0, 1, 0, 1), Tally(0, 1, 0, 1)),
        ((replace(DEATHS, kind="person", also=("number",)),), Tally(1, 1, 1, 1), Tally(1, 1, 1, 1)),
        ((replace(DEATHS, kind="person"),), Tally(0, 1, 0, 1), Tally(0, 1, 0, 1)),
        ((DEATHS, TEARS), Tally(1, 2, 1, 1), Tally(1, 2, 1, 1)),
        ((DEATHS, WEATHER), Tally(1, 1, 1, 1), Tally(1, 2, 1, 1)),
    ],
)
def test_conflicts_are_one_by_kind_and_letters_on_both_sides(
    second: tuple[Contrast, ...], spared: Tally, strict: Tally
) -> None:
    pair = twice(conflicts=((DEATHS,), second), unsure=(WEATHER,))
    assert tally_conflicts(pair, spare_open=True) == spared
    assert tally_conflicts(pair, spare_open=False) == strict


def test_conflict_notes_tell_who_marks_what() -> None:
    pair = twice(conflicts=((DEATHS,), (TEARS, WEATHER)), unsure=(WEATHER,))
    assert list(conflict_notes(pair)) == [
        "x: only the first marks the number conflict “Two men” / “Three men”",
        "x: only the second marks the polarity conflict “wept” / “laughed”",
        "x: the first calls open the polarity conflict “Rain” / “Snow”",
    ]


def write(folder: Path, second: dict[str, Any] | str | None) -> Path:
    side: dict[str, Any] = {"style": "wire report", "published": "2029-01-01"}
    lists = ("links", "conflicts", "compatible", "open", "naming", "attribution", "only_left", "only_right")
    texts = {"left.txt": LEFT, "right.txt": RIGHT}
    texts["gold.json"] = json.dumps({"left": side, "right": side} | {name: [] for name in lists})
    if second is not None:
        texts["second.json"] = second if isinstance(second, str) else json.dumps(second)
    (folder / "a").mkdir()
    for name, text in texts.items():
        (folder / "a" / name).write_text(text, encoding="utf-8")
    return folder


def test_second_marks_are_read_beside_the_first(tmp_path: Path) -> None:
    link = {"left": "Two men", "right": "Three men", "grade": 2}
    [pair] = read_twice(write(tmp_path, {"links": [link], "conflicts": []}))
    assert (pair.first.links, pair.second.links) == ({}, {(0, 0): 2})


@pytest.mark.parametrize(
    ("second", "complaint"),
    [
        (None, "was marked twice"),
        ("{", "damaged at its start"),
        ({"links": []}, "damaged at conflicts"),
        ({"links": [{"left": "No such", "right": "Three", "grade": 2}], "conflicts": []}, "0 sentences begin with"),
        ({"links": [], "conflicts": [{"kind": "number", "left": ["men"], "right": ["Five"]}]}, "stands 0 times"),
    ],
)
def test_second_marks_that_are_missing_or_damaged_are_refused(
    second: dict[str, Any] | str | None, complaint: str, tmp_path: Path
) -> None:
    with pytest.raises(BadDataError, match=complaint):
        read_twice(write(tmp_path, second))


def test_own_articles_are_marked_twice_and_the_markings_agree() -> None:
    table = evaluate_agreement(FOLDER, "all", lambda _done, _total: None)
    values = {figure.name: figure.value for figure in table.figures}
    assert table.counts["article pairs"] >= 5
    assert values["decisions"] >= 0.9
    assert values["links, core"] >= 0.9
    assert values["conflicts, open as none"] >= 0.8
    assert all(sum(grade == 2 for grade in pair.second.links.values()) >= 15 for pair in read_twice(FOLDER))
