"""Scoring attributions: by hand on small sets, and on the reader itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.evaluation.attribution import Parts, Tally, agreement, evaluate_attribution, tally
from comparer.evaluation.tasks import BadDataError, Table
from tests.evaluation.polnear import TEXT, annotation, write_corpus


def parts(cue: str, source: str = "", content: str = "") -> Parts:
    """Positions given as digits."""
    return Parts(*(frozenset(map(int, digits)) for digits in (cue, source, content)))


TALLIES = [
    ("nothing", [], [], Tally(0, 0, 0, 0, 0, 0)),
    ("missed", [parts("1")], [], Tally(1, 0, 0, 0, 0, 0)),
    ("false", [], [parts("1")], Tally(0, 1, 0, 0, 0, 0)),
    ("all right", [parts("1", "2", "34")], [parts("1", "2", "34")], Tally(1, 1, 1, 1, 1, 1)),
    ("cues overlap", [parts("12", "3", "4")], [parts("2", "3", "4")], Tally(1, 1, 1, 1, 1, 1)),
    ("cues beside each other", [parts("1", "3", "4")], [parts("2", "3", "4")], Tally(1, 1, 0, 0, 0, 0)),
    ("other source", [parts("1", "2", "3")], [parts("1", "9", "3")], Tally(1, 1, 1, 0, 1, 0)),
    ("other content", [parts("1", "2", "3")], [parts("1", "2", "9")], Tally(1, 1, 1, 1, 0, 0)),
    ("no source on either side", [parts("1", "", "3")], [parts("1", "", "3")], Tally(1, 1, 1, 1, 1, 1)),
    ("source on one side", [parts("1", "", "3")], [parts("1", "2", "3")], Tally(1, 1, 1, 0, 1, 0)),
    ("half of the content", [parts("1", "2", "345")], [parts("1", "2", "3")], Tally(1, 1, 1, 1, 1, 1)),
    ("a third of the content", [parts("1", "2", "34567")], [parts("1", "2", "3")], Tally(1, 1, 1, 1, 0, 0)),
    ("one found for two", [parts("1"), parts("2")], [parts("12")], Tally(2, 1, 1, 1, 1, 1)),
    ("the closer cue wins", [parts("12", "7", "8"), parts("2", "5", "6")], [parts("12", "7", "8")], Tally(2, 1, 1, 1, 1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("gold", "found", "expected"), [case[1:] for case in TALLIES], ids=[c[0] for c in TALLIES])
def test_tally_counts_one_to_one(gold: list[Parts], found: list[Parts], expected: Tally) -> None:
    assert tally(gold, found) == expected


def test_agreement_is_f1_of_words() -> None:
    assert agreement(frozenset({1, 2, 3}), frozenset({3, 4, 5})) == pytest.approx(1 / 3)
    assert agreement(frozenset(), frozenset()) == 1.0
    assert agreement(frozenset({1}), frozenset()) == 0.0


def values(table: Table) -> dict[str, float]:
    return {figure.name: figure.value for figure in table.figures}


def test_evaluation_of_a_corpus_that_agrees_is_one(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    folder = write_corpus(tmp_path, {"a": (TEXT, annotation())})
    table = evaluate_attribution(folder, "all", lambda done, total: heard.append((done, total)))
    assert values(table) == {"cue overlap": 1.0, "cue and source": 1.0, "cue and content": 1.0, "whole relation": 1.0}
    assert table.counts == {"articles": 1, "gold": 2, "found": 2}
    assert heard == [(0, 1)]


def test_evaluation_sees_a_wrong_source(tmp_path: Path) -> None:
    stand_off = annotation().replace("Source 27 41", "Source 0 5")
    assert stand_off != annotation()
    folder = write_corpus(tmp_path, {"a": (TEXT, stand_off)})
    found = values(evaluate_attribution(folder, "all", lambda _done, _total: None))
    assert (found["cue overlap"], found["cue and source"], found["whole relation"]) == (1.0, 0.5, 0.5)


def test_evaluation_gives_floor_and_agreement_of_the_same_figures(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": (TEXT, annotation())})
    table = evaluate_attribution(folder, "all", lambda _done, _total: None)
    assert set(table.agreement) < set(table.floor) == {figure.name for figure in table.figures}
    # Both verbs of saying stand in the list.
    assert table.floor["cue overlap"] == 1


def test_evaluation_of_halves_takes_every_other_article(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {name: (TEXT, annotation()) for name in "abc"})
    counts = [
        evaluate_attribution(folder, half, lambda _done, _total: None).counts["articles"]
        for half in ("all", "even", "odd")
    ]
    assert counts == [3, 2, 1]


def test_evaluation_of_half_of_one_article_is_refused(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": (TEXT, annotation())})
    with pytest.raises(BadDataError, match="too few documents"):
        evaluate_attribution(folder, "odd", lambda _done, _total: None)


def test_evaluation_maps_words_that_cleaning_moved(tmp_path: Path) -> None:
    moved = TEXT.replace("\n\n", "\n\n\n   \n")
    folder = write_corpus(tmp_path, {"a": (moved, annotation(moved))})
    assert values(evaluate_attribution(folder, "all", lambda _done, _total: None))["whole relation"] == 1.0
