"""The gradebook, one student's answers, and the rooms of an exercise."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comparer.classroom.board.erasing import forget_erased_pupil, forget_erased_room
from comparer.classroom.models import Answer, Pupil, Room, Stage
from tests.classroom.board.lessons import WRITTEN, give, make_lesson
from tests.classroom.making import make_pupil, make_teacher

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    return make_lesson(name="7b")


@pytest.fixture
def teacher(client: Client, room: Room) -> Client:
    assert room.exercise.owner is not None
    client.force_login(room.exercise.owner)
    return client


def book(teacher: Client, room: Room) -> str:
    return teacher.get(reverse("room_gradebook", args=[room.pk])).content.decode()


def rooms(teacher: Client, room: Room) -> str:
    return teacher.get(reverse("exercise_rooms", args=[room.exercise.key])).content.decode()


def read_csv(teacher: Client, room: Room) -> list[list[str]]:
    answer = teacher.get(reverse("room_gradebook_csv", args=[room.pk]))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="two-ferries-7b.csv"'
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_gradebook_shows_points_what_waits_and_what_is_missing(teacher: Client, room: Room) -> None:
    give(make_pupil(room, "Vole"), "t3", WRITTEN, points=0.5)
    shown = book(teacher, room)
    assert "2 answers to mark" in shown
    assert shown.count(">to mark</a>") == 2
    assert shown.count("not sent") == 2
    assert "<strong>0.5</strong>" in shown


def test_gradebook_of_an_empty_room_teaches(teacher: Client, room: Room) -> None:
    room.pupils.all().delete()
    assert "Each student gets a line here" in book(teacher, room)


def test_csv_holds_the_same(teacher: Client, room: Room) -> None:
    head, first, second = read_csv(teacher, room)
    assert head == ["Student", "1. Match the claims (of 4)", "2. Sort the wording (of 1)", "3. Think and write (of 1)", "Points", "Of"]  # fmt: skip
    assert first == ["Otter 1", "2", "1", "not marked yet", "3", "6"]
    assert second[0] == "Otter 2"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_csv_runs_nothing(name: str, teacher: Client, room: Room) -> None:
    make_pupil(room, name)
    assert all(cell[:1] not in ("=", "+", "-", "@", "\t") for row in read_csv(teacher, room) for cell in row)


def test_one_student_can_be_taken_along(teacher: Client, room: Room) -> None:
    pupil = room.pupils.first()
    assert pupil is not None
    Answer.objects.filter(pupil=pupil, task="t3").update(points=1, feedback="Good.")
    kept = json.loads(teacher.get(reverse("student_export", args=[room.pk, pupil.pk])).content)
    assert (kept["nickname"], kept["class"], len(kept["answers"])) == ("Otter 1", "7b", 3)
    assert kept["answers"][2] == {
        "task": "Think and write", "points": 1.0, "of": 1, "feedback": "Good.", "note": "",
        "questions": [{"question": "Which piece calms?", "answer": WRITTEN["i1"], "key": []}],
    }  # fmt: skip
    assert pupil.token not in json.dumps(kept)
    assert pupil.word not in json.dumps(kept)


def delete_student(teacher: Client, room: Room) -> Pupil:
    pupil = room.pupils.present().first()
    assert pupil is not None
    teacher.post(reverse("student_delete", args=[room.pk, pupil.pk]))
    pupil.refresh_from_db()
    return pupil


def restore_student(teacher: Client, room: Room, pupil: Pupil) -> str:
    answer = teacher.post(reverse("student_restore", args=[room.pk, pupil.pk]), follow=True)
    return answer.content.decode()


def test_a_deleted_student_is_gone_at_once_and_can_be_brought_back(teacher: Client, room: Room) -> None:
    pupil = delete_student(teacher, room)
    assert "Otter 1 and all their answers are deleted." in book(teacher, room)
    assert [row[0] for row in read_csv(teacher, room)] == ["Student", "Otter 2"]
    assert "Otter 1 is back with all answers." in restore_student(teacher, room, pupil)
    assert [row[0] for row in read_csv(teacher, room)] == ["Student", "Otter 1", "Otter 2"]
    assert pupil.answers.count() == 3


def test_who_comes_back_to_a_taken_nickname_gets_another(teacher: Client, room: Room) -> None:
    pupil = delete_student(teacher, room)
    make_pupil(room, "oTTER 1")
    assert "Otter 1 2 is back" in restore_student(teacher, room, pupil)


def test_bringing_back_does_not_let_in_whom_the_teacher_took_out(teacher: Client, room: Room) -> None:
    Pupil.objects.filter(nickname="Otter 1").update(removed=timezone.now())
    pupil = room.pupils.get(nickname="Otter 1")
    restore_student(teacher, room, pupil)
    pupil.refresh_from_db()
    assert pupil.removed is not None


def test_a_deleted_student_is_forgotten_for_good_when_undoing_is_over(teacher: Client, room: Room) -> None:
    pupil = delete_student(teacher, room)
    forget_erased_pupil.call(pupil.pk)
    assert Pupil.objects.filter(pk=pupil.pk).exists()
    Pupil.objects.filter(pk=pupil.pk).update(erased=timezone.now() - timedelta(hours=25))
    assert "are deleted" not in book(teacher, room)
    forget_erased_pupil.call(pupil.pk)
    assert not Pupil.objects.filter(pk=pupil.pk).exists()
    assert not Answer.objects.filter(pupil_id=pupil.pk).exists()


def test_who_was_brought_back_is_not_forgotten(teacher: Client, room: Room) -> None:
    pupil = delete_student(teacher, room)
    restore_student(teacher, room, pupil)
    forget_erased_pupil.call(pupil.pk)
    assert Pupil.objects.filter(pk=pupil.pk).exists()


def test_rooms_say_when_by_how_many_and_until_when(teacher: Client, room: Room) -> None:
    shown = rooms(teacher, room)
    assert "2 students, 6 answers" in shown
    assert "2 to mark" in shown
    assert f"deleted by themselves on {room.forgotten_on:%-d %B %Y}" in shown


def test_an_exercise_without_rooms_leads_to_the_first(teacher: Client, room: Room) -> None:
    Room.objects.all().delete()
    assert reverse("room_open", args=[room.exercise.key]) in rooms(teacher, room)


def test_a_deleted_room_is_gone_at_once_and_can_be_brought_back(teacher: Client, room: Room) -> None:
    teacher.post(reverse("room_delete", args=[room.pk]))
    assert "7b and all that its students sent is deleted." in rooms(teacher, room)
    assert teacher.get(reverse("room_gradebook", args=[room.pk])).status_code == 404
    room.refresh_from_db()
    assert not room.takes_answers
    teacher.post(reverse("room_restore", args=[room.pk]))
    room.refresh_from_db()
    assert (room.erased, room.stage) == (None, Stage.CLOSED)
    assert "2 students, 6 answers" in rooms(teacher, room)


def test_a_deleted_room_is_forgotten_for_good_when_undoing_is_over(teacher: Client, room: Room) -> None:
    teacher.post(reverse("room_delete", args=[room.pk]))
    forget_erased_room.call(room.pk)
    assert Room.objects.count() == 1
    Room.objects.update(erased=timezone.now() - timedelta(hours=25))
    forget_erased_room.call(room.pk)
    assert (Room.objects.count(), Pupil.objects.count(), Answer.objects.count()) == (0, 0, 0)


READ = ["room_gradebook", "room_gradebook_csv"]
WRITE = ["room_delete", "room_restore"]
OF_STUDENT = ["student_delete", "student_restore"]


def test_only_the_owner_has_all_this(client: Client, room: Room) -> None:
    pupil = room.pupils.first()
    assert pupil is not None
    client.force_login(make_teacher("other"))
    read = [reverse(name, args=[room.pk]) for name in READ]
    read += [reverse("student_export", args=[room.pk, pupil.pk]), reverse("exercise_rooms", args=[room.exercise.key])]
    write = [reverse(name, args=[room.pk]) for name in WRITE]
    write += [reverse(name, args=[room.pk, pupil.pk]) for name in OF_STUDENT]
    assert {client.get(address).status_code for address in read} == {404}
    assert {client.post(address).status_code for address in write} == {404}
    assert {client.get(address).status_code for address in write} == {405}
    pupil.refresh_from_db()
    room.refresh_from_db()
    assert (pupil.erased, room.erased) == (None, None)


def test_a_student_of_another_room_is_not_found(teacher: Client, room: Room) -> None:
    other = Room.objects.create(exercise=room.exercise, version=room.version, ends=room.ends)
    stranger = make_pupil(other)
    assert teacher.post(reverse("student_delete", args=[room.pk, stranger.pk])).status_code == 404


@pytest.mark.parametrize("name", ["gradebook", "rooms"])
def test_queries_do_not_grow(name: str, teacher: Client, room: Room) -> None:
    counts = []
    for size in range(3):
        with CaptureQueriesContext(connection) as queries:
            _ = book(teacher, room) if name == "gradebook" else rooms(teacher, room)
        counts.append(len(queries))
        more = Room.objects.create(exercise=room.exercise, version=room.version, ends=room.ends)
        give(make_pupil(more), "t3", WRITTEN)
        give(make_pupil(room, f"Vole {size}"), "t3", WRITTEN)
    assert counts[0] == counts[2]
