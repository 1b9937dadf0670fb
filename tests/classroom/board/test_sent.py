"""Which answers are counted together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.classroom.board.sent import Sent, by_task, chosen_in, keep_fitting
from comparer.classroom.content import Item, Task
from tests.classroom.board.classes import LETTERS, answers, make_item
from tests.classroom.making import CONTENT, MATCH

OLD = 7
OTHER_KEY = replace(MATCH, items=tuple(replace(item, key=("r2",)) for item in MATCH.items))
OTHER_WORDS = replace(MATCH, items=(replace(MATCH.items[0], shown="Another sentence."), MATCH.items[1]))
CHANGES = [("the same", MATCH, True), ("another key", OTHER_KEY, True), ("other words", OTHER_WORDS, False)]


@pytest.mark.parametrize(("task", "fits"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_answers_to_an_earlier_version_count_where_the_question_is_the_same(task: Task, *, fits: bool) -> None:
    old = replace(CONTENT, tasks=(task, *CONTENT.tasks[1:]))
    before, now = Sent(1, "t1", {"i1": ["r1"]}, OLD), Sent(2, "t1", {"i1": ["r1"]})
    assert keep_fitting([before, now], CONTENT, {OLD: old}) == (([before, now], []) if fits else ([now], [before]))


def test_answers_to_a_task_that_is_gone_are_set_aside() -> None:
    gone = Sent(1, "t9", {"i1": ["r1"]})
    assert keep_fitting([gone], CONTENT, {}) == ([], [gone])


CHOSEN = [
    ("one", make_item("one", "a"), "ab", [("a",)]),
    ("left out", make_item("one", "a"), "", []),
    ("left out where nothing is right", make_item("one", ""), "", [()]),
    ("nothing marked", make_item("many", "a"), "", [()]),
    ("what is no choice", make_item("many", "a"), "axa", [("a",)]),
    ("an order", make_item("order", "abcd"), "ba", [("b", "a")]),
    ("no order", make_item("order", "abcd"), "", []),
]


@pytest.mark.parametrize(("item", "given", "chosen"), [case[1:] for case in CHOSEN], ids=[case[0] for case in CHOSEN])
def test_chosen_in(item: Item, given: str, chosen: list[tuple[str, ...]]) -> None:
    assert chosen_in(answers(given), item) == chosen


def test_chosen_in_takes_words_that_say_something() -> None:
    item = Item("i1", "text", "Why?", LETTERS)
    sent = [Sent(1, "t1", {"i1": ["So."]}), Sent(2, "t1", {"i1": [" "]}), Sent(3, "t1", {})]
    assert chosen_in(sent, item) == [("So.",)]


def test_by_task_shares_out() -> None:
    first, second = Sent(1, "t1", {}), Sent(1, "t2", {})
    assert by_task([first, second]) == {"t1": [first], "t2": [second]}
