"""Opposite sides of one thing."""

from __future__ import annotations

import pytest

from comparer.analysis.places.sides import opposite_sides
from comparer.analysis.report import Token

APART = [
    ("on the north face of the mountain", "on its south face"),
    ("on the left bank of the Orsa", "on the right bank of the Orsa"),
    ("at the front entrance", "at the rear entrance"),
    ("at the northern tip of the island", "off its southernmost point"),
    ("in the northbound tunnel", "in the southbound tunnel"),
]
TOGETHER = [
    ("on the north face", "on the north face"),
    ("on the north face", "on the south bank"),
    ("on the north face and the south face", "on the south face"),
    ("on the right side of the law", "on the other side"),
    ("in the north", "in the south"),
    ("", "on the south face"),
]


def words(text: str) -> list[Token]:
    return [Token(place, place + 1, word, "NOUN") for place, word in enumerate(text.split())]


@pytest.mark.parametrize(("left", "right"), APART)
def test_opposite_sides_are_found_either_way_round(left: str, right: str) -> None:
    assert len(list(opposite_sides(words(left), words(right)))) == 1
    assert len(list(opposite_sides(words(right), words(left)))) == 1


@pytest.mark.parametrize(("left", "right"), TOGETHER)
def test_sides_of_other_things_and_the_same_side_are_left_alone(left: str, right: str) -> None:
    assert not list(opposite_sides(words(left), words(right)))
