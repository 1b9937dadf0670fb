"""What overlap of words alone finds."""

from __future__ import annotations

from pathlib import Path

from comparer.evaluation.annotations import read_annotations
from comparer.evaluation.overlap import overlap_floor
from tests.evaluation.annotations import X, write_pair


def test_overlap_floor_takes_the_threshold_that_suits_best(tmp_path: Path) -> None:
    pairs = read_annotations(write_pair(tmp_path, y=X))
    floor = overlap_floor(pairs)
    # The boats share six of eight words, the harbour three of five; nothing else shares as much.
    assert floor.links == [frozenset({(0, 0), (1, 2)})]
    assert set(floor.values().values()) == {1.0}
    assert set(floor.values()) == {
        "decisions, matches",
        "decisions, both tiers",
        "links, matches",
        "links, both tiers",
    }


def test_overlap_floor_says_that_other_numbers_conflict(tmp_path: Path) -> None:
    floor = overlap_floor(read_annotations(write_pair(tmp_path, y=X)))
    assert floor.other_numbers() == [frozenset({(0, 0)})]


def test_overlap_floor_of_nothing_in_common_finds_nothing(tmp_path: Path) -> None:
    write_pair(tmp_path, x={"matches": [{"a": "a3", "b": "b2", "grade": 2}]})
    assert overlap_floor(read_annotations(tmp_path)).values()["links, matches"] == 0
