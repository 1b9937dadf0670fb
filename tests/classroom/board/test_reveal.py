"""Class, key and machine side by side."""

from __future__ import annotations

import pytest

from comparer.classroom.board.reveal import MAY_BE_WRONG, lean, reveal_item
from comparer.classroom.board.tally import tally_item
from comparer.classroom.content import Item
from tests.classroom.board.classes import answers, make_item, make_task

LEANS = [
    ("taken most", make_item(), ("a", "b", "b"), "b"),
    ("more than half marked", make_item("many"), ("ab", "ac", "a", "b"), "a"),
    ("mean order", make_item("order", "abcd"), ("abcd", "abdc", "bacd"), "abcd"),
    ("nobody", make_item("many"), (), ""),
]


@pytest.mark.parametrize(("item", "given", "says"), [case[1:] for case in LEANS], ids=[case[0] for case in LEANS])
def test_what_the_class_as_a_whole_says(item: Item, given: tuple[str, ...], says: str) -> None:
    assert lean(item, [tuple(one) for one in given]) == tuple(says)


def doubts(item: Item, *given: str) -> str:
    return " ".join(reveal_item(tally_item(make_task(item), item, answers(*given))).doubts)


MACHINE = [
    ("class with the machine", make_item(machine="a"), ("a", "a", "b"), None),
    ("class against the machine", make_item(machine="a"), ("b", "b", "a"), "Most of the class disagrees"),
    ("class that is only divided", make_item(machine="a"), ("a", "a", "b", "c", "d"), None),
    ("class and teacher against the machine", make_item(machine="b"), ("a", "a"), "sees it otherwise too"),
    ("half of the class is not most", make_item(machine="a"), ("b", "a"), None),
    ("one student is no class", make_item(machine="a"), ("b",), None),
    ("corrected by the teacher", make_item(machine="b"), ("a", "b"), "Your teacher corrected"),
    ("corrected, nobody there", make_item(machine="b"), (), "Your teacher corrected"),
    ("order against the machine", make_item("order", "abcd", machine="abcd"), ("dcba", "dcab"), "Most of the class disagrees"),
    ("order of the machine corrected", make_item("order", "abcd", machine="bacd"), ("abcd", "abcd"), "Your teacher corrected"),
    ("a word added", make_item("many", "a", machine="a"), ("ab", "ab", "a"), "marked “the b”"),
    ("a word left", make_item("many", "ab", machine="ab"), ("a", "a", "ab"), "did not mark “the b”"),
    ("the same words", make_item("many", "ab", machine="ba"), ("ab", "ab"), None),
]  # fmt: skip


@pytest.mark.parametrize(("item", "given", "said"), [case[1:] for case in MACHINE], ids=[case[0] for case in MACHINE])
def test_it_is_said_where_the_machine_may_be_wrong(item: Item, given: tuple[str, ...], said: str | None) -> None:
    found = doubts(item, *given)
    assert (said is None and not found) or (said is not None and said in found and MAY_BE_WRONG in found)


def test_without_a_machine_the_key_may_be_wrong() -> None:
    assert "a key can be wrong" in doubts(make_item(), "b", "b")
    assert doubts(make_item(), "a", "a") == ""


def test_columns_hold_the_words_of_each() -> None:
    item = make_item("many", "ab", machine="bc")
    revealed = reveal_item(tally_item(make_task(item), item, answers("d", "d")))
    columns = [revealed.of_class, revealed.of_key, revealed.of_machine]
    assert ["".join(choice.id for choice in column) for column in columns] == ["d", "ab", "bc"]
    assert revealed.with_key == 0


def test_reflections_have_words_only() -> None:
    item = Item("i1", "text", "Why?")
    revealed = reveal_item(tally_item(make_task(item), item, answers("x")))
    assert (revealed.of_class, revealed.with_key, revealed.doubts) == ((), None, ())
