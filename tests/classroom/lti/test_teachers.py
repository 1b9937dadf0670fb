"""What a teacher does in the platform: linking an account, choosing by deep linking, opening a room."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comparer.accounts.models import User
from comparer.classroom.lti.linking import make_code
from comparer.classroom.lti.models import AccountLink, LinkCode, Placement
from comparer.classroom.models import Exercise, Room
from tests.classroom.lti.launching import launch, link, place, register
from tests.classroom.lti.platform import SCORE, TestPlatform
from tests.classroom.lti.test_students import ticket_in
from tests.classroom.making import make_exercise, make_room, make_teacher

pytestmark = pytest.mark.django_db
ITEMS = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items"


def act(client: Client, name: str, page: Any, **sent: str) -> Any:
    return client.post(reverse(name), {"ticket": ticket_in(page)} | sent)


def choose(client: Client, platform: TestPlatform, exercise: Exercise, **sent: str) -> dict[str, Any]:
    """Choose an exercise, and have the platform check the signed answer."""
    page = act(client, "lti_choose", launch(client, platform, deep=True), exercise=exercise.key, **sent)
    token = re.search(r'name="JWT" value="([^"]+)"', page.content.decode())
    assert token, page.content.decode()
    return platform.take_chosen(unescape(token[1]))


def test_teacher_links_their_account_once(client: Client, platform: TestPlatform) -> None:
    register(platform)
    teacher = make_teacher()
    exercise = make_exercise(teacher)
    page = launch(client, platform, deep=True)
    assert exercise.title not in page.content.decode()
    linked = act(client, "lti_link", page, code=make_code(account=teacher).code.lower())
    assert exercise.title in linked.content.decode()
    assert not LinkCode.objects.exists()
    assert exercise.title in launch(client, platform, deep=True).content.decode()


@pytest.mark.parametrize("typed", ["", "BCDFGHJK", "\0", "x" * 500])
def test_wrong_code_links_nothing_and_asks_again(client: Client, platform: TestPlatform, typed: str) -> None:
    register(platform)
    make_code(account=make_teacher())
    response = act(client, "lti_link", launch(client, platform, deep=True), code=typed)
    assert response.status_code == 422
    assert "This code is not valid" in response.content.decode()
    assert ticket_in(response)
    assert not AccountLink.objects.exists()


def test_code_is_good_for_a_while_once_and_not_guessed(client: Client, platform: TestPlatform) -> None:
    register(platform)
    code = make_code(account=make_teacher())
    page = launch(client, platform, deep=True)
    LinkCode.objects.update(ends=timezone.now() - timedelta(seconds=1))
    assert act(client, "lti_link", page, code=code.code).status_code == 422
    for _ in range(10):
        act(client, "lti_link", page, code="BCDFGHJK")
    LinkCode.objects.update(ends=timezone.now() + timedelta(minutes=5))
    assert "Wait ten minutes" in act(client, "lti_link", page, code=code.code).content.decode()
    assert not AccountLink.objects.exists()


def test_account_page_makes_a_code_and_unlinks(client: Client, platform: TestPlatform) -> None:
    row = register(platform)
    teacher, other = make_teacher(), make_teacher("other")
    theirs = link(row, other, "8000")
    assert reverse("login") in client.get(reverse("lti_account"))["Location"]
    client.force_login(teacher)
    page = client.post(reverse("lti_account")).content.decode()
    code = LinkCode.objects.get(account=teacher).code
    assert f"{code[:4]} {code[4:]}" in page
    assert client.post(reverse("lti_unlink", args=[theirs.pk])).status_code == 404
    mine = link(row, teacher)
    assert row.name in client.get(reverse("lti_account")).content.decode()
    client.post(reverse("lti_unlink", args=[mine.pk]))
    assert list(AccountLink.objects.all()) == [theirs]


def test_account_that_was_closed_is_no_longer_linked(client: Client, platform: TestPlatform) -> None:
    row, teacher = register(platform), make_teacher()
    link(row, teacher)
    User.objects.update(is_active=False)
    assert "Link your account" in launch(client, platform, deep=True).content.decode()


def test_chosen_exercise_goes_back_signed_with_a_line_item(client: Client, platform: TestPlatform) -> None:
    row, teacher = register(platform), make_teacher()
    exercise = make_exercise(teacher)
    link(row, teacher)
    said = choose(client, platform, exercise, names="given")
    placement = Placement.objects.get()
    item = said[ITEMS][0]
    assert item["type"] == "ltiResourceLink"
    assert item["title"] == exercise.title
    assert item["url"] == f"http://testserver{reverse('lti_launch')}"
    assert item["custom"] == {"placement": placement.key}
    assert item["lineItem"] == {"scoreMaximum": 6, "label": exercise.title, "resourceId": placement.key}
    assert said["https://purl.imsglobal.org/spec/lti-dl/claim/data"] == "course-1:section-2"
    assert (placement.exercise, placement.uses_given_names, placement.resource_link) == (exercise, True, "")


@pytest.mark.parametrize("is_registered", [True, False])
def test_choice_goes_by_itself_to_the_platforms_own_addresses_only(
    client: Client, platform: TestPlatform, *, is_registered: bool
) -> None:
    row, teacher = register(platform), make_teacher()
    row.framed_by = "https://school.example" if is_registered else ""
    row.save()
    exercise = make_exercise(teacher)
    link(row, teacher)
    name = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
    settings = platform.deep_claims("")[name] | {"deep_link_return_url": "https://school.example/back?x=1"}
    launched = launch(client, platform, deep=True, **{name: settings})
    page = act(client, "lti_choose", launched, exercise=exercise.key).content.decode()
    assert 'action="https://school.example/back?x=1"' in page
    assert ("data-send-now" in page) == is_registered
    assert ("press the button only if you know it" in page) == (not is_registered)


def test_exercise_of_the_gallery_is_copied_into_the_account(client: Client, platform: TestPlatform) -> None:
    row, teacher = register(platform), make_teacher()
    gallery = make_exercise()
    link(row, teacher)
    choose(client, platform, gallery)
    chosen = Placement.objects.get().exercise
    assert chosen != gallery
    assert (chosen.owner, chosen.title) == (teacher, gallery.title)
    assert not Placement.objects.get().uses_given_names


def test_exercise_of_somebody_else_is_not_chosen(client: Client, platform: TestPlatform) -> None:
    row, teacher = register(platform), make_teacher()
    link(row, teacher)
    theirs = make_exercise(make_teacher("other"))
    make_exercise(teacher)
    page = launch(client, platform, deep=True)
    for key in (theirs.key, "", "nonsense", "\0"):
        response = act(client, "lti_choose", page, exercise=key)
        assert response.status_code == 422
        assert "Choose one of the exercises" in response.content.decode()
    assert not Placement.objects.exists()


def test_choice_without_an_account_is_refused(client: Client, platform: TestPlatform) -> None:
    row, teacher = register(platform), make_teacher()
    linked = link(row, teacher)
    exercise = make_exercise(teacher)
    page = launch(client, platform, deep=True)
    linked.delete()
    assert act(client, "lti_choose", page, exercise=exercise.key).status_code == 422
    assert not Placement.objects.exists()


@pytest.mark.parametrize("who", ["Learner", "Mentor"])
def test_only_teachers_choose(client: Client, platform: TestPlatform, who: str) -> None:
    row, teacher = register(platform), make_teacher()
    exercise = make_exercise(teacher)
    link(row, teacher)
    response = launch(client, platform, deep=True, who=who)
    assert response.status_code == 403
    assert "Only teachers put exercises into a course" in response.content.decode()
    assert exercise.title not in response.content.decode()


@pytest.mark.parametrize(
    "wanted",
    [
        {"deep_link_return_url": "javascript:alert(1)"},
        {"deep_link_return_url": "http://learn.example/back"},
        {"deep_link_return_url": 7},
        {"accept_types": ["link"]},
        {"accept_types": None},
        {"accept_presentation_document_targets": []},
    ],
)
def test_request_that_cannot_be_answered_is_refused(
    client: Client, platform: TestPlatform, wanted: dict[str, Any]
) -> None:
    register(platform)
    name = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
    good = platform.deep_claims("")[name]
    response = launch(client, platform, deep=True, **{name: good | wanted})
    assert response.status_code == 403
    assert "This did not open" in response.content.decode()


def test_tool_put_in_by_hand_asks_for_an_exercise_and_then_shows_the_room(
    client: Client, platform: TestPlatform
) -> None:
    row, teacher = register(platform), make_teacher()
    exercise = make_exercise(teacher)
    link(row, teacher)
    page = launch(client, platform, who="Instructor")
    page = act(client, "lti_choose", page, exercise=exercise.key)
    assert "No room is open" in page.content.decode()
    page = act(client, "lti_room", page, pace="pupil", hours="168")
    room = Room.objects.get()
    assert (room.exercise, room.pace, room.name) == (exercise, "pupil", "Media 8b")
    assert reverse("room_board", args=[room.pk]) in page.content.decode()
    assert Placement.objects.get().room == room
    assert Placement.objects.get().line_item == f"{platform.root}/grades/link-1"


def test_teacher_sends_the_class_to_a_room_that_is_open(client: Client, platform: TestPlatform) -> None:
    row, teacher = register(platform), make_teacher()
    exercise = make_exercise(teacher)
    link(row, teacher)
    placement = place(row, exercise)
    room, other = make_room(exercise, name="8b"), make_room(make_exercise(make_teacher("other")))
    page = launch(client, platform, who="Instructor")
    assert "8b" in page.content.decode()
    assert act(client, "lti_room", page, room=str(other.pk)).status_code == 422
    act(client, "lti_room", page, room=str(room.pk))
    placement.refresh_from_db()
    assert placement.room == room


@pytest.mark.parametrize("sent", [{}, {"pace": "fast", "hours": "2"}, {"pace": "pupil", "hours": "9999"}])
def test_room_that_cannot_be_is_not_opened(client: Client, platform: TestPlatform, sent: dict[str, str]) -> None:
    row, teacher = register(platform), make_teacher()
    link(row, teacher)
    place(row, make_exercise(teacher))
    response = act(client, "lti_room", launch(client, platform, who="Instructor"), **sent)
    assert response.status_code == 422
    assert not Room.objects.exists()


def test_another_teacher_of_the_course_sees_no_room_and_opens_none(client: Client, platform: TestPlatform) -> None:
    row, teacher, other = register(platform), make_teacher(), make_teacher("other")
    exercise = make_exercise(teacher)
    room = make_room(exercise, name="secret class")
    place(row, exercise, room)
    linked = link(row, teacher)
    page = launch(client, platform, who="Instructor")
    linked.account = other
    linked.save()
    seen = launch(client, platform, who="Instructor").content.decode()
    assert "belongs to another account" in seen
    assert "secret class" not in seen
    assert act(client, "lti_room", page, pace="pupil", hours="2").status_code == 422
    assert act(client, "lti_room", page, room=str(room.pk)).status_code == 422
    assert Room.objects.count() == 1


def test_launch_signs_nobody_in(client: Client, platform: TestPlatform) -> None:
    row, teacher = register(platform), make_teacher()
    link(row, teacher)
    room = make_room(make_exercise(teacher))
    place(row, room.exercise, room)
    launch(client, platform, who="Instructor")
    assert reverse("login") in client.get(reverse("room_board", args=[room.pk]))["Location"]


def test_platform_that_takes_no_scores_is_told_so(client: Client, platform: TestPlatform) -> None:
    row, teacher = register(platform), make_teacher()
    link(row, teacher)
    room = make_room(make_exercise(teacher))
    placement = place(row, room.exercise, room)
    name = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
    readable: Any = {"scope": [f"{SCORE}.readonly"], "lineitem": f"{platform.root}/grades/link-1"}
    page = launch(client, platform, who="Instructor", **{name: readable})
    placement.refresh_from_db()
    assert placement.line_item == ""
    assert "takes no points for this link" in page.content.decode()


def test_choosing_asks_the_database_no_more_for_three_exercises_than_for_one(
    client: Client, platform: TestPlatform
) -> None:
    row, teacher = register(platform), make_teacher()
    link(row, teacher)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_exercise(teacher)
        launch(client, platform, deep=True)
        with CaptureQueriesContext(connection) as asked:
            launch(client, platform, deep=True)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(("before", "status"), [("deleted", 200), ("same teacher", 200), ("another teacher", 422)])
def test_choice_for_a_link_that_has_one_replaces_what_is_gone_or_ones_own(
    client: Client, platform: TestPlatform, before: str, status: int
) -> None:
    row, teacher = register(platform), make_teacher()
    link(row, teacher)
    exercise = make_exercise(teacher)
    page = launch(client, platform, who="Instructor")
    old = make_exercise(teacher if before == "same teacher" else make_teacher("other"))
    old.deleted = timezone.now() if before == "deleted" else None
    old.save()
    place(row, old, make_room(old))
    response = act(client, "lti_choose", page, exercise=exercise.key)
    assert response.status_code == status
    placement = Placement.objects.get()
    assert placement.exercise == (old if before == "another teacher" else exercise)
    assert (placement.room is None) == (status == 200)
