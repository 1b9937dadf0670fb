"""My exercises, the gallery, and exercises as files."""

from __future__ import annotations

import json
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.classroom.content import content_to_json
from comparer.classroom.making.files import LONGEST, NoExerciseError, read_file, write_file
from comparer.classroom.models import Exercise
from tests.classroom.making import CONTENT, make_exercise, make_teacher

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def teacher(client: Client) -> User:
    user = make_teacher()
    client.force_login(user)
    return user


def _import(client: Client, written: bytes, name: str = "a.json") -> Any:
    return client.post(reverse("exercise_import"), {"file": SimpleUploadedFile(name, written)})


def test_list_of_nobody_yet_teaches_where_to_begin(client: Client, teacher: User) -> None:
    make_exercise(make_teacher("other"))
    page = client.get(reverse("exercise_list")).content.decode()
    assert "You have no exercises yet" in page
    assert reverse("exercise_gallery") in page


def test_list_needs_an_account(client: Client) -> None:
    assert client.get(reverse("exercise_list"))["Location"].startswith(reverse("login"))


@pytest.mark.parametrize("name", ["exercise_list", "exercise_gallery"])
def test_lists_ask_the_database_as_often_for_three_as_for_one(
    client: Client, teacher: User, django_assert_num_queries: Any, name: str
) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    owner = teacher if name == "exercise_list" else None
    make_exercise(owner)
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse(name))
    make_exercise(owner)
    make_exercise(owner)
    with django_assert_num_queries(len(one)):
        assert client.get(reverse(name)).content.decode().count("Two ferries</a>") == 3


@pytest.mark.parametrize("headers", [None, HTMX])
def test_delete_can_be_undone(client: Client, teacher: User, headers: dict[str, str] | None) -> None:
    exercise = make_exercise(teacher)
    response = client.post(reverse("exercise_delete", args=[exercise.key]), headers=headers)
    page = (client.get(response["Location"]) if not headers else response).content.decode()
    assert "is deleted" in page
    assert client.get(exercise.get_absolute_url()).status_code == HTTPStatus.NOT_FOUND
    assert "Deleted lately" in client.get(reverse("exercise_list")).content.decode()
    client.post(reverse("exercise_restore", args=[exercise.key]), headers=headers)
    assert client.get(exercise.get_absolute_url()).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", ["exercise_delete", "exercise_restore", "exercise_copy"])
def test_acts_on_somebody_elses_exercise_are_not_found(client: Client, teacher: User, name: str) -> None:
    exercise = make_exercise(make_teacher("other"))
    assert client.post(reverse(name, args=[exercise.key])).status_code == HTTPStatus.NOT_FOUND
    assert Exercise.objects.live().count() == 1


@pytest.mark.parametrize("name", ["exercise_delete", "exercise_restore"])
def test_exercise_of_the_gallery_cannot_be_deleted(client: Client, teacher: User, name: str) -> None:
    exercise = make_exercise(None)
    assert client.post(reverse(name, args=[exercise.key])).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("is_ready", [True, False])
def test_copy_is_ones_own_and_stands_alone(client: Client, teacher: User, *, is_ready: bool) -> None:
    exercise = make_exercise(None if is_ready else teacher)
    client.post(reverse("exercise_copy", args=[exercise.key]))
    copy = Exercise.objects.latest("pk")
    assert copy.pk != exercise.pk
    title = CONTENT.title if is_ready else "Two ferries (copy)"
    assert (copy.owner, copy.title) == (teacher, title)
    assert copy.latest.read() == replace(CONTENT, title=title)


def test_copy_of_an_exercise_with_a_long_title_fits(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher, replace(CONTENT, title="x" * 120))
    client.post(reverse("exercise_copy", args=[exercise.key]))
    assert Exercise.objects.latest("pk").title == 113 * "x" + " (copy)"


def test_file_goes_out_and_comes_back_the_same(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher)
    response = client.get(reverse("exercise_export", args=[exercise.key]))
    assert response["Content-Disposition"] == 'attachment; filename="two-ferries.exercise.json"'
    assert _import(client, response.content).status_code == HTTPStatus.FOUND
    assert Exercise.objects.latest("pk").latest.read() == CONTENT


