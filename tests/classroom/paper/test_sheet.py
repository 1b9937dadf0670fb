"""Exercises on paper: letters, shared choices, the key in letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.classroom.content import Choice, Content, Item, Task
from comparer.classroom.making.nearly import say_worth
from comparer.classroom.paper.sheet import lay_out
from tests.classroom.making import CONTENT

ABC = tuple(Choice(one, f"Sentence {one}") for one in ("r1", "r2", "r3"))


def _of(*items: Item) -> Content:
    return replace(CONTENT, tasks=(Task("t1", "label", "Label", "Do it.", items),))


def test_choices_that_all_questions_share_are_printed_once() -> None:
    match, sort, reflect = lay_out(CONTENT)
    assert [(one.letter, one.text) for one in match.shared] == [
        ("A", "On Monday a ferry hit a reef near Orsa."),
        ("B", "Sixty souls feared for their lives."),
    ]
    assert (sort.shared, reflect.shared) == ((), ())
    assert [one.answer for one in match.questions] == ["A", "B"]


def test_choices_of_their_own_are_printed_with_each_question() -> None:
    first = Item("i1", "one", "What?", ABC, ("r1",))
    other = Item("i2", "one", "What?", ABC[:2], ("r2",))
    (task,) = lay_out(_of(first, other))
    assert task.shared == ()
    assert [len(one.choices) for one in task.questions] == [3, 2]


@pytest.mark.parametrize(
    ("asked", "key", "answer"),
    [
        ("one", ("r1", "r3"), "A or C"),
        ("many", ("r1", "r2", "r3"), "A, B and C"),
        ("order", ("r2", "r1", "r3"), "B, A, C"),
    ],
)
def test_key_is_said_in_letters(asked: str, key: tuple[str, ...], answer: str) -> None:
    (task,) = lay_out(_of(Item("i1", asked, "What?", ABC, key)))  # type: ignore[arg-type]
    assert task.questions[0].answer == answer


def test_order_says_the_place_of_each_choice() -> None:
    (task,) = lay_out(_of(Item("i1", "order", "What?", ABC, ("r2", "r1", "r3"))))
    assert [one.place for one in task.questions[0].choices] == [2, 1, 3]


def test_what_is_nearly_right_says_what_it_earns() -> None:
    (task,) = lay_out(_of(Item("i1", "one", "What?", ABC, ("r1",), {"r2": 0.5})))
    assert task.questions[0].near == "B earns half"


@pytest.mark.parametrize(("worth", "words"), [(0.0, ""), (0.25, "a quarter"), (0.4, "40% of the points")])
def test_worth_is_said_in_words(worth: float, words: str) -> None:
    assert say_worth(worth) == words


def test_more_choices_than_letters_get_double_ones() -> None:
    many = tuple(Choice(f"w{at}", "word") for at in range(30))
    (task,) = lay_out(_of(Item("i1", "many", "What?", many, ("w29",))))
    assert task.questions[0].answer == "AD"


@pytest.mark.parametrize(
    ("asked", "key", "machine", "by_hand"),
    [
        ("one", ("r1",), ("r1",), False),
        ("one", ("r1",), (), True),
        ("many", ("r1", "r2"), ("r2", "r1"), False),
        ("many", ("r1", "r2"), ("r1",), True),
        ("order", ("r1", "r2", "r3"), ("r2", "r1", "r3"), True),
        ("text", (), (), False),
    ],
)
def test_key_that_a_person_set_is_said(
    asked: str,
    key: tuple[str, ...],
    machine: tuple[str, ...],
    by_hand: bool,  # noqa: FBT001 -- a case
) -> None:
    (task,) = lay_out(_of(Item("i1", asked, "What?", ABC, key, {}, machine)))  # type: ignore[arg-type]
    assert task.questions[0].by_hand == by_hand
