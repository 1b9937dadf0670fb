"""Two strengths of one earthquake."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import read_article
from comparer.analysis.differences.magnitudes import compare_magnitudes
from comparer.analysis.tools import Tools

QUAKE = "A 6.1-magnitude earthquake shook the island of Orsa on Sunday.\nNobody was hurt."
CASES = [
    ("another strength", "The institute said the quake had a magnitude of 5.9.", ["6.1-magnitude", "magnitude of 5.9"]),
    ("the same strength", "The quake measured 6.1 on the Richter scale.", []),
    ("the strength of the other, too", "The quake had a magnitude of 5.9; another institute said 6.1.", []),
    ("a bound", "The quake had a magnitude of at least 5.9.", []),
    ("no strength", "An earthquake shook Orsa.", []),
    (
        "the aftershock comes later",
        "The quake had a magnitude of 5.9. An aftershock of magnitude 4.2 followed.",
        ["6.1-magnitude", "magnitude of 5.9"],
    ),
]


@pytest.mark.parametrize(("right", "marks"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_compare_magnitudes(tools: Tools, right: str, marks: list[str]) -> None:
    left, other = read_article(QUAKE, tools=tools), read_article(right, tools=tools)
    found = list(compare_magnitudes(left, other))
    assert [mark.text for one in found for side in (one.left, one.right) for mark in side] == marks
    assert all((one.kind, one.verdict) == ("number", "conflict") for one in found)
