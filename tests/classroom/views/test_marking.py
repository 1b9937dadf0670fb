"""Marking by hand and marking again."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comparer.classroom.content import Task, content_to_json
from comparer.classroom.models import Answer, ExerciseVersion, Room
from tests.classroom.board.lessons import WRITTEN, give, make_lesson
from tests.classroom.making import CONTENT, MATCH, REFLECT, SORT, make_exercise, make_pupil, make_room, make_teacher

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    return make_lesson()


@pytest.fixture
def teacher(client: Client, room: Room) -> Client:
    assert room.exercise.owner is not None
    client.force_login(room.exercise.owner)
    return client


def answers_to(room: Room, task: str = "t3") -> list[Answer]:
    return list(Answer.objects.filter(pupil__room=room, task=task).order_by("pupil_id"))


def address(answer: Answer) -> str:
    return reverse("room_mark", args=[answer.pupil.room_id, answer.pk])


def marking(room: Room) -> str:
    return reverse("room_marking", args=[room.pk])


def test_list_says_what_waits(teacher: Client, room: Room) -> None:
    shown = teacher.get(marking(room)).content.decode()
    assert "<strong>2 to mark</strong>" in shown
    assert address(answers_to(room)[0]) in shown
    assert shown.count("all marked") == 2


def test_an_empty_room_can_be_looked_at(teacher: Client, room: Room) -> None:
    room.pupils.all().delete()
    assert "0 answers" in teacher.get(marking(room)).content.decode()


@pytest.mark.parametrize("name", ["room_marking", "room_mark"])
def test_only_the_owner_marks(name: str, client: Client, room: Room) -> None:
    where = marking(room) if name == "room_marking" else address(answers_to(room)[0])
    assert client.get(where).status_code == 302
    client.force_login(make_teacher("other"))
    assert client.get(where).status_code == 404
    assert client.post(where, {"points": "1"}).status_code in (404, 405)
    assert answers_to(room)[0].points is None


def test_only_the_owner_marks_again_and_undoes(client: Client, room: Room) -> None:
    client.force_login(make_teacher("other"))
    addresses = [reverse("room_mark_again", args=[room.pk, "t1"]), reverse("room_mark_undo", args=[room.pk])]
    assert [client.post(address).status_code for address in addresses] == [404, 404]
    assert [client.get(address).status_code for address in addresses] == [405, 405]


def test_an_answer_of_another_room_is_not_found(teacher: Client, room: Room) -> None:
    other = answers_to(make_other_lesson())[0]
    assert teacher.get(reverse("room_mark", args=[room.pk, other.pk])).status_code == 404


def make_other_lesson() -> Room:
    other = make_room(make_exercise(make_teacher("another")))
    give(make_pupil(other), "t3", WRITTEN)
    return other


def test_an_answer_is_shown_with_its_rubric(teacher: Client, room: Room) -> None:
    shown = teacher.get(address(answers_to(room)[0])).content.decode()
    assert "Names a word." in shown
    assert "The first piece calms" in shown
    assert "answer 1 of 2" in shown


def test_marks_are_kept_and_lead_to_the_next_that_waits(teacher: Client, room: Room) -> None:
    first, second = answers_to(room)
    answer = teacher.post(address(first), {"points": "0.5", "feedback": "Quote more."})
    assert answer.headers["Location"] == address(second)
    first.refresh_from_db()
    assert (first.points, first.feedback, first.by_hand) == (0.5, "Quote more.", True)
    assert "Otter 1 has 0.5" in teacher.get(address(second)).content.decode()
    assert teacher.post(address(second), {"points": "1"}).headers["Location"] == marking(room)


def test_marking_can_be_undone(teacher: Client, room: Room) -> None:
    first = answers_to(room)[0]
    teacher.post(address(first), {"points": "1", "feedback": "Good."})
    undo = reverse("room_mark_undo", args=[room.pk])
    assert teacher.post(undo).headers["Location"] == address(first)
    first.refresh_from_db()
    assert (first.points, first.feedback, first.by_hand) == (None, "", False)
    assert "nothing to undo" in teacher.post(undo, follow=True).content.decode()


BAD = [
    ("lots", "Give a number from 0 to 1"),
    ("-1", "Give a number from 0 to 1"),
    ("1.5", "More than this task has. Give a number from 0 to 1"),
    ("nan", "Give a number"),
]


@pytest.mark.parametrize(("points", "sentence"), BAD)
def test_bad_points_are_answered_with_a_sentence_and_kept(
    points: str, sentence: str, teacher: Client, room: Room
) -> None:
    answer = teacher.post(address(answers_to(room)[0]), {"points": points, "feedback": "So far good"})
    shown = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in shown
    assert points in shown
    assert "So far good" in shown
    assert answers_to(room)[0].points is None


CLOSED = [
    ("nothing given: as the key says", "", (2, False)),
    ("what the key says", "2", (2, False)),
    ("a person knows better", "4", (4, True)),
]


@pytest.mark.parametrize(("points", "marks"), [case[1:] for case in CLOSED], ids=[case[0] for case in CLOSED])
def test_closed_tasks_take_words_and_other_points(
    points: str, marks: tuple[float, bool], teacher: Client, room: Room
) -> None:
    answer = answers_to(room, "t1")[0]
    assert "The key gives 2." in teacher.get(address(answer)).content.decode()
    teacher.post(address(answer), {"points": points, "feedback": "Look at the second sentence."})
    answer.refresh_from_db()
    assert (answer.points, answer.by_hand, answer.feedback) == (*marks, "Look at the second sentence.")


def change(room: Room, task: Task) -> ExerciseVersion:
    """Give the room the next version of its exercise, with this task in place of the first."""
    content = content_to_json(replace(CONTENT, tasks=(task, SORT, REFLECT)))
    version = ExerciseVersion.objects.create(exercise=room.exercise, number=2, content=content)
    Room.objects.filter(pk=room.pk).update(version=version)
    return version


CORRECTED = replace(MATCH, items=(MATCH.items[0], replace(MATCH.items[1], key=("r1",))))


def again(teacher: Client, room: Room, **sent: str) -> str:
    return teacher.post(reverse("room_mark_again", args=[room.pk, "t1"]), sent, follow=True).content.decode()


def test_a_corrected_key_marks_earlier_answers_again_when_asked(teacher: Client, room: Room) -> None:
    change(room, CORRECTED)
    assert "You corrected the key after 2 answers came in. They keep" in teacher.get(marking(room)).content.decode()
    assert {one.points for one in answers_to(room, "t1")} == {2}
    assert "2 answers: is marked" in again(teacher, room)
    assert {(one.points, one.note) for one in answers_to(room, "t1")} == {
        (4, "Marked again with a corrected key: 2 before, 4 now.")
    }
    assert "2 answers: has the points from before again" in again(teacher, room, undo="1")
    assert {(one.points, one.note) for one in answers_to(room, "t1")} == {(2, "")}


KEPT = [
    (
        "the question is another",
        replace(CORRECTED, items=(replace(CORRECTED.items[0], shown="Other."), CORRECTED.items[1])),
    ),
    ("the key is the same", MATCH),
]


@pytest.mark.parametrize("task", [case[1] for case in KEPT], ids=[case[0] for case in KEPT])
def test_earlier_answers_keep_their_points_where(task: Task, teacher: Client, room: Room) -> None:
    change(room, task)
    assert "You corrected the key" not in teacher.get(marking(room)).content.decode()
    assert "No answer changed" in again(teacher, room)
    assert {one.points for one in answers_to(room, "t1")} == {2}


def test_what_a_person_marked_is_not_marked_again(teacher: Client, room: Room) -> None:
    teacher.post(address(answers_to(room, "t1")[0]), {"points": "3"})
    change(room, CORRECTED)
    again(teacher, room)
    assert [one.points for one in answers_to(room, "t1")] == [3, 4]


def test_an_answer_to_a_task_that_is_gone_can_still_be_marked(teacher: Client, room: Room) -> None:
    answer = answers_to(room, "t1")[0]
    change(room, replace(MATCH, id="t9"))
    assert "taken out of the exercise" in teacher.get(address(answer)).content.decode()


def test_answers_of_removed_students_are_not_marked(teacher: Client, room: Room) -> None:
    room.pupils.update(removed=timezone.now())
    assert teacher.get(address(answers_to(room)[0])).status_code == 404


@pytest.mark.parametrize("where", ["list", "answer"])
def test_queries_do_not_grow_with_the_class(where: str, teacher: Client, room: Room) -> None:
    change(room, CORRECTED)
    counts = []
    for size in range(3):
        with CaptureQueriesContext(connection) as queries:
            teacher.get(marking(room) if where == "list" else address(answers_to(room)[0]))
        counts.append(len(queries))
        give(make_pupil(room, f"Vole {size}"), "t3", WRITTEN)
    assert counts[0] == counts[2]
