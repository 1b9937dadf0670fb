"""Conflicts, framing and omissions against the marks, by hand."""

from __future__ import annotations

from typing import Any

import pytest

from comparer.analysis.report import Difference, Excerpt, Reading, Report
from comparer.evaluation.contrasts import Contrasts
from comparer.evaluation.gold import Contrast, GoldPair, Marks, Side, split
from comparer.evaluation.placed import Placed
from comparer.evaluation.tally import Share, Tally
from tests.analysis.readings import reading_of

LEFT = "Ferry sinks\nTwo people died on Monday. The skipper laughed. Rain fell."
RIGHT = "Boat lost\nThree people died on Tuesday. He wept. Snow lay."


def contrasts(*found: Difference) -> Contrasts:
    left, right = reading_of(*LEFT.splitlines()), reading_of(*RIGHT.splitlines())
    side = Side("wire report", "2029-01-01")
    marks = Marks(
        side,
        side,
        links=(),
        conflicts=(
            Contrast("number", ("Two people",), ("Three people",)),
            Contrast("polarity", ("laughed",), ("wept",), also=("person",)),
        ),
        compatible=(Contrast("date", ("Monday",), ("Tuesday",)),),
        open=(Contrast("number", ("Rain",), ("Snow",)),),
        naming=(Contrast("naming", ("Ferry",), ("Boat",)),),
        attribution=(Contrast("voice", ("The skipper",), ("He",)),),
        only_left=("Rain fell",),
        only_right=(),
    )
    sentences = (split(LEFT), split(RIGHT))
    pair = GoldPair("x", (LEFT, RIGHT), marks, sentences, {})
    placed = [
        Placed(text, spans, reading)
        for text, spans, reading in zip((LEFT, RIGHT), sentences, (left, right), strict=True)
    ]
    return Contrasts(pair, Report("test", left, right, differences=found), *placed)


def difference(kind: Any, verdict: Any, left: str, right: str) -> Difference:
    sides = (_excerpt(reading_of(*LEFT.splitlines()), left), _excerpt(reading_of(*RIGHT.splitlines()), right))
    return Difference("d1", kind, verdict, None, *sides, explanation="")


def _excerpt(reading: Reading, words: str) -> tuple[Excerpt, ...]:
    start = reading.text.index(words)
    return (Excerpt(start, start + len(words), words),) if words else ()


@pytest.mark.parametrize(
    ("found", "counted"),
    [
        ([], Tally(0, 0, 0, 2)),
        ([("number", "conflict", "Two", "Three")], Tally(1, 1, 1, 2)),
        ([("number", "conflict", "Two", "Three"), ("number", "conflict", "Two people", "Three")], Tally(2, 2, 1, 2)),
        ([("person", "conflict", "skipper laughed", "wept")], Tally(1, 1, 1, 2)),
        ([("date", "conflict", "Two", "Three")], Tally(0, 1, 0, 2)),
        ([("number", "update", "Two", "Three")], Tally(0, 0, 0, 2)),
        ([("number", "conflict", "Two", "Tuesday")], Tally(0, 1, 0, 2)),
        ([("polarity", "conflict", "Rain", "Snow lay")], Tally(0, 0, 0, 2)),
    ],
)
def test_conflicts_are_right_by_kind_and_words_on_both_sides(found: list[tuple[str, ...]], counted: Tally) -> None:
    assert contrasts(*(difference(*one) for one in found)).conflicts() == counted


def test_compatible_passages_are_spared_unless_marked_conflict() -> None:
    assert contrasts(difference("date", "compatible", "Monday", "Tuesday")).spared() == Share(1, 1)
    assert contrasts(difference("date", "conflict", "Monday", "Tuesday")).spared() == Share(0, 1)


def test_framing_counts_naming_and_attribution_that_differ() -> None:
    assert contrasts().framing() == Share(0, 2)
    assert contrasts(difference("naming", "differs", "Ferry", "Boat")).framing() == Share(1, 2)
    assert contrasts(difference("naming", "only_left", "Ferry", "")).framing() == Share(0, 2)


def test_omissions_count_sentences_that_are_marked_as_told_by_one_side() -> None:
    assert contrasts().omissions() == Share(0, 1)
    assert contrasts(difference("omission", "only_left", "Rain fell", "")).omissions() == Share(1, 1)
    assert contrasts(difference("omission", "only_left", "laughed", "")).omissions() == Share(0, 1)


def test_notes_name_missed_and_false_conflicts() -> None:
    found = difference("date", "conflict", "Monday", "Tuesday"), difference("number", "conflict", "Two", "Three")
    assert list(contrasts(*found).notes()) == [
        "x: misses polarity conflict “laughed” / “wept”",
        "x: false date conflict “Monday” / “Tuesday”",
    ]
