"""What stands on a student's page of a task, and at the end."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from django.http import QueryDict

from comparer.classroom.content import Choice, Item, Task
from comparer.classroom.lesson.outcome import show_outcome
from comparer.classroom.lesson.showing import show_items, show_pieces
from comparer.classroom.models import Answer
from tests.classroom.making import CONTENT, make_exercise, make_pupil, make_room

CHOICES = tuple(Choice(letter, letter) for letter in "abc")
ORDER = Task("t1", "sure", "", "", (Item("i1", "order", "", CHOICES, tuple("abc")),))
LOADED = Task("t1", "loaded", "", "", (Item("i1", "many", "", CHOICES, ("b",)),))


def test_order_is_shown_as_it_was_given() -> None:
    (item,) = show_items(ORDER, {"i1": ["c", "a", "b"]})
    assert [(one.id, one.place, one.field) for one in item.choices] == [
        ("c", "1", "place-i1-c"),
        ("a", "2", "place-i1-a"),
        ("b", "3", "place-i1-b"),
    ]


def test_places_that_were_refused_are_shown_as_they_were_typed() -> None:
    (item,) = show_items(ORDER, {"i1": ["a", "b", "c"]}, QueryDict("place-i1-a=1&place-i1-b=1&place-i1-c=x"))
    assert [one.place for one in item.choices] == ["1", "1", "x"]


def test_words_to_mark_are_running_text() -> None:
    (item,) = show_items(LOADED, {"i1": ["b"]})
    assert item.as_words
    assert [one.is_chosen for one in item.choices] == [False, True, False]


@pytest.mark.parametrize(
    ("blind", "with_outlets", "outlet"), [(True, False, ""), (True, True, "Orsa Post"), (False, False, "Orsa Post")]
)
def test_outlets_are_hidden_until_the_reveal_in_a_blind_exercise(
    *, blind: bool, with_outlets: bool, outlet: str
) -> None:
    left, _ = show_pieces(replace(CONTENT, blind=blind), with_outlets=with_outlets)
    assert (left.outlet, left.title) == (outlet, "Ferry aground")


@pytest.mark.django_db
def test_outcome_sets_mine_beside_the_key() -> None:
    room = make_room()
    pupil = make_pupil(room)
    given = {"i1": ["r1"], "i2": ["r1"]}
    Answer.objects.create(
        pupil=pupil, version=room.version, task="t1", given=given, points=2, sending=uuid4(), feedback="Look again."
    )
    match, sort, reflect = show_outcome(room, pupil.answers.all())
    assert (match.points, match.feedback, match.is_answered, sort.is_answered) == (2, "Look again.", True, False)
    assert [item.verdict for item in match.items] == ["right", "not right"]
    assert match.items[1].mine == ("On Monday a ferry hit a reef near Orsa.",)
    assert match.items[1].key == ("Sixty souls feared for their lives.",)
    assert [item.verdict for item in (*sort.items, *reflect.items)] == ["not answered", "not answered"]


NEAR = Item("i1", "one", "", CHOICES, ("a",), {"b": 0.5}, machine=("b",))
MANY = Item("i1", "many", "", CHOICES, ("a", "b"), machine=("b", "a"))
VERDICTS = [(NEAR, ["b"], "nearly"), (NEAR, ["a"], "right"), (MANY, ["a"], "partly"), (MANY, ["c"], "not right")]


@pytest.mark.django_db
@pytest.mark.parametrize(("item", "chosen", "verdict"), VERDICTS)
def test_verdicts_and_what_the_machine_said(item: Item, chosen: list[str], verdict: str) -> None:
    task = Task("t1", "label", "", "", (item,))
    room = make_room(make_exercise(content=replace(CONTENT, tasks=(task,))))
    Answer.objects.create(
        pupil=make_pupil(room), version=room.version, task="t1", given={"i1": chosen}, sending=uuid4()
    )
    (shown,) = show_outcome(room, Answer.objects.all())
    assert shown.items[0].verdict == verdict
    assert shown.items[0].machine == (("b",) if item is NEAR else ())
    assert shown.items[0].machine_agrees is (item is MANY)
