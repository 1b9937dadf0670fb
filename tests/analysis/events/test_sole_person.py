"""One person on each side whom the other does not name."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import read_article
from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.sole_person import compare_sole_persons
from comparer.analysis.passages import Passage
from comparer.analysis.tools import Tools

APART = [
    (
        "A late penalty by captain Lena Hartwig won the match.",
        "The match was won by a penalty that Ira Mehta took late.",
    ),
    (
        "The co-pilot, Jannik Aster, was flying the aircraft.",
        "Captain Rosa Villar was at the controls of the aircraft.",
    ),
]
TOGETHER = [
    ("Lena Hartwig won the match.", "The match was won by Hartwig."),
    ("Lena Hartwig won the match.", "The match was won."),
    ("Lena Hartwig and Ira Mehta won the match.", "Rosa Villar won the match."),
    ("The match was off, Lena Hartwig said.", "The match was off, said Ira Mehta."),
    ("Lena Hartwig beat Ira Mehta.", "Ira Mehta lost to the captain."),
]


def compared(tools: Tools, left: str, right: str) -> Finding | None:
    ours, theirs = (Passage(one, one.claims) for one in (read_article(text, tools=tools) for text in (left, right)))
    return compare_sole_persons(ours, theirs, tools.lexicons.actors)


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_people_in_one_part_are_set_against_each_other(tools: Tools, left: str, right: str) -> None:
    found = compared(tools, left, right)
    assert found is not None
    assert (found.kind, found.verdict) == ("person", "conflict")
    assert found.left[0].text in left
    assert found.right[0].text in right


@pytest.mark.parametrize(("left", "right"), TOGETHER)
def test_people_who_may_be_one_or_only_speak_are_left_alone(tools: Tools, left: str, right: str) -> None:
    assert compared(tools, left, right) is None
    assert compared(tools, right, left) is None
