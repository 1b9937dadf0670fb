"""The lesson's pages, with and without script."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from comparer.classroom.content import content_to_json
from comparer.classroom.lesson.known import remember_pupil
from comparer.classroom.lesson.rooms import close, remove_pupil, reveal, set_step
from comparer.classroom.models import Answer, ExerciseVersion, Pace, Pupil, Room, Stage
from tests.classroom.making import CONTENT, make_exercise, make_pupil, make_room, make_teacher

pytestmark = pytest.mark.django_db


def browser_of(pupil: Pupil) -> Client:
    client, response = Client(), HttpResponse()
    remember_pupil(response, pupil)
    client.cookies.update(response.cookies)
    return client


@pytest.fixture
def pupil() -> Pupil:
    return make_pupil(make_room(pace=Pace.PUPIL))


def address(pupil: Pupil, task: str = "t1") -> str:
    return reverse("lesson_task", args=[pupil.room_id, task])


def test_lesson_shows_the_task_of_the_class() -> None:
    pupil = make_pupil(make_room())
    browser = browser_of(pupil)
    set_step(room=pupil.room, step=1)
    page = browser.get(reverse("lesson", args=[pupil.room_id]))
    assert (page.context["task"].id, page.context["number"]) == ("t2", 2)
    assert browser.get(address(pupil, "t1")).context["task"].id == "t1"
    assert browser.get(address(pupil, "t3")).headers["Location"] == reverse("lesson", args=[pupil.room_id])


def test_plain_form_takes_the_answer_and_goes_on(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    sending = browser.get(address(pupil)).context["sending"]
    sent = {"item-i1": "r1", "item-i2": "r2", "sending": str(sending), "version": str(pupil.room.version_id)}
    response = browser.post(address(pupil), sent)
    assert response.headers["Location"] == address(pupil, "t2")
    answer = Answer.objects.get()
    assert (answer.given, answer.points, answer.sending) == ({"i1": ["r1"], "i2": ["r2"]}, 4, sending)
    pupil.refresh_from_db()
    assert pupil.step == 1
    assert "checked" in browser.get(address(pupil)).content.decode()


def test_after_the_last_task_comes_the_end(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    response = browser.post(address(pupil, "t3"), {"item-i1": "The first."}, follow=True)
    assert "You have been through all tasks" in response.content.decode()


def test_at_the_teachers_pace_the_student_stays_and_is_told() -> None:
    pupil = make_pupil(make_room())
    response = browser_of(pupil).post(address(pupil), {"item-i1": "r1"}, follow=True)
    assert response.redirect_chain == [(address(pupil) + "?sent=1", 302)]
    assert "has reached your teacher" in response.content.decode()


def test_script_is_told_in_json(pupil: Pupil) -> None:
    browser, name = browser_of(pupil), str(uuid4())
    for _ in range(2):
        response = browser.post(
            address(pupil), {"item-i1": "r1", "sending": name}, headers={"Accept": "application/json"}
        )
        assert json.loads(response.content) == {"sending": name, "next": address(pupil, "t2")}
    assert Answer.objects.count() == 1


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_refused_answers_keep_what_was_typed(pupil: Pupil, accept: str) -> None:
    browser = browser_of(pupil)
    headers = {"Accept": accept}
    misfit = browser.post(address(pupil, "t3"), {"item-i1": "x" * 4001}, headers=headers)
    assert misfit.status_code == 422
    close(room=pupil.room)
    late = browser.post(address(pupil, "t3"), {"item-i1": "My words."}, headers=headers)
    assert late.status_code == 409
    assert "closed the room" in late.content.decode()
    if accept == "text/html":
        assert "x" * 4001 in misfit.content.decode()
        assert "My words." in late.content.decode()


def test_the_page_of_whoever_had_the_device_before_answers_for_nobody_else(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    field = f'<input type="hidden" name="student" value="{pupil.pk}">'
    assert field in browser.get(address(pupil)).content.decode()
    assert field in browser.get(reverse("lesson_ahead", args=[pupil.room_id])).content.decode()
    fox = browser_of(make_pupil(pupil.room, "Fox"))
    sent = {"item-i1": "r1", "student": str(pupil.pk)}
    for accept in ("application/json", "text/html"):
        response = fox.post(address(pupil), sent, headers={"Accept": accept})
        assert response.status_code == 409
        assert "Fox has come in on this device" in response.content.decode()
    assert not Answer.objects.exists()
    assert browser.post(address(pupil), sent).status_code == 302


def test_damaged_sendings_count_as_new_ones(pupil: Pupil) -> None:
    sent = {"item-i1": "r1", "sending": "nonsense", "replaces": ["", "x"], "version": "²"}
    assert browser_of(pupil).post(address(pupil), sent).status_code == 302
    assert Answer.objects.count() == 1


def test_outlets_are_hidden_until_the_answers_are_shown(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    tasks = tuple(replace(task, title=f"{task.title}: Orsa Post") for task in CONTENT.tasks)
    written = content_to_json(replace(CONTENT, intro="From the Orsa Post.", tasks=tasks))
    ExerciseVersion.objects.update(content=written)
    pages = [browser.get(reverse(name, args=[pupil.room_id])) for name in ("lesson_welcome", "lesson_ahead", "lesson")]
    for hidden in (*pages, browser.get(address(pupil))):
        assert "Orsa Post" not in hidden.content.decode()
    reveal(room=pupil.room)
    page = browser.get(reverse("lesson", args=[pupil.room_id])).content.decode()
    assert "Orsa Post" in page
    assert "Merrow Echo" in page


def test_key_is_nowhere_before_the_answers_are_shown(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    browser.post(address(pupil, "t2"), {"item-i1": "left"})
    pages = [browser.get(address(pupil, task)) for task in ("t1", "t2")]
    pages += [browser.get(reverse(name, args=[pupil.room_id])) for name in ("lesson", "lesson_mine", "lesson_export")]
    for page in pages:
        assert "points" not in page.content.decode().replace("its points", "")
        assert b"Key" not in page.content
    reveal(room=pupil.room)
    shown = browser.get(reverse("lesson", args=[pupil.room_id])).content.decode()
    assert "You have 0 of 1 point" in shown


def test_words_to_sort_have_no_link_that_says_which_piece_is_right(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    assert 'href="#l1"' in browser.get(address(pupil)).content.decode()
    ahead = browser.get(reverse("lesson_ahead", args=[pupil.room_id])).content.decode()
    for page in (browser.get(address(pupil, "t2")).content.decode(), ahead[ahead.index("Sort the wording") :]):
        assert 'href="#r2"' not in page
        assert "Read it in" not in page


def test_pulse_is_silent_until_something_changes() -> None:
    pupil = make_pupil(make_room())
    browser = browser_of(pupil)
    state = browser.get(reverse("lesson", args=[pupil.room_id])).context["state"]
    pulse = reverse("lesson_pulse", args=[pupil.room_id], query={"state": state})
    htmx = {"HX-Request": "true"}
    silent = browser.get(pulse, headers=htmx)
    assert (silent.status_code, silent.content) == (204, b"")
    set_step(room=pupil.room, step=1)
    news = browser.get(pulse, headers=htmx)
    assert "Go to task 2" in news.content.decode()
    assert "<html" not in news.content.decode()
    assert browser.get(pulse).headers["Location"] == reverse("lesson", args=[pupil.room_id])
    remove_pupil(room=pupil.room, pupil_id=pupil.pk)
    assert browser.get(pulse, headers=htmx).headers["HX-Redirect"] == reverse("lesson", args=[pupil.room_id])


def test_pulse_costs_one_query_and_no_write(pupil: Pupil, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    browser = browser_of(pupil)
    state = browser.get(reverse("lesson", args=[pupil.room_id])).context["state"]
    pulse = reverse("lesson_pulse", args=[pupil.room_id], query={"state": state})
    with django_assert_num_queries(1):
        browser.get(pulse, headers={"HX-Request": "true"})


def test_all_tasks_are_handed_out_ahead_at_ones_own_pace_without_a_key(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    browser.post(address(pupil, "t2"), {"item-i1": "left"})
    page = browser.get(reverse("lesson_ahead", args=[pupil.room_id])).content.decode()
    assert [f"Task {number}" in page for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert 'value="left" checked' in page
    assert page.count("checked") == 1
    assert "Orsa Post" not in page
    assert "points" not in page
    assert "<html" not in page


@pytest.mark.parametrize("state", [{"pace": Pace.TEACHER}, {"stage": Stage.CLOSED}, {"stage": Stage.REVEALED}])
def test_nothing_is_handed_out_ahead_at_the_teachers_pace_or_after_the_end(state: dict[str, Any]) -> None:
    pupil = make_pupil(make_room(**{"pace": Pace.PUPIL, **state}))
    response = browser_of(pupil).get(reverse("lesson_ahead", args=[pupil.room_id]))
    assert (response.status_code, response.content) == (204, b"")
    shown = browser_of(pupil).get(reverse("lesson", args=[pupil.room_id])).content.decode()
    assert "data-ahead" not in shown


def test_pulse_says_where_a_page_is_that_goes_on_by_itself(pupil: Pupil) -> None:
    browser, pulse = browser_of(pupil), reverse("lesson_pulse", args=[pupil.room_id])
    for said, step in (("2", 2), ("nonsense", 2), ("", 2), ("99999", 1000), ("0", 0)):
        browser.get(pulse, {"at": said}, headers={"HX-Request": "true"})
        pupil.refresh_from_db()
        assert pupil.step == step, said
    Room.objects.update(pace=Pace.TEACHER)
    browser.get(pulse, {"at": "2"}, headers={"HX-Request": "true"})
    pupil.refresh_from_db()
    assert pupil.step == 0


def test_an_edited_exercise_is_drawn_anew(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    assert "A ferry ran aground" in browser.get(address(pupil)).content.decode()
    changed = pupil.room.version.content.replace("A ferry ran aground", "A ship ran aground")
    version = ExerciseVersion.objects.create(exercise=pupil.room.exercise, number=2, content=changed)
    Room.objects.update(version=version)
    page = browser.get(address(pupil)).content.decode()
    assert "A ship ran aground" in page
    assert "A ferry ran aground" not in page


def test_what_one_student_chose_is_not_shown_to_the_next(pupil: Pupil) -> None:
    browser_of(pupil).post(address(pupil), {"item-i1": "r1"})
    assert "checked" in browser_of(pupil).get(address(pupil)).content.decode()
    assert "checked" not in browser_of(make_pupil(pupil.room, "Fox")).get(address(pupil)).content.decode()


def test_removed_student_is_told_and_strangers_are_shown_the_way(pupil: Pupil) -> None:
    browser = browser_of(pupil)
    remove_pupil(room=pupil.room, pupil_id=pupil.pk)
    out = browser.get(reverse("lesson", args=[pupil.room_id]))
    assert out.status_code == 403
    assert "You are out of this room" in out.content.decode()
    stranger = Client().get(reverse("lesson", args=[pupil.room_id]))
    assert stranger.status_code == 403
    assert "not known here" in stranger.content.decode()
    assert Client().get(reverse("lesson", args=[99999])).status_code == 403


@pytest.mark.parametrize(
    ("method", "name"), [("get", "lesson_welcome"), ("get", "lesson_pulse"), ("get", "lesson_ahead"), ("get", "lesson_mine"), ("get", "lesson_export"), ("post", "lesson_forget"), ("post", "lesson_leave")]
)  # fmt: skip
def test_nobody_but_the_student_reaches_their_pages(pupil: Pupil, method: str, name: str) -> None:
    teacher = Client()
    teacher.force_login(make_teacher("other"))
    for browser in (Client(), teacher):
        assert getattr(browser, method)(reverse(name, args=[pupil.room_id])).status_code == 403
    assert Pupil.objects.count() == 1


def test_pages_cost_the_same_for_one_and_three_answers(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    room = make_room(make_exercise(make_teacher("t")), pace=Pace.PUPIL)
    for count in (1, 3):
        pupil = make_pupil(room, f"Otter {count}")
        for task in ("t1", "t2", "t3")[:count]:
            Answer.objects.create(pupil=pupil, version=room.version, task=task, given={}, sending=uuid4())
        browser = browser_of(pupil)
        with django_assert_max_num_queries(3):
            browser.get(address(pupil))
    reveal(room=Room.objects.get(pk=room.pk))
    for pupil in room.pupils.all():
        browser = browser_of(pupil)
        with django_assert_max_num_queries(3):
            browser.get(reverse("lesson", args=[room.pk]))
