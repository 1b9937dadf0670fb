"""One name that two articles write in two ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.compare import read_article
from comparer.analysis.differences.spelled import _without_title, compare_spelled_names
from comparer.analysis.people import name_words
from comparer.analysis.report import Span
from comparer.analysis.tools import Tools

MISSPELT = [
    ("Nurse Karin Brim spoke first.", "The nurse, Katrin Brim, spoke first."),
    ("He worked at Harlow Advisers in Leeds.", "He worked at Harlow Advisors in Leeds."),
    ("Police named the climber as Ewan Tolm.", "Ewan Tolk fell to his death."),
    ("EWAN TOLM FELL", "Ewan Tolk fell to his death."),
]
WRITTEN_IN_TWO_WAYS = [
    ("The pilot was Tobias Kehrmann.", "The pilot, Tobias Kehrman, survived."),
    ("A spokeswoman, Tilda Groffe, declined to speak.", "Tilda Groff declined to speak for the hospital."),
    ("Union leader Eleni Karras called a strike.", "Union leader Ileni Karras called a strike."),
]
OTHERS = [
    ("Karin Brim spoke first.", "Karin Brim spoke last."),
    ("Karin Brim spoke first.", "Karin Stone spoke last."),
    ("Karin Brim and her sister Katrin Brim spoke.", "Katrin Brim spoke last."),
    ("Jane Roe spoke first.", "Jane Row spoke last."),
    ("A Carrow Marshal spoke first.", "Two Carrow Marshals spoke last."),
    ("Hanna Berg spoke first.", "Hanna Berger spoke last."),
    ("Dr. Karin Brim spoke first.", "Katrin spoke last."),
]


def verdicts(tools: Tools, left: str, right: str) -> list[str | None]:
    ours, theirs = read_article(left, tools=tools), read_article(right, tools=tools)
    return [finding.verdict for finding in compare_spelled_names(ours, theirs)]


@pytest.mark.parametrize(("left", "right"), MISSPELT)
def test_a_name_with_another_letter_is_a_conflict(tools: Tools, left: str, right: str) -> None:
    assert verdicts(tools, left, right) == verdicts(tools, right, left) == ["conflict"]


@pytest.mark.parametrize(("left", "right"), WRITTEN_IN_TWO_WAYS)
def test_two_ways_of_writing_one_sound_can_both_stand(tools: Tools, left: str, right: str) -> None:
    assert verdicts(tools, left, right) == ["compatible"]


@pytest.mark.parametrize(("left", "right"), OTHERS)
def test_other_names_and_other_forms_of_one_are_left_alone(tools: Tools, left: str, right: str) -> None:
    assert verdicts(tools, left, right) == []


def test_the_name_alone_is_marked(tools: Tools) -> None:
    (found,) = compare_spelled_names(*(read_article(text, tools=tools) for text in MISSPELT[0]))
    assert (found.kind, found.left[0].text, found.right[0].text) == ("person", "Karin Brim", "Katrin Brim")


PARTS = [
    "Li",
    "Lili",
    "Ana",
    "al-Sayed",
    "O'Neil",
    "Mr.",
    "Governor",
    "van",
    "der",
    "Berg",
    "Berg's",
    "Jr.",
    "J.",
    "bin",
]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(" ".join))
def test_every_name_is_found_where_it_stands(text: str) -> None:
    words = name_words(text)[-2:]
    if len(words) == 2:
        marked = _without_title(text, Span(0, len(text)), words)
        assert text[marked.start : marked.end].startswith(words[0])
