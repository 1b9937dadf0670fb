from __future__ import annotations

import textwrap

import pytest

from comparer.analysis.text.edits import Draft
from comparer.analysis.text.lines import is_prose, join_wrapped, split_lines

FIRST = (
    "The ferry Alda hit the north pier of the harbour on Monday morning, and eleven people were hurt, the harbour "
    "office said. Its engine had failed on Sunday, according to two sailors who asked not to be named, and had not "
    "been repaired since."
)
SECOND = (
    "An inquiry will begin on Tuesday. It is to end by the summer, and its findings will be published in full, the "
    "minister told parliament, so that nobody can say that the islanders were kept in the dark."
)


def unwrapped(text: str) -> list[str]:
    return [line.text for line in split_lines(join_wrapped(Draft(text)).text)]


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_hard_wrapped_paragraphs_are_joined(width: int, gap: str) -> None:
    text = gap.join(["\n".join(textwrap.wrap(paragraph, width)) for paragraph in (FIRST, SECOND)])
    assert unwrapped(f"Ferry hits the north pier{gap}{text}") == ["Ferry hits the north pier", FIRST, SECOND]


def test_one_line_a_paragraph_stays() -> None:
    assert unwrapped(f"Ferry hits pier\n{FIRST}\n{SECOND}") == ["Ferry hits pier", FIRST, SECOND]


@pytest.mark.parametrize(
    "text",
    [
        "Ferry hits pier\nEleven hurt\nInquiry to begin\nPier closed",
        "It hit the pier.\nEleven were hurt.\nThe pier is closed now.\nAn inquiry begins on Tuesday morning.",
        "Roses are red\nviolets are blue\nsugar is sweet\nand so are you",
        "- one thing that must be done soon\n- another thing that must be done\n- a third thing that must be done",
    ],
)
def test_short_lines_of_their_own_stay(text: str) -> None:
    assert unwrapped(text) == text.split("\n")


def test_items_of_a_list_start_lines() -> None:
    wrapped = "\n".join(textwrap.wrap(FIRST, 70))
    assert unwrapped(f"{wrapped}\n\n- one\n- two")[-2:] == ["- one", "- two"]


def test_a_broken_compound_gets_no_space() -> None:
    text = "The harbour office had promised the islanders a long-\nterm plan for the pier, but no such plan was ever seen\nby them."
    assert "a long-term plan" in unwrapped(text)[0]


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("The pier is closed now.", True),
        ("“The pier is closed,” he said.", True),
        ("Ferry hits pier at Alda", False),
        ("Is the pier safe?", False),
        ("Pier closed.", False),
        ("“Why was nobody told about it?”", True),
        ("word " * 40, True),
    ],
)
def test_prose_is_told_from_headlines(line: str, *, prose: bool) -> None:
    assert is_prose(line.strip()) is prose


def test_lines_know_where_they_start() -> None:
    text = "a\n\n bc \nd"
    assert [(line.start, line.end, line.text) for line in split_lines(text)] == [(0, 1, "a"), (4, 6, "bc"), (8, 9, "d")]
