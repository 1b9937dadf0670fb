"""Pairs of sentences about invented events: who did it and whether it is so must disagree just where a reader sees it.

The files hold one pair a line: what is wanted (person, polarity or none), left, right. What the analysis gets wrong
stands in a file of its own, so that a mend is noticed.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from comparer.analysis.events.compare import compare_events
from comparer.analysis.events.offices import compare_identities, compare_ranks
from comparer.analysis.lexicons import Lexicons
from tests.analysis.events.conftest import MakePassage

Row = tuple[str, str, str]
Judge = Callable[[str, str], set[str]]

HERE = Path(__file__).parent


def read_rows(name: str) -> list[Row]:
    with (HERE / name).open(encoding="utf-8") as file:
        return [
            (wanted, left, right)
            for wanted, left, right in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if wanted[0] != "#"
        ]


@pytest.fixture
def judge(passage_of_text: MakePassage, lexicons: Lexicons) -> Judge:
    def run(left: str, right: str) -> set[str]:
        passages = passage_of_text(left), passage_of_text(right)
        found = [
            *compare_events(*passages, predicates=lexicons.predicates, actors=lexicons.actors, labels=lexicons.labels),
            *compare_identities(*passages, lexicons.offices, lexicons.actors),
            *compare_ranks(*passages, lexicons.offices, lexicons.actors),
        ]
        kinds = {finding.kind for finding in found if finding.verdict == "conflict"}
        return {"none"} if not kinds else set(kinds)

    return run


@pytest.mark.parametrize(("wanted", "left", "right"), read_rows("pairs.tsv"))
def test_conflicts_between_two_sentences_are_just_the_one_that_a_reader_sees(
    judge: Judge, wanted: str, left: str, right: str
) -> None:
    assert judge(left, right) == {wanted}
    assert judge(right, left) == {wanted}


@pytest.mark.xfail(strict=True, reason="known failures")
@pytest.mark.parametrize(("wanted", "left", "right"), read_rows("pairs_known_failures.tsv"))
def test_conflicts_between_two_sentences_that_are_known_to_be_missed(
    judge: Judge, wanted: str, left: str, right: str
) -> None:
    assert judge(left, right) == judge(right, left) == {wanted}
