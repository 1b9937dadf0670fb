"""Scores against what two people marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from comparer.analysis.report import ClaimPair, Difference, Excerpt, Report
from comparer.evaluation.annotated import agreement, evaluate_annotated, outcome_of
from comparer.evaluation.annotations import AnnotatedPair, read_annotations
from comparer.evaluation.compared import Compared
from comparer.evaluation.placed import Placed
from comparer.evaluation.tally import Share, Tally
from comparer.evaluation.tasks import Progress
from tests.analysis.readings import reading_of
from tests.evaluation.annotations import X, write_pair


def with_differences(pair: AnnotatedPair, *found: tuple[Any, tuple[str, str]]) -> Compared:
    """A report that pairs the first lines and marks conflicts of a kind in the words given."""
    readings = [
        reading_of(*(text[a:b] for a, b in lines)) for text, lines in zip(pair.texts, pair.sentences, strict=True)
    ]
    differences = []
    for number, (kind, words) in enumerate(found):
        sides = [
            (Excerpt(reading.text.index(word), reading.text.index(word) + len(word), word),)
            for reading, word in zip(readings, words, strict=True)
        ]
        differences.append(Difference(f"d{number}", kind, "conflict", "p1", sides[0], sides[1], ""))
    pairs = (
        ClaimPair("p1", ("c1",), ("c1",), 0.9, "match", ()),
        ClaimPair("p2", ("c3",), ("c1",), 0.4, "possible", ()),
    )
    report = Report("test", readings[0], readings[1], pairs=pairs, differences=tuple(differences))
    left, right = (
        Placed(text, lines, reading) for text, lines, reading in zip(pair.texts, pair.sentences, readings, strict=True)
    )
    return Compared(report, left, right)


@pytest.mark.parametrize(
    ("found", "conflicts"),
    [
        ([], Tally(0, 0, 0, 1)),
        ([("number", ("Two", "Five"))], Tally(1, 1, 1, 1)),
        ([("date", ("Two", "Five"))], Tally(0, 1, 0, 1)),
        ([("number", ("Monday", "Monday"))], Tally(0, 1, 0, 1)),
        # One annotator marks it: right, and not missed without it.
        ([("polarity", ("shut", "open"))], Tally(1, 1, 0, 1)),
    ],
)
def test_outcome_counts_conflicts_that_people_mark(
    tmp_path: Path, found: list[tuple[str, tuple[str, str]]], conflicts: Tally
) -> None:
    (pair,) = read_annotations(write_pair(tmp_path))
    assert outcome_of(pair, with_differences(pair, *found)).conflicts == conflicts


def test_outcome_counts_lines_by_tier(tmp_path: Path) -> None:
    (pair,) = read_annotations(write_pair(tmp_path))
    outcome = outcome_of(pair, with_differences(pair))
    # The first lines have a core link, all others only neutral ones.
    assert outcome.decisions == {"matches": Share(2, 2), "both tiers": Share(2, 2)}
    assert outcome.links == {"matches": Tally(1, 1, 1, 1), "both tiers": Tally(1, 2, 1, 1)}


def test_agreement_scores_each_annotator_against_the_other(tmp_path: Path) -> None:
    (same,) = read_annotations(write_pair(tmp_path, y=X))
    assert set(agreement([same]).values()) == {1.0}
    (other,) = read_annotations(write_pair(tmp_path))
    # X's two main links against Y: one neutral, one wrong; Y has no main links and misses both of X's.
    assert agreement([other])["links, matches"] == 0
    assert 0 < agreement([other])["decisions, matches"] < 1


def test_evaluate_annotated_gives_both_tiers_and_means(tmp_path: Path, silent: Progress) -> None:
    write_pair(tmp_path)
    table = evaluate_annotated(write_pair(tmp_path, "01_same", y=X), "all", silent)
    assert table.counts == {"article pairs": 2, "lines": 12, "core links": 3, "conflicts": 3}
    names = [figure.name for figure in table.figures]
    assert names[:2] == ["decisions, matches", "decisions, matches, mean of pairs"]
    assert len(names) == 9
    assert set(table.agreement) <= set(names)
