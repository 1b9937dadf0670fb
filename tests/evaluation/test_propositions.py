"""What is paired below the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.analysis.tools import load_tools
from comparer.evaluation.propositions import count, evaluate_propositions
from comparer.evaluation.qa_align import AlignedPair, Alignment, Proposition, read_qa_align
from comparer.evaluation.tally import Tally
from comparer.evaluation.tasks import Progress
from tests.evaluation.qa_align import ROW, write_rows

SUED = ("The", "mayor", "sued", "the", "clerk", ".")


def test_count_finds_the_propositions_of_one_event(tmp_path: Path) -> None:
    (pair,) = read_qa_align(write_rows(tmp_path, ROW))
    counts = count(pair, load_tools())
    assert counts.ours["predicates"] == Tally(1, 1, 1, 1)
    assert counts.ours["propositions"] == Tally(2, 2, 2, 2)
    assert counts.floor["propositions"] == Tally(2, 2, 2, 2)


def test_count_calls_other_roles_of_one_event_wrong() -> None:
    """The mayor who sued and the one who was sued are told by one verb."""
    mayor, clerk = Proposition(2, frozenset({0, 1})), Proposition(2, frozenset({3, 4}))
    pair = AlignedPair("x", (SUED, SUED), ((mayor,), (mayor, clerk)), (Alignment(frozenset({0}), frozenset({1})),))
    assert count(pair, load_tools()).ours["propositions"] == Tally(0, 1, 0, 1)


def test_count_reaches_an_alignment_of_several_by_any_two() -> None:
    mayor, whole = Proposition(2, frozenset({0, 1})), Proposition(2, frozenset({1}))
    pair = AlignedPair("x", (SUED, SUED), ((mayor,), (mayor, whole)), (Alignment(frozenset({0}), frozenset({0, 1})),))
    assert count(pair, load_tools()).ours["propositions"] == Tally(2, 2, 1, 1)


def test_count_finds_nothing_in_sentences_that_are_not_paired() -> None:
    tokens = ("The", "dam", "held", "."), ("Wheat", "is", "dearer", ".")
    asked = (Proposition(2, frozenset({0, 1})),), (Proposition(1, frozenset({0})),)
    pair = AlignedPair("x", tokens, asked, ())
    assert set(count(pair, load_tools()).ours.values()) == {Tally(0, 0, 0, 0)}


def test_evaluate_propositions_gives_every_unit_with_its_floor(tmp_path: Path, silent: Progress) -> None:
    table = evaluate_propositions(write_rows(tmp_path, ROW, ROW | {"topic": "other"}), "even", silent)
    assert table.counts == {"sentence pairs": 1, "topics": 1, "aligned propositions": 2, "aligned predicates": 1}
    assert [figure.name for figure in table.figures] == ["propositions", "predicates", "claims"] == list(table.floor)
    assert table.figures[1].value == pytest.approx(1)
