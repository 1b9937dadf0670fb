"""Judged sentence pairs: reading them, making them from article pairs, and scoring."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comparer.evaluation.gold import GoldPair, Marks, Side, split
from comparer.evaluation.judged import JudgedPair, evaluate_judged, pairs_of, read_judged
from comparer.evaluation.tasks import BadDataError, Progress

SAME = {"left": "Two boats sank off Kolby on Monday.", "right": "Off Kolby, two boats sank on Monday.", "label": 1}
OTHER = {"left": "Two boats sank off Kolby on Monday.", "right": "Wheat is dearer than in May.", "label": 0}


def write(folder: Path, *items: object) -> Path:
    path = folder / "judged.jsonl"
    path.write_text("\n".join(json.dumps(item) for item in items), encoding="utf-8")
    return path


def test_evaluate_judged_scores_the_pairs_of_the_engine(tmp_path: Path, silent: Progress) -> None:
    missed = {"left": "The dam held.", "right": "Wheat is dearer than in May.", "label": 1}
    table = evaluate_judged(write(tmp_path, SAME, OTHER, missed), "all", silent)
    assert table.counts == {"pairs": 3, "judged 1": 2, "documents": 3}
    matches, both = table.figures
    assert (matches.name, matches.precision, matches.recall) == ("matches", 1, 0.5)
    assert both.value == pytest.approx(2 / 3)


def test_evaluate_judged_counts_an_article_as_one_document(tmp_path: Path, silent: Progress) -> None:
    path = write(tmp_path, SAME | {"article": "boats"}, OTHER | {"article": "boats"}, SAME)
    assert evaluate_judged(path, "all", silent).counts["documents"] == 2
    assert evaluate_judged(path, "even", silent).counts["pairs"] == 2


def test_evaluate_judged_computes_the_floor_at_its_best_threshold(tmp_path: Path, silent: Progress) -> None:
    # Seven of seven words and none shared: one threshold parts them.
    assert evaluate_judged(write(tmp_path, SAME, OTHER), "all", silent).floor == {"matches": 1.0, "both tiers": 1.0}


def test_pairs_are_made_from_core_links_and_the_closest_sentences_without_a_link() -> None:
    texts = "Two boats sank.\nThe pier is shut.\nNobody came.", "Two boats were lost.\nThe pier is open.\nNobody went."
    side = Side("plain", "2026-03-02")
    marks = Marks(side, side, (), (), (), (), (), (), (), ())
    gold = GoldPair("x", texts, marks, (split(texts[0]), split(texts[1])), {(0, 0): 2, (2, 2): 1})
    made = list(pairs_of(gold))
    assert JudgedPair("Two boats sank.", "Two boats were lost.", 1, "x") in made
    assert JudgedPair("The pier is shut.", "The pier is open.", 0, "x") in made
    assert [pair.label for pair in made].count(1) == 1
    assert not any(pair.left.startswith("Nobody") and pair.right.startswith("Nobody") for pair in made)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no pairs"),
        (json.dumps(OTHER), "judged 1"),
        ("[]", "Line 1"),
        (json.dumps(SAME) + "\n{", "Line 2"),
        (json.dumps(SAME | {"label": 2}), "label"),
        (json.dumps(SAME | {"left": ""}), "left"),
    ],
)
def test_read_judged_says_what_is_wrong_with_other_files(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "judged.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadDataError, match=words):
        read_judged(path)
