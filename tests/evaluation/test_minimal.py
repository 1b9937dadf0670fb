"""Minimal pairs: reading them, and judging what a report says of one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comparer.analysis.report import ClaimPair, Difference, Report
from comparer.evaluation.minimal import MinimalPair, evaluate_minimal, judge, read_minimal
from comparer.evaluation.tasks import BadDataError, Progress
from tests.analysis.readings import reading_of

ITEM: dict[str, Any] = {
    "id": "boats",
    "left": "Two boats sank off Kolby on Monday.",
    "right": "Five boats sank off Kolby on Monday.",
    "tier": "match",
    "expect": [["number", "conflict"]],
    "forbid": [["date", "conflict"]],
}
PAIRED = (ClaimPair("p1", ("c1",), ("c1",), 0.9, "possible", ()),)


def report_with(*found: tuple[Any, Any], pairs: tuple[ClaimPair, ...] = PAIRED) -> Report:
    differences = tuple(Difference(f"d{n}", kind, verdict, "p1", (), (), "") for n, (kind, verdict) in enumerate(found))
    return Report("test", reading_of("A."), reading_of("B."), pairs=pairs, differences=differences)


@pytest.mark.parametrize(
    ("found", "pairs", "wrong"),
    [
        ([("number", "conflict")], PAIRED, ()),
        ([("number", "conflict"), ("date", "compatible")], PAIRED, ()),
        ([], PAIRED, ("misses number conflict",)),
        ([("number", "update")], PAIRED, ("misses number conflict",)),
        ([("number", "conflict"), ("date", "conflict")], PAIRED, ("false date conflict",)),
        ([("number", "conflict")], (), ("not paired",)),
    ],
)
def test_judge_asks_for_tier_wishes_and_nothing_forbidden(
    found: list[tuple[str, str]], pairs: tuple[ClaimPair, ...], wrong: tuple[str, ...]
) -> None:
    assert judge(MinimalPair(**ITEM), report_with(*found, pairs=pairs)) == wrong


def test_judge_of_unrelated_texts_asks_that_they_are_not_paired() -> None:
    pair = MinimalPair(**ITEM | {"tier": "none", "expect": [], "forbid": [["number", "conflict"]]})
    assert judge(pair, report_with(pairs=())) == ()
    assert judge(pair, report_with()) == ("paired",)


def test_judge_does_not_mind_the_tier_where_it_is_null() -> None:
    pair = MinimalPair(**ITEM | {"tier": None, "expect": []})
    assert judge(pair, report_with(pairs=())) == judge(pair, report_with()) == ()


def test_judge_takes_a_loaded_word_of_one_side_for_a_difference() -> None:
    pair = MinimalPair(**ITEM | {"expect": [["wording", "differs"]]})
    assert judge(pair, report_with(("wording", "only_left"))) == ()
    assert judge(pair, report_with(("omission", "only_left"))) == ("misses wording differs",)


def test_evaluate_minimal_gives_shares_by_kind_and_the_failures(tmp_path: Path) -> None:
    never = ITEM | {"id": "never", "kind": "quote", "expect": [["quote", "differs"]], "forbid": []}
    unrelated = ITEM | {"id": "unrelated", "right": "Wheat is dearer.", "tier": "none", "expect": []}
    table = evaluate_minimal(_write(tmp_path, ITEM, never, unrelated), "all", lambda _done, _total: None)
    assert table.counts == {"pairs": 3, "right": 2, "negatives": 1}
    shares = {figure.name: figure.value for figure in table.figures}
    assert shares["all pairs (3)"] == pytest.approx(2 / 3)
    assert shares["quote (1)"] == 0
    assert shares["negatives (1)"] == shares["number (1)"] == 1
    assert table.notes == ["never: misses quote differs"]


def test_evaluate_minimal_has_as_floor_a_tool_that_marks_nothing(tmp_path: Path, silent: Progress) -> None:
    same = ITEM | {"id": "same", "expect": [], "forbid": [["number", "conflict"]]}
    unrelated = ITEM | {"id": "unrelated", "right": "Wheat is dearer.", "tier": "none", "expect": []}
    floor = evaluate_minimal(_write(tmp_path, ITEM, same, unrelated), "all", silent).floor
    assert floor["all pairs"] == pytest.approx(1 / 3)
    assert (floor["negatives"], floor["positives"]) == (0.5, 0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no pairs"),
        ("{", "Line 1"),
        ('{"id": "a"}', "left"),
        (json.dumps(ITEM | {"expect": [["number", "wrong"]]}), "expect"),
        (json.dumps(ITEM | {"tier": "possible"}), "tier"),
        (json.dumps(ITEM) + "\n[]", "Line 2"),
    ],
)
def test_read_minimal_says_what_is_wrong_with_other_files(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadDataError, match=words):
        read_minimal(path)


def test_read_minimal_refuses_what_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(BadDataError, match="is a folder"):
        read_minimal(tmp_path)


def _write(folder: Path, *items: dict[str, Any]) -> Path:
    path = folder / "pairs.jsonl"
    path.write_text("\n".join(json.dumps(item) for item in items), encoding="utf-8")
    return path
