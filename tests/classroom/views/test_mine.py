"""What is kept of a student: seen, taken along, deleted."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import reverse

from comparer.classroom.content import content_to_json
from comparer.classroom.lesson.rooms import reveal
from comparer.classroom.making.hiding import HIDDEN
from comparer.classroom.models import Answer, ExerciseVersion, Pupil
from tests.classroom.making import CONTENT, MATCH, SORT, make_pupil, make_room
from tests.classroom.views.test_lesson import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def pupil() -> Pupil:
    pupil = make_pupil(make_room())
    Answer.objects.create(
        pupil=pupil,
        version=pupil.room.version,
        task="t2",
        given={"i1": ["left"]},
        points=0,
        feedback="Hm.",
        sending=uuid4(),
    )
    return pupil


def test_mine_names_all_that_is_kept(pupil: Pupil) -> None:
    page = browser_of(pupil).get(reverse("lesson_mine", args=[pupil.room_id])).content.decode()
    assert "Otter" in page
    assert "lantern" in page
    assert "1 answer with its points" in page


def test_export_holds_answers_and_points_once_shown(pupil: Pupil) -> None:
    browser, address = browser_of(pupil), reverse("lesson_export", args=[pupil.room_id])
    response = browser.get(address)
    kept = json.loads(response.content)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert kept["answers"] == [
        {"task": "Sort the wording", "questions": [{"question": "disaster", "my answer": ["the first piece"]}]}
    ]
    reveal(room=pupil.room)
    (answer,) = json.loads(browser.get(address).content)["answers"]
    assert (answer["points"], answer["feedback"]) == (0, "Hm.")


def test_export_of_a_blind_exercise_names_no_outlet_before_the_reveal(pupil: Pupil) -> None:
    named = replace(SORT, items=(replace(SORT.items[0], shown="The Orsa Post told it first."),))
    ExerciseVersion.objects.update(content=content_to_json(replace(CONTENT, tasks=(MATCH, named))))
    browser, address = browser_of(pupil), reverse("lesson_export", args=[pupil.room_id])
    (answer,) = json.loads(browser.get(address).content)["answers"]
    assert answer["questions"][0]["question"] == f"{HIDDEN} told it first."
    reveal(room=pupil.room)
    (answer,) = json.loads(browser.get(address).content)["answers"]
    assert answer["questions"][0]["question"] == "The Orsa Post told it first."


def test_delete_me_deletes_at_once_and_only_me(pupil: Pupil) -> None:
    other = make_pupil(pupil.room, "Fox")
    browser = browser_of(pupil)
    response = browser.post(reverse("lesson_forget", args=[pupil.room_id]), follow=True)
    assert list(Pupil.objects.all()) == [other]
    assert not Answer.objects.exists()
    assert f'data-forget-room="{pupil.room_id}"' in response.content.decode()
    assert browser.get(reverse("lesson", args=[pupil.room_id])).status_code == 403


def test_leaving_keeps_the_answers(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    response = browser.post(reverse("lesson_leave", args=[pupil.room_id]), follow=True)
    assert "Your answers are safe" in response.content.decode()
    assert "data-forget-room" not in response.content.decode()
    assert Answer.objects.count() == 1
    assert browser.get(reverse("lesson", args=[pupil.room_id])).status_code == 403


@pytest.mark.parametrize("name", ["lesson_forget", "lesson_leave"])
def test_nothing_is_deleted_by_a_link(pupil: Pupil, name: str) -> None:
    assert browser_of(pupil).get(reverse(name, args=[pupil.room_id])).status_code == 405
