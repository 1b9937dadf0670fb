"""What only one side tells, and which of it weighs."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools

CRANE = "A crane fell on a shed at the Hilt yard on Friday, breaking its roof."
ALONE = [
    "Inspectors had asked for it to be stopped in May.",
    "Nine welders were killed.",
    "The owner denies that it was overloaded.",
    "The yard's owner said it would appeal against a fine.",
    "“They told us to go on working, although everybody could see that it was leaning,” said welder Odd Kern.",
]
BOTH = [
    (
        f"{CRANE} Nobody was hurt.",
        "On Friday a crane fell on a shed at the Hilt yard and broke its roof. Nobody was hurt.",
    ),
    ("The ferry, built in 1950, has been mended.", "The ferry has been mended. It was built in 1950."),
    ("Entry is free when the choir sings in Orm.", "The choir sings in Orm. Entry is free."),
]
LONG = [
    "The Orm council met on Monday.",
    "It talked about the harbour for two hours.",
    "The hall was cold.",
    "Coffee was served at ten.",
    "The chairman wore a green tie.",
    "The minutes will be typed.",
    "Two dockers died in the harbour in March, and the council had been warned about the crane.",
    "The next meeting is in May.",
]


def omissions(left: str, right: str, tools: Tools) -> list[tuple[str, str]]:
    found = compare_articles(left, right, tools=tools).differences
    return [
        (one.verdict, " ".join(mark.text for mark in (*one.left, *one.right)))
        for one in found
        if one.kind == "omission"
    ]


@pytest.mark.parametrize("sentence", ALONE)
def test_omissions_mark_what_a_short_text_leaves_out(sentence: str, tools: Tools) -> None:
    [(verdict, text)] = omissions(f"{CRANE} {sentence}", CRANE, tools)
    assert (verdict, text) == ("only_left", sentence)
    [(verdict, text)] = omissions(CRANE, f"{CRANE} {sentence}", tools)
    assert (verdict, text) == ("only_right", sentence)


@pytest.mark.parametrize(("left", "right"), BOTH)
def test_omissions_pass_over_what_both_tell(left: str, right: str, tools: Tools) -> None:
    assert omissions(left, right, tools) == []


def test_omissions_put_what_weighs_first_and_leave_out_color(tools: Tools) -> None:
    found = [text for _, text in omissions("\n".join(LONG), "The Orm council met on Monday.", tools)]
    assert found[0] == LONG[6]
    assert not {LONG[2], LONG[3], LONG[4]} & set(found)
