"""What a form says, held against its task."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from comparer.classroom.content import Choice, Item, Task
from comparer.classroom.lesson.given import check_given, check_places, read_given
from comparer.classroom.lesson.troubles import LessonError

CHOICES = (Choice("a", "first"), Choice("b", "second"), Choice("c", "third"))
ONE = Task("t1", "match", "", "", (Item("i1", "one", "", CHOICES), Item("i2", "one", "", CHOICES)))
MANY = Task("t1", "loaded", "", "", (Item("i1", "many", "", CHOICES),))
ORDER = Task("t1", "sure", "", "", (Item("i1", "order", "", CHOICES),))
TEXT = Task("t1", "reflect", "", "", (Item("i1", "text", ""),))

READ = [
    (ONE, "item-i1=a&item-i2=b", {"i1": ["a"], "i2": ["b"]}),
    (ONE, "item-i2=b&other=x", {"i2": ["b"]}),
    (MANY, "item-i1=a&item-i1=c", {"i1": ["a", "c"]}),
    (MANY, "", {}),
    (ORDER, "place-i1-a=2&place-i1-b=3&place-i1-c=1", {"i1": ["c", "a", "b"]}),
    (ORDER, "place-i1-a=10&place-i1-b=30&place-i1-c=20", {"i1": ["a", "c", "b"]}),
    (ORDER, "", {}),
    (TEXT, "item-i1=%20one%0D%0Atwo%20", {"i1": ["one\ntwo"]}),
    (TEXT, "item-i1=%20", {}),
]


@pytest.mark.parametrize(("task", "sent", "given"), READ)
def test_form_is_read(task: Task, sent: str, given: dict[str, list[str]]) -> None:
    assert read_given(task, QueryDict(sent)) == given


def test_places_without_fault_pass() -> None:
    check_places(ORDER, QueryDict("place-i1-a=2&place-i1-b=3&place-i1-c=1"))
    check_places(ORDER, QueryDict(""))
    check_places(ONE, QueryDict("item-i1=a"))


@pytest.mark.parametrize(
    "sent",
    [
        "place-i1-a=1&place-i1-b=1&place-i1-c=2",
        "place-i1-a=1",
        "place-i1-a=x&place-i1-b=2&place-i1-c=3",
        "place-i1-a=²",
    ],
)
def test_places_given_twice_or_not_at_all_are_refused(sent: str) -> None:
    with pytest.raises(LessonError, match="a number of its own, 1 to 3"):
        check_places(ORDER, QueryDict(sent))


def test_nothing_can_be_the_answer_where_any_number_may_be_marked() -> None:
    assert check_given(MANY, {}) == {}
    assert check_given(ONE, {"i1": ["a"]}) == {"i1": ["a"]}
    with pytest.raises(LessonError, match="at least one"):
        check_given(ONE, {})
    with pytest.raises(LessonError, match="few words"):
        check_given(TEXT, {})


@pytest.mark.parametrize("chosen", [["a"], ["a", "b"], ["a", "b", "b"], ["a", "b", "x"]])
def test_an_order_is_all_choices_once(chosen: list[str]) -> None:
    with pytest.raises(LessonError):
        check_given(ORDER, {"i1": chosen})
