"""Minimal pairs that stand among others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comparer.analysis.report import Difference, Excerpt, Report
from comparer.evaluation.among import evaluate_among, tally
from comparer.evaluation.minimal import MinimalPair
from comparer.evaluation.tally import Tally
from comparer.evaluation.tasks import Progress
from tests.analysis.readings import reading_of

DAM = {"id": "dam", "left": "The dam at Orsa held through the night.", "right": "The dam at Orsa broke during the night.",
       "tier": "match", "expect": [["polarity", "conflict"]], "forbid": []}  # fmt: skip
WHEAT = {"id": "wheat", "left": "Wheat is dearer than in May.", "right": "Wheat costs more than it did in May.",
         "tier": "match", "expect": [], "forbid": []}  # fmt: skip
ZOO = {"id": "zoo", "left": "The zoo was quiet.", "right": "Whistles rang through the zoo.",
       "tier": "match", "expect": [["polarity", "conflict"]], "forbid": []}  # fmt: skip


def test_evaluate_among_counts_the_pairs_with_a_conflict(tmp_path: Path, silent: Progress) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in (DAM, WHEAT, ZOO)), encoding="utf-8")
    table = evaluate_among(path, "all", silent)
    assert table.counts == {"pairs": 3, "conflicts": 2, "negatives": 1, "marked": 1}
    (found,) = table.figures
    assert (found.precision, found.recall) == (1, 0.5)


@pytest.mark.parametrize(
    ("marks", "counted"),
    [
        (("dam at Orsa held", "dam at Orsa broke"), Tally(1, 1, 1, 2)),
        (("dearer", "costs"), Tally(0, 1, 0, 2)),
        (("dam at Orsa held", "costs"), Tally(0, 1, 0, 2)),
    ],
)
def test_a_mark_is_right_only_within_a_pair_with_a_conflict(marks: tuple[str, str], counted: Tally) -> None:
    group = [
        MinimalPair(one["id"], one["left"], one["right"], "match", tuple(one["expect"]), ())  # type: ignore[arg-type]
        for one in (DAM, WHEAT, ZOO)
    ]
    readings = [reading_of(*(pair.left for pair in group)), reading_of(*(pair.right for pair in group))]
    left, right = (
        (Excerpt(reading.text.index(words), reading.text.index(words) + len(words), words),)
        for reading, words in zip(readings, marks, strict=True)
    )
    report = Report(
        "test", readings[0], readings[1], differences=(Difference("d1", "polarity", "conflict", "p1", left, right, ""),)
    )
    assert tally(group, report) == counted
