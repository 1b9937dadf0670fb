"""Colleagues who watch and run a room, and what stays its teacher's alone."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from comparer.accounts.models import User
from comparer.classroom.colleagues.inviting import MOST, let_run, take_back
from comparer.classroom.colleagues.models import Colleague
from comparer.classroom.models import Answer, ExerciseVersion, Pupil, Room, Stage
from comparer.classroom.roster.listing import add_names
from tests.classroom.making import make_pupil, make_room, make_teacher

pytestmark = pytest.mark.django_db

WATCHED = ("room_board", "room_reveal", "room_control", "room_code", "room_words")
KEPT = ("room_gradebook", "room_gradebook_csv", "room_marking", "class_list", "class_slips", "room_colleagues")


@pytest.fixture
def room() -> Room:
    return make_room(code="BCD234", name="8b")


@pytest.fixture
def pupil(room: Room) -> Pupil:
    pupil = make_pupil(room)
    Answer.objects.create(pupil=pupil, version=room.version, task="t3", given={"i1": ["So."]}, sending=uuid4())
    return pupil


def browser_of(person: User | None) -> Client:
    client = Client()
    assert person is not None
    client.force_login(person)
    return client


@pytest.fixture
def owner(room: Room) -> Client:
    return browser_of(room.exercise.owner)


@pytest.fixture
def mira() -> User:
    return make_teacher("mira")


def at(name: str, room: Room, *more: object) -> str:
    return reverse(name, args=[room.pk, *more])


def name_mira(owner: Client, room: Room, name: str = "mira") -> None:
    assert owner.post(at("room_colleagues", room), {"name": name}).status_code == 302


def test_a_colleague_watches_and_runs_the_room(owner: Client, room: Room, mira: User, pupil: Pupil) -> None:
    colleague = browser_of(mira)
    for name in WATCHED:
        assert colleague.get(at(name, room)).status_code == 404
    name_mira(owner, room, "MIRA")
    for name in WATCHED:
        assert colleague.get(at(name, room)).status_code == 200, name
    assert "8b" in colleague.get(reverse("room_list")).content.decode()
    deeds = [at("room_deed", room, "close"), at("room_deed", room, "reopen"), at("room_deed", room, "lock")]
    for address in (*deeds, at("room_remove", room, pupil.pk), at("room_return", room, pupil.pk)):
        assert colleague.post(address).status_code == 302
    assert colleague.post(at("room_step", room), {"task": "2"}).status_code == 302
    assert colleague.post(at("room_pace", room), {"pace": "pupil"}).status_code == 302
    room.refresh_from_db()
    assert (room.stage, room.is_locked, room.step, room.pace) == (Stage.OPEN, True, 1, "pupil")


def test_marks_names_and_the_exercise_stay_the_teachers(owner: Client, room: Room, mira: User, pupil: Pupil) -> None:
    add_names(room=room, names=["Ada B."])
    name_mira(owner, room)
    colleague, line, answer = browser_of(mira), room.listed.get(), pupil.answers.get()
    key = room.exercise.key
    read = [at(name, room) for name in KEPT]
    read += [at("room_mark", room, answer.pk), at("student_export", room, pupil.pk)]
    read += [reverse(name, args=[key]) for name in ("exercise_detail", "exercise_edit", "exercise_rooms", "room_open")]
    for address in read:
        assert colleague.get(address).status_code == 404, address
    done = [at("student_delete", room, pupil.pk), at("room_delete", room), at("room_restore", room)]
    done += [at("class_list_deed", room, line.pk, "off"), at("room_mark", room, answer.pk)]
    done += [at("room_colleagues", room), at("room_colleague_deed", room, room.colleagues.get().pk, "off")]
    for address in done:
        assert colleague.post(address, {"name": "other"}).status_code == 404, address
    written = f"{at('room_board', room)}?view=answers&task=t3"
    for name in (written, *(at(name, room) for name in WATCHED)):
        page = colleague.get(name).content.decode()
        assert "Ada B." not in page
        assert not any(at(kept, room) in page for kept in KEPT), name


def test_what_the_teacher_is_still_changing_is_not_a_colleagues_to_give(owner: Client, room: Room, mira: User) -> None:
    name_mira(owner, room)
    changed = ExerciseVersion.objects.create(exercise=room.exercise, number=2, content=room.version.content)
    colleague, give = browser_of(mira), at("room_deed", room, "update")
    assert give not in colleague.get(at("room_control", room)).content.decode()
    assert colleague.post(give).status_code == 404
    assert give in owner.get(at("room_control", room)).content.decode()
    assert owner.post(give).status_code == 302
    room.refresh_from_db()
    assert room.version == changed


def test_known_and_unknown_names_look_the_same_until_opened(owner: Client, room: Room, mira: User) -> None:
    said = []
    for name in ("mira", "nobody-at-all", "mira@example.org"):
        page = owner.post(at("room_colleagues", room), {"name": name}, follow=True).content.decode()
        assert f"If “{name}” has an account here" in page
        said.append(page.count("has not opened it yet"))
    assert said == [1, 2, 3]
    browser_of(mira).get(at("room_board", room))
    assert owner.get(at("room_colleagues", room)).content.decode().count("opened the room on") == 1


def test_who_takes_the_name_later_is_not_let_in(owner: Client, room: Room) -> None:
    name_mira(owner, room)
    assert browser_of(make_teacher("mira")).get(at("room_board", room)).status_code == 404


def test_taking_off_holds_at_once_and_can_be_undone(owner: Client, room: Room, mira: User) -> None:
    name_mira(owner, room)
    colleague, row = browser_of(mira), room.colleagues.get()
    for deed, status in (("off", 404), ("back", 200), ("off", 404)):
        page = owner.post(at("room_colleague_deed", room, row.pk, deed), follow=True).content.decode()
        assert ("Undo" in page) == (deed == "off")
        assert colleague.get(at("room_board", room)).status_code == status
    name_mira(owner, room)
    assert colleague.get(at("room_board", room)).status_code == 200
    assert room.colleagues.count() == 1
    assert owner.post(at("room_colleague_deed", room, row.pk, "nonsense")).status_code == 404


@pytest.mark.parametrize(
    ("name", "says"), [("", "Write the user name"), ("teacher", "That is you"), ("x" * 300, "254")]
)
def test_a_name_that_does_not_do_is_told_and_kept(owner: Client, room: Room, name: str, says: str) -> None:
    response = owner.post(at("room_colleagues", room), {"name": name})
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert name in page
    assert not room.colleagues.exists()


def test_no_more_than_a_few_colleagues(owner: Client, room: Room) -> None:
    for number in range(MOST):
        let_run(room=room, name=f"colleague {number}")
    response = owner.post(at("room_colleagues", room), {"name": "one more"})
    assert response.status_code == 422
    assert "at most" in response.content.decode()
    take_back(colleague=room.colleagues.first())  # type: ignore[arg-type]
    name_mira(owner, room, "one more")


def test_who_was_taken_off_is_forgotten_when_undoing_is_over(owner: Client, room: Room) -> None:
    for name, hours in (("long ago", 1000), ("just now", 0)):
        colleague = let_run(room=room, name=name)
        take_back(colleague=colleague)
        Colleague.objects.filter(pk=colleague.pk).update(removed=timezone.now() - timedelta(hours=hours))
    name_mira(owner, room)
    assert [one.name for one in room.colleagues.all()] == ["just now", "mira"]


def test_a_room_named_twice_stands_once_in_the_list(owner: Client, room: Room, mira: User) -> None:
    User.objects.filter(pk=mira.pk).update(email="mira@example.org")
    for name in ("mira", "mira@example.org"):
        name_mira(owner, room, name)
    assert [one.pk for one in browser_of(mira).get(reverse("room_list")).context["rooms"]] == [room.pk]


def test_the_list_costs_the_same_for_one_and_three_rooms(
    owner: Client, room: Room, mira: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    let_run(room=room, name="mira")
    for code in ("BCD235", "BCD236"):
        let_run(room=make_room(room.exercise, code=code), name="mira")
    for browser in (owner, browser_of(mira)):
        with django_assert_max_num_queries(4):
            browser.get(reverse("room_list"))