def test_file_with_markup_is_shown_as_text(client: Client, teacher: User) -> None:
    written = content_to_json(CONTENT).replace("Ferry aground", "<img src=x onerror=alert(1)>")
    page = client.get(_import(client, written.encode())["Location"]).content.decode()
    assert "&lt;img src=x" in page
    assert "<img src=x" not in page


def _changed(**fields: Any) -> bytes:
    return json.dumps(json.loads(content_to_json(CONTENT)) | fields).encode()


def _with_task(**fields: Any) -> bytes:
    document = json.loads(content_to_json(CONTENT))
    document["tasks"][0] |= fields
    return json.dumps(document).encode()


def _with_item(**fields: Any) -> bytes:
    document = json.loads(content_to_json(CONTENT))
    document["tasks"][0]["items"][0] |= fields
    return json.dumps(document).encode()


HOSTILE = {
    "no text": (b"\xff\xd8\xff\xe0", "isn’t text"),
    "no JSON": (b"hello", "can’t be read as an exercise"),
    "deep": (b"[" * 100_000, "can’t be read as an exercise"),
    "a number": (b"7", "something else than an exercise"),
    "another document": (b'{"schema": "report/1"}', "something else than an exercise"),
    "another version": (_changed(schema="exercise/9"), "another version of the site"),
    "null characters": (_changed(title="a\0b"), "characters that belong to no text"),
    "half a letter": (content_to_json(CONTENT).replace("Two ferries", "\\ud800").encode(), "isn’t a whole exercise"),
    "no texts": (_changed(left=None), "isn’t a whole exercise"),
    "no title": (_changed(title=" "), "title is missing"),
    "no task": (_changed(tasks=[]), "it has no task"),
    "unknown kind": (_with_task(kind="dance"), "isn’t a whole exercise"),
    "same ids": (_with_task(id="t2"), "two tasks have the same id"),
    "strange id": (_with_task(id="../../x"), "ids that aren’t of small letters"),
    "endless points": (_with_task(points=10**30), "out of range"),
    "no questions": (_with_task(items=[]), "has no question"),
    "strange key": (_with_item(key=["r9"]), "doesn’t fit its choices"),
    "no key": (_with_item(key=[]), "doesn’t fit its choices"),
    "worth too much": (_with_item(near={"r2": 7}), "doesn’t fit its choices"),
    "strange line": (_with_item(lines=["l99"]), "doesn’t fit its choices"),
    "endless day": (
        _changed(left=json.loads(content_to_json(CONTENT))["left"] | {"published": "9" * 9_000}),
        "longer than",
    ),
    "long": (_with_item(shown="x" * (LONGEST + 1)), "longer than"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_import_of_a_hostile_file_says_what_is_wrong(client: Client, teacher: User, case: str) -> None:
    written, problem = HOSTILE[case]
    response = _import(client, written)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert problem in response.content.decode()
    assert not Exercise.objects.exists()


def test_import_of_too_large_a_file_is_refused_before_it_is_read(client: Client, teacher: User) -> None:
    response = _import(client, b" " * 700_000)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "An exercise has 600 kB at most." in response.content.decode()


@pytest.mark.parametrize(
    ("given", "problem"), [({}, "Choose a file."), ({"file": SimpleUploadedFile("a.json", b"")}, "empty")]
)
def test_import_of_nothing_says_so(client: Client, teacher: User, given: dict[str, Any], problem: str) -> None:
    response = client.post(reverse("exercise_import"), given)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert problem in response.content.decode()


def test_file_of_an_exercise_is_read_with_a_byte_order_mark() -> None:
    assert read_file(b"\xef\xbb\xbf" + write_file(CONTENT)) == CONTENT


def test_file_says_in_one_sentence_what_is_wrong() -> None:
    with pytest.raises(NoExerciseError, match=r"^This file can’t be used: it has no task\.$"):
        read_file(_changed(tasks=[]))
