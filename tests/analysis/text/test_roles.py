from __future__ import annotations

import pytest

from comparer.analysis.text.roles import find_roles

PROSE = "The ferry hit the north pier on Monday, the harbour office said."
SIGNED = "— Nils Oren (@nilsoren) March 4, 2031"


@pytest.mark.parametrize(
    "line",
    [
        "Minister Claims ‘Everyone’ Was Warned",
        "What Parliament Should Do",
        "Why was the pier open?",
        "A night of fear",
        "THE INQUIRY",
    ],
)
def test_short_headline_between_paragraphs_is_a_heading(line: str) -> None:
    assert find_roles(["Title", PROSE, line, PROSE], has_title=True) == ["title", "body", "heading", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "He left.", "“Nobody called us”", "The list:", "and so on", "- one of the items", PROSE,
        "a very long line without a stop that goes on and on and never ends as pasted texts do",
    ],
)  # fmt: skip
def test_other_lines_are_body(line: str) -> None:
    assert find_roles([PROSE, line, PROSE], has_title=False) == ["body"] * 3


def test_the_last_line_is_no_heading() -> None:
    assert find_roles([PROSE, "What Comes Next"], has_title=False) == ["body", "body"]


def test_post_is_the_paragraph_above_its_signature() -> None:
    assert find_roles(["T", PROSE, "We saw it hit.", SIGNED, PROSE], has_title=True) == [
        "title", "body", "post", "post", "body",
    ]  # fmt: skip


def test_post_of_several_paragraphs_begins_after_the_colon() -> None:
    texts = ["He wrote on X:", "We saw it hit.", "It was fast.", SIGNED, PROSE]
    assert find_roles(texts, has_title=False) == ["body", "post", "post", "post", "body"]


def test_post_in_one_line_and_post_cut_short() -> None:
    texts = [PROSE, f"We saw it hit. {SIGNED}", "And then we heard…", PROSE]
    assert find_roles(texts, has_title=False) == ["body", "post", "post", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "The account — run by Nils Oren (@nilsoren) since 2029 — was closed by the company on Monday, it said.",
        "Nils Oren (@nilsoren)",
    ],
)
def test_a_handle_in_a_sentence_signs_nothing(line: str) -> None:
    assert "post" not in find_roles([PROSE, line, PROSE], has_title=False)
