from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from comparer.analysis.report import Report
from comparer.comparisons.corrections.apply import apply
from comparer.comparisons.corrections.changes import Change
from comparer.comparisons.corrections.cuts import target_of_split
from comparer.comparisons.corrections.gold import make_gold
from comparer.comparisons.corrections.pack import pack_gold
from comparer.evaluation.__main__ import main
from comparer.evaluation.gold import GoldPair, read_gold
from tests.comparisons.corrections.changing import change, on_mark, passages
from tests.comparisons.reports import make_report


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report()


def read_back(report: Report, changes: list[Change], folder: Path) -> GoldPair:
    """Return what the test set's own reader makes of it."""
    ZipFile(BytesIO(pack_gold(apply(report, changes), "one"))).extractall(folder)
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
    handed_out = make_gold(other)["corrections"]
    assert [(one["action"], one["value"]) for one in handed_out] == [("note", "Where is it?")]
    assert handed_out[0]["left"][0][0]["exact"] == "about 4 million crowns"


def test_words_that_stand_twice_are_given_with_what_tells_them_apart(report: Report, tmp_path: Path) -> None:
    pair = read_back(report, [on_mark(report, "d22", "confirm")], tmp_path)
    assert report.right.text.count("admitted") == 1
    twice = replace(report, right=replace(report.right, text=report.right.text.replace("ignored", "admitted")))
    (tmp_path / "again").mkdir()
    again = read_back(twice, [on_mark(twice, "d22", "confirm")], tmp_path / "again")
    assert pair.marks.attribution[0].right == ("admitted",)
    assert again.marks.attribution[0].right == ("Brandt admitted that",)


@pytest.mark.parametrize("published", ["2031-05-07", None])
def test_a_corrected_comparison_is_measured_like_the_test_set(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str], published: str | None
) -> None:
    known = replace(report, left=replace(report.left, published=published))
    marks = [one.id for one in known.differences]
    said = [on_mark(known, mark, "confirm", number=at) for at, mark in enumerate(marks, start=1)]
    said += [on_mark(known, mark, "note", "Why?", number=100 + at) for at, mark in enumerate(marks)]
    said += [on_mark(known, pair.id, "confirm", number=200 + at) for at, pair in enumerate(known.pairs)]
    said += [on_mark(known, f"left-{one}", "confirm", number=300 + at) for at, one in enumerate(known.only_left)]
    said += [change(target_of_split(known, "left", "c3", 9), "split", number=400)]
    read_back(known, said, tmp_path)
    assert main(["articles", str(tmp_path)]) == 0
    assert "decisions, matches" in capsys.readouterr().out
