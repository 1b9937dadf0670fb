"""Broken lines become paragraphs again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.library.decode.lines import join_lines
from comparer.library.decode.pdf import _rejoin_pages, _without_margins

CASES = [
    ("a sentence goes on", "The ferry hit the\nnorth pier on Monday.", ["The ferry hit the north pier on Monday."]),
    ("a word is whole again", "The harbour of-\nfice said it had failed.", ["The harbour office said it had failed."]),
    ("a soft hyphen too", "The harbour of\u00ad\nfice said it had failed.", ["The harbour office said it had failed."]),
    (
        "a name keeps its hyphen",
        "The chief, Anna Berg-\nOren, said so on Monday.",
        ["The chief, Anna Berg-Oren, said so on Monday."],
    ),
    (
        "a number keeps its hyphen",
        "It was a fine of 20-\n30 crowns for each of them.",
        ["It was a fine of 20-30 crowns for each of them."],
    ),
    ("a blank line parts", "One sentence stands here.\n\nAnother one.", ["One sentence stands here.", "Another one."]),
    (
        "a short last line ends a paragraph",
        "The ferry hit the north pier on Monday, and\neleven were hurt.\nIts chief said the engine had failed then, and\nno more.",
        [
            "The ferry hit the north pier on Monday, and eleven were hurt.",
            "Its chief said the engine had failed then, and no more.",
        ],
    ),
    (
        "a full last line does not",
        "The ferry hit the north pier on Monday night.\nIts chief said the engine had failed then too.",
        ["The ferry hit the north pier on Monday night. Its chief said the engine had failed then too."],
    ),
]


@pytest.mark.parametrize(("source", "paragraphs"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_lines_become_paragraphs(source: str, paragraphs: list[str]) -> None:
    assert join_lines(source).split("\n\n") == paragraphs


@given(st.text(st.sampled_from("ab .\n,"), max_size=200))
def test_no_word_is_lost(text: str) -> None:
    assert "".join(join_lines(text).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("The ferry hit\n\nthe pier.", "The ferry hit the pier."),
        ("The harbour of-\n\nfice said.", "The harbour office said."),
        ("It ended.\n\nthe rest", "It ended.\n\nthe rest"),
        ("It ended\n\nThen this", "It ended\n\nThen this"),
    ],
)
def test_a_sentence_that_a_page_break_tears_is_one_again(torn: str, whole: str) -> None:
    assert _rejoin_pages(torn) == whole


def test_running_heads_and_page_numbers_go_and_the_story_stays() -> None:
    pages = [
        f"Alda Mail\n\nstory {word} begins\nmiddle {word}\nstory {word} ends\nPage {n} of 3"
        for n, word in enumerate("abc", 1)
    ]
    assert _without_margins(pages) == [f"\nstory {word} begins\nmiddle {word}\nstory {word} ends" for word in "abc"]
    assert _without_margins(["1\nonly page\n2"]) == ["only page"]
