"""The class list's pages, and a slip from the student's side; names are the teacher's alone."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from comparer.classroom.lesson.guesses import GUESSES
from comparer.classroom.models import Answer, Pupil, Room
from comparer.classroom.roster.listing import add_names, take_off
from tests.classroom.making import make_room, make_teacher

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    GUESSES.clear()
    return make_room(code="BCD234", name="8b")


@pytest.fixture
def teacher(room: Room) -> Client:
    client = Client()
    assert room.exercise.owner is not None
    client.force_login(room.exercise.owner)
    return client


def at(name: str, room: Room, *more: object) -> str:
    return reverse(name, args=[room.pk, *more])


def seat(room: Room, name: str = "Ada B.") -> tuple[Client, Pupil]:
    """Put somebody on the list and let them in by their slip."""
    add_names(room=room, names=[name])
    browser = Client()
    response = browser.post(reverse("join"), {"code": room.listed.get(name=name).code, "nickname": ""})
    assert response.headers["Location"] == at("lesson_welcome", room)
    return browser, room.listed.get(name=name).pupil  # type: ignore[return-value]


def test_a_pasted_list_and_a_file_become_codes(teacher: Client, room: Room) -> None:
    sent = {"names": "Ada B.\nBen C.", "file": SimpleUploadedFile("8b.csv", b"Name\nCleo D.\nBen C.\n")}
    page = teacher.post(at("class_list", room), sent, follow=True).content.decode()
    assert [line.name for line in room.listed.all()] == ["Ada B.", "Ben C.", "Cleo D."]
    assert "3 new on the list." in page
    assert all(line.code_in_two in page for line in room.listed.all())
    again = teacher.post(at("class_list", room), {"names": "Ada B."}, follow=True).content.decode()
    assert "All of these are on the list already." in again


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"names": ""}, "one a line"),
        ({"names": "Ada\n" + "x" * 81}, "longer than 80"),
        ({"names": "Ada\0"}, "null characters"),
        ({"file": SimpleUploadedFile("a.zip", b"PK\0")}, "no list"),
        ({"file": SimpleUploadedFile("a.txt", b"x\n" * 110_000)}, "too large"),
    ],
)
def test_what_is_no_list_is_told_and_kept(teacher: Client, room: Room, sent: dict[str, object], says: str) -> None:
    response = teacher.post(at("class_list", room), sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert not room.listed.exists()
    assert str(sent.get("names", ""))[:3] in page


def test_markup_in_a_name_is_shown_as_it_is(teacher: Client, room: Room) -> None:
    add_names(room=room, names=["<b>Ada</b>"])
    for name in ("class_list", "class_slips"):
        assert "<b>Ada</b>" not in teacher.get(at(name, room)).content.decode()


def test_slips_hold_name_code_and_pattern(teacher: Client, room: Room) -> None:
    assert "Nobody is on the list yet" in teacher.get(at("class_slips", room)).content.decode()
    add_names(room=room, names=["Ada B.", "Ben C."])
    page = teacher.get(at("class_slips", room)).content.decode()
    assert page.count("<svg") >= 2
    assert all(line.code_in_two in page and line.name in page for line in room.listed.all())


def test_lines_are_taken_off_put_back_and_given_new_codes(teacher: Client, room: Room) -> None:
    add_names(room=room, names=["Ada B."])
    line = room.listed.get()
    for deed, said in (("off", "is off the list"), ("back", "on the list again"), ("code", "has a new code")):
        page = teacher.post(at("class_list_deed", room, line.pk, deed), follow=True).content.decode()
        assert said in page
        assert ("Undo" in page) == (deed == "off")
    assert room.listed.get().code != line.code
    assert teacher.post(at("class_list_deed", room, line.pk, "nonsense")).status_code == 404
    assert teacher.get(at("class_list_deed", room, line.pk, "off")).status_code == 405


def test_who_is_off_the_list_is_not_counted(teacher: Client, room: Room) -> None:
    for name in ("Ada B.", "Ben C."):
        seat(room, name)
    assert "2 on the list, 2 came in so far." in teacher.get(at("class_list", room)).content.decode()
    take_off(line=room.listed.get(name="Ada B."))
    assert "1 on the list, 1 came in so far." in teacher.get(at("class_list", room)).content.decode()


def test_nobody_else_reaches_the_list(room: Room) -> None:
    add_names(room=room, names=["Ada B."])
    other = Client()
    other.force_login(make_teacher("other"))
    for name in ("class_list", "class_slips"):
        assert other.get(at(name, room)).status_code == 404
        assert Client().get(at(name, room)).status_code == 302
    assert other.post(at("class_list_deed", room, room.listed.get().pk, "off")).status_code == 404
    strange = make_room(room.exercise, code="BCD235")
    owner = Client()
    assert room.exercise.owner is not None
    owner.force_login(room.exercise.owner)
    assert owner.post(at("class_list_deed", strange, room.listed.get().pk, "off")).status_code == 404


def test_the_address_of_a_slip_asks_for_no_nickname_and_tells_what_is_kept(room: Room) -> None:
    add_names(room=room, names=["Ada B."])
    page = Client().get(reverse("join_code", args=[room.listed.get().code])).content.decode()
    assert 'id="id_nickname"' not in page
    assert "the name or number that your teacher put on the class list" in page
    assert "Ada B." not in page
    assert not room.pupils.exists()
    assert Client().get(reverse("join_code", args=["BCDF2345"])).status_code == 404


def test_a_slip_at_a_shared_device_does_not_lead_to_whoever_was_there_before(room: Room) -> None:
    browser, _ = seat(room)
    seat(room, "Ben C.")
    ada, ben = (reverse("join_code", args=[room.listed.get(name=name).code]) for name in ("Ada B.", "Ben C."))
    assert browser.get(ada).headers["Location"] == at("lesson", room)
    assert browser.get(ben).status_code == 200
    assert browser.post(reverse("join"), {"code": room.listed.get(name="Ben C.").code}).status_code == 302
    assert browser.get(ben).headers["Location"] == at("lesson", room)


def test_with_a_list_the_rooms_code_alone_lets_nobody_in(room: Room) -> None:
    add_names(room=room, names=["Ada B."])
    response = Client().post(reverse("join"), {"code": "BCD234", "nickname": "Otter"})
    assert response.status_code == 422
    assert "a code of their own" in response.content.decode()
    room.listed.all().delete()
    assert Client().post(reverse("join"), {"code": "BCD234", "nickname": "Otter"}).status_code == 302


def test_without_a_slip_a_nickname_is_asked_for(room: Room) -> None:
    response = Client().post(reverse("join"), {"code": "BCD234", "nickname": ""})
    assert response.status_code == 422
    assert "Choose a nickname" in response.content.decode()


def test_students_see_their_own_name_and_take_it_along(room: Room) -> None:
    browser, pupil = seat(room)
    seat(room, "Ben C.")
    for name in ("lesson_welcome", "lesson_mine"):
        page = browser.get(at(name, room)).content.decode()
        assert "Ada B." in page
        assert "Ben C." not in page
    assert json.loads(browser.get(at("lesson_export", room)).content)["on the class list"] == "Ada B."
    assert "Ada B." not in browser.get(at("lesson", room)).content.decode()
    browser.post(at("lesson_forget", room))
    assert [line.name for line in room.listed.all()] == ["Ben C."]
    assert not Pupil.objects.filter(pk=pupil.pk).exists()


def test_teacher_sees_names_where_nobody_else_looks_and_the_board_none(teacher: Client, room: Room) -> None:
    _, pupil = seat(room)
    Answer.objects.create(pupil=pupil, version=room.version, task="t3", given={"i1": ["So."]}, sending=uuid4())
    mark = at("room_mark", room, pupil.answers.get().pk)
    for address in (at("class_list", room), at("room_gradebook", room), at("room_gradebook_csv", room), mark):
        assert "Ada B." in teacher.get(address).content.decode(), address
    kept = json.loads(teacher.get(at("student_export", room, pupil.pk)).content)
    assert kept["on the class list"] == "Ada B."
    public = [at(name, room) for name in ("room_board", "room_control", "room_code", "room_words", "room_reveal")]
    public += [f"{at('room_board', room)}?view={view}&wall=1" for view in ("places", "answers", "talk", "texts")]
    for address in public:
        page = teacher.get(address).content.decode()
        assert "Ada" not in page, address
    assert pupil.nickname in teacher.get(at("room_board", room)).content.decode()


def test_pages_cost_the_same_for_one_and_three_lines(
    teacher: Client, room: Room, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for names in (["Ada"], ["Ben", "Cleo"]):
        for name in names:
            seat(room, name)
        for page, most in (("class_list", 5), ("class_slips", 5), ("room_gradebook", 9)):
            with django_assert_max_num_queries(most):
                teacher.get(at(page, room))
