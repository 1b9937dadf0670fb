"""Numbers torn apart are joined, and only in texts that some program tore apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.text.article import clean_article
from comparer.analysis.text.edits import Draft
from comparer.analysis.text.torn import join_torn_numbers

TORN = "A co - owner of the well - known mill spoke. "

CASES = [
    ("a decimal", "The 5. 8 - magnitude quake shook Alda.", "The 5.8-magnitude quake shook Alda."),
    ("a share", "It rose by 46. 25 percent.", "It rose by 46.25 percent."),
    ("thousands", "About 1, 400 people and 12, 000, 000 crowns.", "About 1,400 people and 12,000,000 crowns."),
    ("a clock", "It struck at 10: 57 a. m. on Sunday.", "It struck at 10:57 a.m. on Sunday."),
    ("an age", "The 26 - year - old driver fled.", "The 26-year-old driver fled."),
    ("a score", "Alda won 12 - 3.", "Alda won 12-3."),
    ("short forms", "Alda hadn ’ t heard the mayor ' s plan.", "Alda hadn’t heard the mayor's plan."),
    ("an abbreviation before a comma", "In Alda, Calif. , it rained.", "In Alda, Calif., it rained."),
    ("initials", "The U. S. survey said so.", "The U.S. survey said so."),
    ("a quotation", "The so called ' town ' of Alda.", None),
    ("a day and a count", "On June 7, 200 people came.", None),
    ("two sentences", "It happened in 2029. 6 people died.", None),
    ("two sentences, large numbers", "They freed 24. 10 others are missing.", None),
]


@pytest.mark.parametrize(("torn", "whole"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_torn_numbers_are_joined(torn: str, whole: str | None) -> None:
    assert join_torn_numbers(Draft(TORN + torn)).text == TORN + (whole or torn)


def test_a_text_without_the_habit_stays_as_it_is() -> None:
    text = "A well-known co-owner spoke - at last. He counted 5. 8 others kept silent, 1, 400 of them."
    assert join_torn_numbers(Draft(text)) == Draft(text)


@pytest.mark.parametrize(
    "words", ["of magnitude 5. 9 shook", "with a magnitude of at least 5. 9 shook", "a 5. 9-magnitude shock shook"]
)
def test_magnitudes_are_joined_in_any_text(words: str) -> None:
    assert "5.9" in join_torn_numbers(Draft(f"A quake {words} the well-known co-op.")).text


def test_what_was_joined_is_told_as_repair() -> None:
    article = clean_article(f"Quake in Alda\n{TORN}The 5. 8 - magnitude quake shook the town at dawn.")
    assert [(article.text[one.start : one.end], one.before) for one in article.repairs] == [(".", ". "), ("-", " - ")]


@given(st.text(alphabet="19 .,:-am", max_size=60))
def test_only_spaces_are_ever_taken_out(text: str) -> None:
    joined = join_torn_numbers(Draft(TORN + text)).text
    assert joined.replace(" ", "") == (TORN + text).replace(" ", "")
