"""The pages by which students come in, without script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comparer.classroom.lesson.guesses import GUESSES
from comparer.classroom.models import Pupil, Room
from tests.classroom.making import make_pupil, make_room

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_guesses() -> Iterator[None]:
    yield
    GUESSES.clear()


@pytest.fixture
def room() -> Room:
    return make_room(code="BCD234")


def test_joining_leads_to_the_word_and_leaves_one_signed_cookie(client: Client, room: Room) -> None:
    response = client.post(reverse("join"), {"code": "bcd 234", "nickname": "Otter"}, follow=True)
    pupil = Pupil.objects.get()
    assert response.redirect_chain == [(reverse("lesson_welcome", args=[room.pk]), 302)]
    assert pupil.word in response.content.decode()
    cookie = client.cookies[f"student{room.pk}"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/join/")
    assert set(client.cookies) == {f"student{room.pk}", "csrftoken"}


def test_qr_address_asks_for_the_nickname_only(client: Client, room: Room) -> None:
    page = client.get(reverse("join_code", args=["bcd234"])).content.decode()
    assert 'value="bcd234"' in page
    assert room.forgotten_on.strftime("%B %Y") in page


def test_who_is_in_already_goes_on(client: Client, room: Room) -> None:
    client.post(reverse("join"), {"code": "BCD234", "nickname": "Otter"})
    assert client.get(reverse("join_code", args=["BCD234"])).headers["Location"] == reverse("lesson", args=[room.pk])
    assert Client().get(reverse("join_code", args=["BCD234"])).status_code == 200


WRONG = [
    ({"code": "ZZZZZZ", "nickname": "Otter"}, "No room has this code"),
    ({"code": "", "nickname": "Otter"}, "Write the code"),
    ({"code": "BCD234", "nickname": ""}, "Choose a nickname"),
    ({"code": "BCD234", "nickname": "<script>alert(1)</script>"}, "Leave out signs"),
    ({"code": "BCD234", "nickname": "Fuck"}, "kind to all"),
    ({"code": "BCD234", "nickname": "nul\0"}, "null characters"),
    ({"code": "BCD234", "nickname": "Fox"}, "already"),
]


@pytest.mark.parametrize(("sent", "says"), WRONG)
def test_wrong_entries_are_answered_plainly_and_kept(
    client: Client, room: Room, sent: dict[str, str], says: str
) -> None:
    make_pupil(room, "Fox")
    response = client.post(reverse("join"), sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert "<script>alert" not in page
    if sent["nickname"] == "Otter":
        assert 'value="Otter"' in page
    assert Pupil.objects.count() == 1


def test_free_names_are_offered_as_buttons(client: Client, room: Room) -> None:
    make_pupil(room, "Fox")
    response = client.post(reverse("join"), {"code": "BCD234", "nickname": "Fox"})
    offered = response.context["error"].suggestions
    page = response.content.decode()
    assert all(f'value="{name}"' in page for name in offered)
    # the field above the button is sent along, before it
    client.post(reverse("join"), {"code": "BCD234", "nickname": ["Fox", offered[0]]})
    assert room.pupils.filter(nickname=offered[0]).exists()


@pytest.mark.parametrize("code", ["ZZZZZZ", "nowhere-at-all", "BCD235"])
def test_wrong_address_is_not_found_in_plain_words(client: Client, room: Room, code: str) -> None:
    make_room(room.exercise, code="BCD235", ends=timezone.now() - timedelta(hours=1))
    response = client.get(reverse("join_code", args=[code]))
    assert response.status_code == 404
    assert 'role="alert"' in response.content.decode()


def test_coming_back_on_another_device(room: Room) -> None:
    pupil = make_pupil(room)
    other = Client()
    wrong = other.post(reverse("join_back"), {"code": "BCD234", "nickname": "Otter", "word": "candle"})
    assert wrong.status_code == 422
    assert "do not belong together" in wrong.content.decode()
    right = other.post(reverse("join_back"), {"code": "BCD234", "nickname": "otter", "word": " LANTERN "})
    assert right.headers["Location"] == reverse("lesson", args=[room.pk])
    assert other.get(right.headers["Location"]).context["pupil"] == pupil


def test_cookie_of_one_room_opens_no_other_and_none_is_believed_unsigned(client: Client, room: Room) -> None:
    other = make_room(room.exercise, code="BCD236")
    client.post(reverse("join"), {"code": "BCD234", "nickname": "Otter"})
    assert client.get(reverse("lesson", args=[other.pk])).status_code == 403
    stranger = Client()
    stranger.cookies[f"student{room.pk}"] = Pupil.objects.get().token
    assert stranger.get(reverse("lesson", args=[room.pk])).status_code == 403


def test_pages_of_students_never_ask_for_an_account(client: Client, room: Room) -> None:
    for name in ("join", "join_back"):
        assert client.get(reverse(name)).status_code == 200
