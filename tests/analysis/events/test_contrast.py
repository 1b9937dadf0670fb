from __future__ import annotations

import pytest

from comparer.analysis.events.contrast import compare_wording_of_no, tell_of_different_ones
from comparer.analysis.lexicons import Lexicons
from tests.analysis.events.conftest import MakePassage

ODD = ["", "…", "not", "no no no", "\u202eton si ti", "🙂 not 🙂", "a" * 400, "not " * 40]


@pytest.mark.parametrize("left", ODD)
@pytest.mark.parametrize("right", ODD)
def test_compare_wording_of_no_says_nothing_of_odd_texts(
    passage_of_text: MakePassage, lexicons: Lexicons, left: str, right: str
) -> None:
    passages = passage_of_text(left), passage_of_text(right)
    assert compare_wording_of_no(*passages, lexicons.predicates, lexicons.actors) is None


def test_compare_wording_of_no_marks_the_two_opposites(passage_of_text: MakePassage, lexicons: Lexicons) -> None:
    left, right = "The court ruled that the fence was lawful.", "The fence was unlawful, the court ruled."
    found = compare_wording_of_no(passage_of_text(left), passage_of_text(right), lexicons.predicates, lexicons.actors)
    assert found is not None
    assert [mark.text for mark in (*found.left, *found.right)] == ["lawful", "unlawful"]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("The upper house sat.", "The lower house sat.", True),
        ("The mill is 30 percent full.", "The mill is 70 percent empty.", True),
        ("The canal bill passed.", "The harbour bill passed.", True),
        ("The new bill passed.", "The bill passed.", False),
        ("The house sat.", "The house rose.", False),
    ],
)
def test_tell_of_different_ones_sees_one_thing_narrowed_down_in_two_ways(
    passage_of_text: MakePassage, lexicons: Lexicons, left: str, right: str, *, wanted: bool
) -> None:
    passages = passage_of_text(left), passage_of_text(right)
    assert tell_of_different_ones(*passages, lexicons.predicates) is wanted
