"""A student's way from the platform into the room, and what is kept of them."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core import serializers
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comparer.classroom.lesson.forgetting import forget_room
from comparer.classroom.lti.models import Login, Placement, Seat
from comparer.classroom.lti.sealing import unseal
from comparer.classroom.models import Pupil
from tests.classroom.lti.launching import begin, launch, place, register
from tests.classroom.lti.platform import COURSE_ROLE, TestPlatform
from tests.classroom.making import make_exercise, make_room, make_teacher

pytestmark = pytest.mark.django_db


def ticket_in(response: Any) -> str:
    found = re.search(r'name="ticket" value="([^"]+)"', response.content.decode())
    assert found
    return unescape(found[1])


def enter(client: Client, platform: TestPlatform, **said: Any) -> Any:
    return client.post(reverse("lti_enter"), {"ticket": ticket_in(launch(client, platform, **said))})


def test_student_lands_in_the_room_and_is_known_there(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    response = enter(client, platform)
    assert response["Location"] == reverse("lesson_welcome", args=[room.pk])
    assert client.get(response["Location"]).status_code == 200
    pupil = Pupil.objects.get()
    assert pupil.room == room
    assert "Ilka" not in pupil.nickname


def test_student_comes_back_as_the_same(platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    first = enter(Client(), platform)
    again = enter(Client(), platform)
    other = enter(Client(), platform, subject="8000")
    assert [answer["Location"] for answer in (first, again, other)] == [
        reverse("lesson_welcome", args=[room.pk]),
        reverse("lesson", args=[room.pk]),
        reverse("lesson_welcome", args=[room.pk]),
    ]
    assert Pupil.objects.count() == 2


def test_nothing_of_a_person_is_kept_in_clear(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    enter(client, platform, subject="student-7314")
    rows = [*Pupil.objects.all(), *Seat.objects.all(), *Placement.objects.all(), *Login.objects.all()]
    kept = serializers.serialize("json", rows)
    for word in ("Ilka", "Sandvoss", "school.example", "student-7314", "Media 8b"):
        assert word not in kept
    assert unseal(Seat.objects.get().sealed) == "student-7314"


def test_same_number_at_another_platform_is_somebody_else(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    enter(client, platform)
    other = register(platform, client_id="second-client")
    place(other, room.exercise, room)
    asked = begin(client, platform, client_id="second-client")
    claims = platform.claims(asked["nonce"]) | {"aud": "second-client"}
    page = client.post(reverse("lti_launch"), {"id_token": platform.sign(claims), "state": asked["state"]})
    client.post(reverse("lti_enter"), {"ticket": ticket_in(page)})
    assert Pupil.objects.count() == 2
    assert len(set(Seat.objects.values_list("subject", flat=True))) == 2


@pytest.mark.parametrize(
    ("given", "nickname"),
    [("Ilka", "Ilka"), ("", None), ("<b>", None), ("=SUM(A1)", None), (7, None), ("x" * 400, None)],
)
def test_given_name_is_the_nickname_where_the_teacher_allows_it(
    client: Client, platform: TestPlatform, given: Any, nickname: str | None
) -> None:
    room = make_room()
    place(register(platform), room.exercise, room, uses_given_names=True)
    enter(client, platform, given_name=given)
    pupil = Pupil.objects.get()
    assert pupil.nickname == nickname or (nickname is None and re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", pupil.nickname))


def test_two_of_one_given_name_get_two_nicknames(platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room, uses_given_names=True)
    for subject in ("1", "2", "3"):
        enter(Client(), platform, subject=subject)
    names = [pupil.nickname for pupil in Pupil.objects.all()]
    assert len(set(names)) == 3
    assert all("Ilka" in name for name in names)


def test_launch_in_its_own_tab_goes_straight_into_the_room(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    response = launch(client, platform, headers={"Sec-Fetch-Dest": "document"})
    assert response["Location"] == reverse("lesson_welcome", args=[room.pk])


def test_launch_that_another_browser_began_asks_first(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    asked = begin(Client(), platform)
    sent = {"id_token": platform.sign(platform.claims(asked["nonce"])), "state": asked["state"]}
    response = client.post(reverse("lti_launch"), sent, headers={"Sec-Fetch-Dest": "document"})
    assert response.status_code == 200
    assert not Pupil.objects.exists()


@pytest.mark.parametrize(
    "why", ["no room", "ended", "erased", "nothing chosen", "locked", "removed", "exercise deleted"]
)
def test_student_waits_where_there_is_nothing_to_enter(platform: TestPlatform, why: str) -> None:
    ended: dict[str, Any] = {"ends": timezone.now() - timedelta(minutes=1)} if why == "ended" else {}
    room = make_room(erased=timezone.now() if why == "erased" else None, is_locked=why == "locked", **ended)
    row = register(platform)
    if why != "nothing chosen":
        place(row, room.exercise, None if why == "no room" else room)
    if why == "exercise deleted":
        room.exercise.deleted = timezone.now()
        room.exercise.save()
    if why == "removed":
        enter(Client(), platform)
        Pupil.objects.update(removed=timezone.now())
    response = launch(Client(), platform)
    if response.status_code == 200 and "Open the exercise" in response.content.decode():
        response = Client().post(reverse("lti_enter"), {"ticket": ticket_in(response)})
        assert response.status_code == 403
    assert not Pupil.objects.present().exists()
    assert "teacher" in response.content.decode()


@pytest.mark.parametrize("ticket", ["", "nonsense", "eyJhIjoxfQ:1abc:xyz", "\0"])
def test_ticket_that_is_not_ours_is_refused(client: Client, platform: TestPlatform, ticket: str) -> None:
    register(platform)
    for name in ("lti_enter", "lti_link", "lti_choose", "lti_room"):
        response = client.post(reverse(name), {"ticket": ticket})
        assert response.status_code == 403
        assert "This did not open" in response.content.decode()


def test_students_ticket_opens_no_page_of_teachers(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    ticket = ticket_in(launch(client, platform))
    for name in ("lti_link", "lti_choose", "lti_room"):
        assert client.post(reverse(name), {"ticket": ticket}).status_code == 403


@pytest.mark.parametrize(
    ("roles", "who"),
    [
        (["Learner"], "student"),
        ([f"{COURSE_ROLE}Learner", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor"], "student"),
        (["http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant"], "teacher"),
        (["http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator"], "teacher"),
        ([f"{COURSE_ROLE}Learner", f"{COURSE_ROLE}Instructor"], "teacher"),
        ([f"{COURSE_ROLE}Mentor"], "other"),
        ([], "other"),
        ([7, None, {"a": 1}], "other"),
    ],
)
def test_roles_in_the_course_say_who_somebody_is(
    client: Client, platform: TestPlatform, roles: list[Any], who: str
) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    page = launch(client, platform, roles=roles).content.decode()
    shown = {"student": "Open the exercise", "teacher": "Link your account", "other": "Only the students and teachers"}
    assert shown[who] in page


def test_seat_goes_with_the_student(client: Client, platform: TestPlatform) -> None:
    room = make_room(ends=timezone.now() + timedelta(minutes=5), keep_days=1)
    place(register(platform), room.exercise, room)
    enter(client, platform)
    assert forget_room(room=room, at=timezone.now() + timedelta(days=3)) == 1
    assert not Seat.objects.exists()


def test_link_that_was_chosen_is_tied_at_its_first_launch_and_copied_at_the_second(
    client: Client, platform: TestPlatform
) -> None:
    row = register(platform)
    chosen = place(row, make_exercise(make_teacher()), resource_link="", uses_given_names=True)
    launch(client, platform, custom={"placement": chosen.key})
    chosen.refresh_from_db()
    assert (chosen.resource_link, chosen.line_item) == ("link-1", f"{platform.root}/grades/link-1")
    launch(client, platform, custom={"placement": chosen.key}, resource_link={"id": "link-2"})
    copy = Placement.objects.get(resource_link="link-2")
    assert (copy.exercise, copy.uses_given_names, copy.room) == (chosen.exercise, True, None)
    assert copy.key != chosen.key


def test_placement_of_another_deployment_is_not_found(client: Client, platform: TestPlatform) -> None:
    row = register(platform)
    other = place(row, make_exercise(make_teacher()), resource_link="")
    other.deployment = "deployment-9"
    other.save()
    launch(client, platform, custom={"placement": other.key})
    assert list(Placement.objects.all()) == [other]


def test_export_of_a_student_names_their_platform_and_not_their_number(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    enter(client, platform, subject="student-7314")
    kept = client.get(reverse("lesson_export", args=[room.pk]))
    assert kept.json()["learning platform"]["name"] == "Merrow School"
    assert "student-7314" not in kept.content.decode()
