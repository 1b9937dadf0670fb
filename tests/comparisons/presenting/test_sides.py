"""What the pieces are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.analysis.report import Reading
from comparer.comparisons.presenting.sides import Names, name_sides, shorten


def reading(outlet: str | None = None, title: str | None = None) -> Reading:
    return replace(Reading("", title, outlet, None, "en", "test"))


@pytest.mark.parametrize(
    ("left", "right", "named"),
    [
        (reading("Echo"), reading("Dispatch"), ("Echo", "Dispatch")),
        (reading("Echo", "A title"), reading(None, "Storm hits town"), ("Echo", "“Storm hits town”")),
        (reading(None, "One"), reading(None, "Two"), ("“One”", "“Two”")),
        (reading("Echo", "One"), reading("echo", "Two"), ("“One”", "“Two”")),
        (reading("Echo", "Same"), reading("Echo", "Same"), ("Left", "Right")),
        (reading(), reading(), ("Left", "Right")),
        (reading(" \n "), reading("Dispatch"), ("Left", "Dispatch")),
        (
            reading(None, "A very long title about a storm that hit a town"),
            reading("Echo"),
            ("“A very long title about…”", "Echo"),
        ),
    ],
)
def test_name_sides_prefers_outlets_then_titles_then_sides(
    left: Reading, right: Reading, named: tuple[str, str]
) -> None:
    names = name_sides(left, right)
    assert (names.left, names.right) == named


def test_name_sides_uses_the_names_that_people_gave() -> None:
    names = name_sides(reading("Echo"), reading("Dispatch"), left_name="My town’s paper")
    assert (names.left, names.right) == ("My town’s paper", "Dispatch")


@pytest.mark.parametrize(
    ("explanation", "named"),
    [
        ("Left says 155; right says 168.", "Echo says 155; Dispatch says 168."),
        ("Only right tells this.", "Only Dispatch tells this."),
        ("Left and right give what looks like one statement.", "Echo and Dispatch give what looks like one statement."),
        ("Right’s quotation has one word more.", "Dispatch’s quotation has one word more."),
        ("Told later than in left.", "Told later than in Echo."),
        # not sides
        ("Echo says that he left the country.", "Echo says that he left the country."),
        ("They reached the right bank.", "They reached the right bank."),
        ("Left writes “; right away”.", "Echo writes “; right away”."),
        ("Left-wing papers agree.", "Left-wing papers agree."),
    ],
)
def test_names_stand_in_for_left_and_right_in_explanations(explanation: str, named: str) -> None:
    assert Names("Echo", "Dispatch").name(explanation) == named


@pytest.mark.parametrize(
    ("explanation", "named"),
    [
        ("Left says 155; right says 168.", "The first piece says 155; the second piece says 168."),
        ("Left says 155; Right says 168. Right tells it later.", "The first piece says 155; the second piece says 168. The second piece tells it later."),
        ("Only right tells this.", "Only the second piece tells this."),
        ("Right’s quotation has one word more.", "The second piece’s quotation has one word more."),
    ],
)  # fmt: skip
def test_sentences_do_not_call_a_piece_by_its_headline(explanation: str, named: str) -> None:
    names = name_sides(reading(None, "Storm hits a town on the coast"), reading(None, "Two"))
    assert (names.left, names.right) == ("“Storm hits a town on…”", "“Two”")
    assert names.name(explanation) == named


def test_a_phrase_that_begins_with_a_side_begins_with_a_capital() -> None:
    names = name_sides(reading("eNews"), reading(None, "Storm hits town"))
    assert names.fill("{right} has it; {left} has not.") == "The second piece has it; eNews has not."
    assert names.fill("{left} has it; {right} has not.") == "eNews has it; the second piece has not."
    assert names.fill("only in {right}") == "only in the second piece"


def test_sides_without_names_leave_explanations_alone() -> None:
    assert Names().name("Left says 155; right says 168.") == "Left says 155; right says 168."


def test_shorten_cuts_one_long_word_too() -> None:
    assert shorten("x" * 130_000) == "x" * 36 + "…"
