from __future__ import annotations

import json
from pathlib import Path

import pytest

from comparer.analysis.report import Report
from comparer.comparisons.corrections.apply import apply
from comparer.comparisons.corrections.changes import Change
from comparer.comparisons.corrections.gold import make_gold
from comparer.evaluation.gold import GoldPair, read_gold
from tests.comparisons.corrections.changing import change, on_mark, passages
from tests.comparisons.reports import make_report


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report()


def read_back(report: Report, changes: list[Change], folder: Path) -> GoldPair:
    """Return what the test set's own reader makes of it."""
    gold = make_gold(report, apply(report, changes))
    (folder / "one").mkdir()
    for side in ("left", "right"):
        (folder / "one" / f"{side}.txt").write_text(gold["texts"][side], encoding="utf-8")
    (folder / "one" / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return read_gold(folder)[0]


def test_what_people_said_is_read_back_by_the_test_set(report: Report, tmp_path: Path) -> None:
    said = [
        on_mark(report, "d1", "confirm", number=1),
        on_mark(report, "d2", "reject", number=2),
        on_mark(report, "d3", "verdict", "update", number=3),
        on_mark(report, "d4", "note", "Nobody vouches for this one.", number=4),
        change(passages(report, "Officials have not ruled", "Volunteers were washing"), "pair", number=5),
        on_mark(report, f"left-{report.only_left[2]}", "confirm", number=6),
    ]
    pair = read_back(report, said, tmp_path)
    assert [one.left for one in pair.marks.conflicts] == [("about 4 million crowns",)]
    assert [(one.left, one.verdict) for one in pair.marks.compatible] == [
        (("within three hours",), "update"),
        (("Some 30 islanders",), "compatible"),
    ]
    assert list(pair.links.values()) == [2]
    assert pair.marks.links[0].left.startswith("Officials have not ruled")
    assert len(pair.marks.only_left) == 1
    assert (pair.marks.left.style, pair.marks.left.published) == ("The Harbour Post", "2031-05-07")


def test_marks_of_framing_go_by_their_kind(report: Report, tmp_path: Path) -> None:
    marks = [one.id for one in report.differences if one.kind in ("naming", "attribution") and one.verdict == "differs"]
    pair = read_back(report, [on_mark(report, one, "confirm", number=at) for at, one in enumerate(marks)], tmp_path)
    assert len(pair.marks.naming) + len(pair.marks.attribution) == len(marks) > 2


def test_paragraphs_set_aside_are_boilerplate(report: Report, tmp_path: Path) -> None:
    heading = report.left.paragraphs[0]
    words = report.left.text[heading.start : heading.end]
    pair = read_back(report, [change(passages(report, left=words), "set_aside")], tmp_path)
    assert pair.marks.left.boilerplate == (words,)


def test_without_corrections_nobody_vouches_for_anything(report: Report, tmp_path: Path) -> None:
    marks = read_back(report, [], tmp_path).marks
    assert not any((marks.links, marks.conflicts, marks.compatible, marks.naming, marks.attribution, marks.only_left))


def test_every_correction_is_handed_out_with_its_words_even_if_it_holds_nowhere(report: Report) -> None:
    lost = on_mark(report, "d1", "note", "Where is it?")
    other = apply(Report(report.engine, report.left, report.right), [lost])
    handed_out = make_gold(report, other)["corrections"]
    assert [(one["action"], one["value"]) for one in handed_out] == [("note", "Where is it?")]
    assert handed_out[0]["left"][0][0]["exact"] == "about 4 million crowns"
