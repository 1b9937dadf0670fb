"""The teacher's side: opening and steering a room."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from comparer.classroom.models import ExerciseVersion, Pace, Room, Stage
from tests.classroom.making import make_exercise, make_pupil, make_room, make_teacher

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def room() -> Room:
    return make_room(code="BCD234", name="8b")


@pytest.fixture
def teacher(room: Room) -> Client:
    client = Client()
    assert room.exercise.owner is not None
    client.force_login(room.exercise.owner)
    return client


def do(teacher: Client, room: Room, deed: str) -> Room:
    assert teacher.post(reverse("room_deed", args=[room.pk, deed])).status_code == 302
    room.refresh_from_db()
    return room


def test_opening_a_room(teacher: Client, room: Room) -> None:
    address = reverse("room_open", args=[room.exercise.key])
    assert teacher.get(address).status_code == 200
    sent = {"pace": "pupil", "hours": "8", "keep_days": "7", "name": "9c"}
    response = teacher.post(address, sent)
    opened = Room.objects.exclude(pk=room.pk).get()
    assert response.headers["Location"] == reverse("room_control", args=[opened.pk])
    assert (opened.pace, opened.keep_days, opened.name) == (Pace.PUPIL, 7, "9c")


@pytest.mark.parametrize(
    "wrong", [{"pace": "x"}, {"hours": "0"}, {"hours": "9999999"}, {"keep_days": "x"}, {"name": "n" * 81}]
)
def test_wrong_choices_open_no_room(teacher: Client, room: Room, wrong: dict[str, str]) -> None:
    sent = {"pace": "pupil", "hours": "8", "keep_days": "7", "name": "9c"} | wrong
    assert teacher.post(reverse("room_open", args=[room.exercise.key]), sent).status_code == 422
    assert Room.objects.count() == 1


def test_gallery_exercises_open_no_rooms(teacher: Client) -> None:
    assert teacher.get(reverse("room_open", args=[make_exercise().key])).status_code == 404


def test_deeds(teacher: Client, room: Room) -> None:
    assert do(teacher, room, "lock").is_locked
    assert not do(teacher, room, "unlock").is_locked
    assert do(teacher, room, "close").stage == Stage.CLOSED
    assert do(teacher, room, "reopen").stage == Stage.OPEN
    assert do(teacher, room, "reveal").stage == Stage.REVEALED
    assert do(teacher, room, "code").code != "BCD234"
    newer = ExerciseVersion.objects.create(exercise=room.exercise, number=2, content=room.version.content)
    assert "version 2" in teacher.get(reverse("room_control", args=[room.pk])).content.decode()
    assert do(teacher, room, "update").version == newer
    assert teacher.post(reverse("room_deed", args=[room.pk, "burn"])).status_code == 404
    assert teacher.get(reverse("room_deed", args=[room.pk, "close"])).status_code == 405


@pytest.mark.parametrize(
    ("written", "step", "status"), [("2", 1, 200), ("9", 0, 422), ("", 0, 422), ("²", 0, 422), ("0", 0, 422)]
)
def test_steps_are_counted_from_one(teacher: Client, room: Room, written: str, step: int, status: int) -> None:
    response = teacher.post(reverse("room_step", args=[room.pk]), {"task": written}, headers=HTMX)
    room.refresh_from_db()
    assert (room.step, response.status_code) == (step, status)
    assert 'id="control"' in response.content.decode()
    assert "<html" not in response.content.decode()


def test_pace(teacher: Client, room: Room) -> None:
    teacher.post(reverse("room_pace", args=[room.pk]), {"pace": "pupil"})
    room.refresh_from_db()
    assert room.pace == Pace.PUPIL
    assert teacher.post(reverse("room_pace", args=[room.pk]), {"pace": "x"}).status_code == 404


def test_removing_a_student_can_be_undone(teacher: Client, room: Room) -> None:
    pupil = make_pupil(room, "<b>Otter")
    remove = reverse("room_remove", args=[room.pk, pupil.pk])
    page = teacher.post(remove, headers=HTMX).content.decode()
    assert "&lt;b&gt;Otter, removed" in page
    assert "<b>Otter" not in page
    page = teacher.post(reverse("room_return", args=[room.pk, pupil.pk]), headers=HTMX).content.decode()
    assert "1 student<" in page
    assert "removed" not in page


@pytest.mark.parametrize("back", ["/class/rooms/", "https://evil.example/", "//evil.example/"])
def test_plain_buttons_lead_back_to_where_they_stood(teacher: Client, room: Room, back: str) -> None:
    response = teacher.post(reverse("room_deed", args=[room.pk, "lock"]), {"back": back})
    home = reverse("room_control", args=[room.pk])
    assert response.headers["Location"] == (back if back.startswith("/class") else home)


def test_code_page_draws_the_address_without_style(teacher: Client, room: Room) -> None:
    page = teacher.get(reverse("room_code", args=[room.pk])).content.decode()
    assert "http://testserver/join/BCD234/" in page
    assert "<svg" in page
    assert "style=" not in page
    assert "this computer only" not in page
    here = teacher.get(reverse("room_code", args=[room.pk]), headers={"Host": "localhost:8000"}).content.decode()
    assert "this computer only" in here


PAGES = ["room_control", "room_code", "room_words"]


@pytest.mark.parametrize("name", PAGES)
def test_pages_belong_to_the_teacher_alone(room: Room, teacher: Client, name: str) -> None:
    address = reverse(name, args=[room.pk])
    assert teacher.get(address).status_code == 200
    other = Client()
    other.force_login(make_teacher("other"))
    assert other.get(address).status_code == 404
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize(("name", "rest"), [("room_deed", ["close"]), ("room_step", []), ("room_pace", []), ("room_remove", [1]), ("room_return", [1])])  # fmt: skip
def test_nobody_else_steers(room: Room, name: str, rest: list[object]) -> None:
    other = Client()
    other.force_login(make_teacher("other"))
    assert other.post(reverse(name, args=[room.pk, *rest]), {"task": "2", "pace": "pupil"}).status_code == 404
    room.refresh_from_db()
    assert (room.stage, room.step, room.pace) == (Stage.OPEN, 0, Pace.TEACHER)


def test_control_costs_the_same_for_one_and_three_students(
    room: Room, teacher: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = reverse("room_control", args=[room.pk])
    costs = []
    for count in (1, 2):
        for at in range(count):
            make_pupil(room, f"Otter {count}{at}")
        with django_assert_num_queries(6) as asked:
            teacher.get(address)
        costs.append(len(asked))
    assert len(set(costs)) == 1


def test_list_shows_own_rooms_and_teaches_when_empty(room: Room, teacher: Client) -> None:
    assert "BCD234" in teacher.get(reverse("room_list")).content.decode()
    other = Client()
    other.force_login(make_teacher("other"))
    page = other.get(reverse("room_list")).content.decode()
    assert "BCD234" not in page
    assert "You have no rooms yet" in page
