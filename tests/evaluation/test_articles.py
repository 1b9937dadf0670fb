"""Floor and agreement of the article pairs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comparer.evaluation.articles import evaluate_articles, tally_sentences
from comparer.evaluation.gold import read_gold
from comparer.evaluation.tally import Tally
from comparer.evaluation.tasks import Progress
from tests.evaluation.test_gold import MARKS, write


@pytest.mark.parametrize(
    ("links", "conflicts"),
    [
        (set(), Tally(0, 0, 0, 1)),
        ({(1, 1)}, Tally(1, 1, 1, 1)),
        ({(1, 1), (2, 1)}, Tally(1, 2, 1, 1)),
        ({(0, 0)}, Tally(0, 1, 0, 1)),
    ],
)
def test_sentences_said_to_conflict_are_right_where_both_sides_lie_in_them(
    tmp_path: Path, links: set[tuple[int, int]], conflicts: Tally
) -> None:
    write(tmp_path)
    (pair,) = read_gold(tmp_path)
    assert tally_sentences(pair, links) == conflicts


def test_sentences_said_to_conflict_in_a_number_do_not_find_a_conflict_of_another_kind(tmp_path: Path) -> None:
    write(tmp_path, conflicts=[{"kind": "person", "left": ["Two people"], "right": ["Three people"]}])
    (pair,) = read_gold(tmp_path)
    assert tally_sentences(pair, {(1, 1)}) == Tally(0, 1, 0, 1)


def test_evaluate_articles_gives_a_floor_and_no_agreement_of_one_reader(tmp_path: Path, silent: Progress) -> None:
    write(tmp_path)
    table = evaluate_articles(tmp_path, "all", silent)
    assert table.floor.keys() <= {figure.name for figure in table.figures}
    assert table.floor["conflicts"] == 1
    assert table.agreement == {}


def test_evaluate_articles_gives_the_agreement_of_two_readers(tmp_path: Path, silent: Progress) -> None:
    second = {"links": MARKS["links"], "conflicts": []}
    (write(tmp_path) / "second.json").write_text(json.dumps(second), encoding="utf-8")
    table = evaluate_articles(tmp_path, "all", silent)
    assert (table.agreement["links, matches"], table.agreement["conflicts"]) == (1, 0)
    assert table.agreement.keys() <= {figure.name for figure in table.figures}
