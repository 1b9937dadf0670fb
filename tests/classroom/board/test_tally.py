"""What a class answered, counted."""

from __future__ import annotations

import pytest

from comparer.classroom.board.tally import NOTHING, percent, tally_item, tally_task
from comparer.classroom.content import Item
from tests.classroom.board.classes import LETTERS, answers, make_item, make_task


def counts(item: Item, *given: str) -> dict[str, int]:
    return {row.choice.id: row.count for row in tally_item(make_task(item), item, answers(*given)).choices}


def test_choices_are_counted() -> None:
    assert counts(make_item(), "a", "a", "b", "") == {"a": 2, "b": 1, "c": 0, "d": 0}


def test_nothing_is_a_row_where_it_is_an_answer() -> None:
    assert counts(make_item("many"), "ab", "") == {"a": 1, "b": 1, "c": 0, "d": 0, NOTHING.id: 1}
    assert counts(make_item("one", ""), "a") == {"a": 1, "b": 0, "c": 0, "d": 0, NOTHING.id: 0}


def test_an_order_is_told_by_mean_places() -> None:
    tally = tally_item(make_task(), make_item("order", "abcd"), answers("bacd", "badc", "abcd"))
    assert [(row.choice.id, round(row.place or 0, 2), row.count) for row in tally.choices] == [
        ("b", 1.33, 2),
        ("a", 1.67, 1),
        ("c", 3.33, 0),
        ("d", 3.67, 0),
    ]


def test_rows_say_what_is_key_and_what_the_machine_said() -> None:
    item = Item("i1", "one", "", LETTERS, ("a",), {"b": 0.5}, ("c",))
    rows = tally_item(make_task(item), item, answers("a", "b")).choices
    assert [(row.is_key, row.is_near, row.is_machine, row.percent) for row in rows] == [
        (True, False, False, 50),
        (False, True, False, 50),
        (False, False, True, 0),
        (False, False, False, 0),
    ]


RIGHT = [
    ("half of the class", make_item(), ("a", "b"), 50),
    ("near misses count in part", Item("i1", "one", "", LETTERS, ("a",), {"b": 0.5}), ("a", "b"), 75),
    ("nobody answered", make_item(), ("",), None),
]


@pytest.mark.parametrize(("item", "given", "right"), [case[1:] for case in RIGHT], ids=[case[0] for case in RIGHT])
def test_share_that_is_right(item: Item, given: tuple[str, ...], right: int | None) -> None:
    assert tally_item(make_task(item), item, answers(*given)).right_percent == right


def test_reflections_keep_their_words_and_nothing_else() -> None:
    item = Item("i1", "text", "Why?")
    tally = tally_item(make_task(item), item, answers("x"))
    assert (tally.answered, tally.choices, tally.right_percent, tally.agreement_percent) == (1, (), None, None)
    assert tally.chosen == (("x",),)


def test_a_task_is_answered_by_whoever_sent_it() -> None:
    tally = tally_task(make_task(make_item(), make_item(name="i2")), answers("a", "a"))
    assert (tally.answered, [item.answered for item in tally.items]) == (2, [2, 0])
    assert tally.items[0].agreement_percent == 100


def test_percent_of_nothing_is_nothing() -> None:
    assert (percent(1, 3), percent(0, 0)) == (33, 0)
