"""How right answers are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.classroom.content import Asked, Choice, Item
from comparer.classroom.marking import mark_item, mark_task
from tests.classroom.making import MATCH, REFLECT

CHOICES = tuple(Choice(letter, letter) for letter in "abcd")


def item(asked: Asked, key: str, near: dict[str, float] | None = None) -> Item:
    return Item("i1", asked, "", CHOICES, tuple(key), near=near or {})


CASES = [
    ("the right one", item("one", "a"), "a", 1.0),
    ("a wrong one", item("one", "a"), "b", 0.0),
    ("a nearly right one", item("one", "a", {"b": 0.5}), "b", 0.5),
    ("nothing", item("one", "a"), "", 0.0),
    ("nothing where nothing is right", item("one", ""), "", 1.0),
    ("something where nothing is right", item("one", ""), "a", 0.0),
    ("all right ones", item("many", "ab"), "ba", 1.0),
    ("half of the right ones", item("many", "ab"), "a", 0.5),
    ("a right and a wrong one", item("many", "ab"), "ac", 0.0),
    ("everything", item("many", "ab"), "abcd", 0.0),
    ("a right and a nearly right one", item("many", "ab", {"c": 0.5}), "ac", 0.75),
    ("the same twice", item("many", "ab"), "aa", 0.5),
    ("what is no choice", item("many", "ab"), "xyz", 0.0),
    ("the right order", item("order", "abcd"), "abcd", 1.0),
    ("the order turned round", item("order", "abcd"), "dcba", 0.0),
    ("two neighbours exchanged", item("order", "abcd"), "bacd", 5 / 6),
    ("a part of the order", item("order", "abcd"), "ab", 1 / 6),
]


@pytest.mark.parametrize(("asked", "chosen", "share"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_mark_item(asked: Item, chosen: str, share: float) -> None:
    assert mark_item(asked, tuple(chosen)) == pytest.approx(share)


@given(st.sampled_from([case[1] for case in CASES]), st.lists(st.sampled_from("abcdx"), max_size=8))
def test_mark_item_is_a_share(asked: Item, chosen: list[str]) -> None:
    assert 0 <= mark_item(asked, chosen) <= 1


def test_mark_task_shares_its_points_among_items() -> None:
    assert mark_task(MATCH, {"i1": ["r1"], "i2": ["r1"]}) == 2
    assert mark_task(MATCH, {}) == 0


def test_mark_task_leaves_reflections_to_a_person() -> None:
    assert mark_task(REFLECT, {"i1": ["The first one."]}) is None
