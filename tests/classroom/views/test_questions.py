"""Questions that a teacher writes: chosen in the texts, kept, changed, and nobody else's."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from comparer.accounts.models import User
from comparer.classroom.content import Choice
from comparer.classroom.models import Exercise
from tests.classroom.making import CONTENT, make_exercise, make_room, make_teacher

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> User:
    user = make_teacher()
    client.force_login(user)
    return user


@pytest.fixture
def exercise(teacher: User) -> Exercise:
    return make_exercise(teacher)


def choose(client: Client, exercise: Exercise, task: str, **query: Any) -> Any:
    return client.get(reverse("question_choose", args=[exercise.key, task]), query)


def write(client: Client, exercise: Exercise, task: str, lines: list[str], **sent: Any) -> Any:
    address = reverse("question_write", args=[exercise.key, task], query={"line": lines})
    fields = {name.replace("__", "-"): value for name, value in sent.items()}
    return client.post(address, {"version": exercise.latest.number} | fields)


def edit(client: Client, exercise: Exercise, task: str, item: str, **sent: Any) -> Any:
    fields = {name.replace("__", "-"): value for name, value in sent.items()}
    address = reverse("question_edit", args=[exercise.key, task, item])
    return client.post(address, {"version": exercise.latest.number} | fields)


def test_both_texts_are_there_to_choose_from(client: Client, exercise: Exercise) -> None:
    page = choose(client, exercise, "t1").content.decode()
    assert page.count('type="radio" name="left"') == 2
    assert page.count('type="checkbox" name="line"') == 2
    assert "Choose one sentence of the first piece" in page
    assert choose(client, exercise, "speaker").content.decode().count('type="radio" name="line"') == 4


def test_choice_that_fits_leads_on_and_another_says_what_is_wanted(client: Client, exercise: Exercise) -> None:
    response = choose(client, exercise, "disagree", left="l2", right="r2", go="1")
    assert response["Location"] == f"{exercise.get_absolute_url()}tasks/disagree/new/write/?line=l2&line=r2"
    refused = choose(client, exercise, "disagree", left="l2", line=["l1", "x"], go="1")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = refused.content.decode()
    assert "This choice doesn’t fit." in page
    assert page.count(" checked") == 2
    skipped = client.get(reverse("question_write", args=[exercise.key, "disagree"], query={"line": "l1"}))
    assert skipped["Location"] == reverse("question_choose", args=[exercise.key, "disagree"])


def test_pairs_that_are_matched_already_are_offered_by_a_link(client: Client, exercise: Exercise) -> None:
    page = client.get(reverse("question_choose", args=[exercise.key, "label"])).content.decode()
    address = f"{exercise.get_absolute_url()}tasks/label/new/write/?line=l1&amp;line=r1"
    assert f'href="{address}"' in page
    assert client.get(address.replace("&amp;", "&")).status_code == HTTPStatus.OK
    assert "may be about the same thing" not in choose(client, exercise, "speaker").content.decode()


def test_loaded_words_are_marked_in_a_sentence_and_make_a_task(client: Client, exercise: Exercise) -> None:
    page = client.get(reverse("question_write", args=[exercise.key, "loaded"], query={"line": "r2"})).content.decode()
    assert page.count('name="key"') == 6
    response = write(
        client, exercise, "loaded", ["r2"], shown="From the second piece", key=["r2w2", "r2w3"], why="Fear."
    )
    assert response["Location"] == f"{exercise.get_absolute_url()}edit/?focus=ask-t4"
    task = exercise.latest.read().tasks[-1]
    item = task.items[0]
    assert (task.id, task.kind, item.key, item.why) == ("t4", "loaded", ("r2w2", "r2w3"), "Fear.")
    assert item.near == {"r2w1": 0.25}
    page = client.get(response["Location"]).content.decode()
    assert "The question is added." in page
    assert "Few questions: 1." in page


def test_more_leads_to_the_next_question_of_the_same_task(client: Client, exercise: Exercise) -> None:
    response = write(client, exercise, "speaker", ["l1"], shown="Who?", key="own", more="1", **SPEAKERS)
    assert response["Location"] == reverse("question_choose", args=[exercise.key, "t4"])
    write(client, exercise, "t4", ["r1"], shown="Who?", key="named", **SPEAKERS)
    task = exercise.latest.read().tasks[-1]
    assert ([one.id for one in task.items], task.points) == (["i1", "i2"], 2)


SPEAKERS = {f"text__{one}": one for one in ("own", "named", "unnamed", "institution", "document")}


def test_question_without_key_is_refused_and_keeps_what_was_typed(client: Client, exercise: Exercise) -> None:
    response = write(client, exercise, "speaker", ["l1"], shown="Typed <b>by hand</b>", new__1="A gull", **SPEAKERS)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = response.content.decode()
    assert "Tick at least one right answer." in page
    assert "Typed &lt;b&gt;by hand&lt;/b&gt;" in page
    assert "A gull" in page
    assert exercise.versions.count() == 1


def test_choices_are_reworded_added_taken_away_and_another_is_right(client: Client, exercise: Exercise) -> None:
    room = make_room(exercise)
    sent = {"text__left": "The calm one", "text__right": "", "new__1": "Both", "newkey": "1"}
    edit(client, exercise, "t2", "i1", shown="Which says “disaster”?", why="Both do.", **sent)
    item = exercise.latest.read().tasks[1].items[0]
    assert item.shown == "Which says “disaster”?"
    assert item.choices == (Choice("left", "The calm one"), Choice("o1", "Both"))
    assert (item.key, item.why) == (("o1",), "Both do.")
    room.refresh_from_db()
    assert room.version.read() == CONTENT
    assert exercise.versions.count() == 2


def test_change_of_choices_that_others_share_is_told(client: Client, exercise: Exercise) -> None:
    page = client.get(reverse("question_edit", args=[exercise.key, "t1", "i1"])).content.decode()
    assert "1 other question of this task has the same choices" in page
    page = client.get(reverse("question_edit", args=[exercise.key, "t2", "i1"])).content.decode()
    assert "the same choices" not in page


def test_question_of_an_exercise_saved_elsewhere_meanwhile_overwrites_nothing(
    client: Client, exercise: Exercise
) -> None:
    edit(client, exercise, "t2", "i1", shown="From the other window", key="right", text__left="a", text__right="b")
    stale = {"version": 1, "shown": "From this window", "key": "right", "text__left": "c", "text__right": "d"}
    response = edit(client, exercise, "t2", "i1", **stale)
    page = response.content.decode()
    assert response.status_code == HTTPStatus.CONFLICT
    assert "saved in another window" in page
    assert "From this window" in page
    assert 'name="version" value="2"' in page
    assert exercise.latest.number == 2


@pytest.mark.parametrize("task", ["t1", "speaker"])
def test_full_exercise_takes_no_more_and_says_so(client: Client, teacher: User, task: str) -> None:
    first = CONTENT.tasks[0]
    items = tuple(replace(first.items[0], id=f"i{at}") for at in range(1, 31))
    tasks = tuple(replace(first, id=f"t{at}", items=items) for at in range(1, 21))
    exercise = make_exercise(teacher, replace(CONTENT, tasks=tasks))
    response = write(client, exercise, task, ["l1"], shown="Who?", key="own", **SPEAKERS)
    assert response["Location"] == reverse("exercise_edit", args=[exercise.key])
    assert "20 tasks of 30 questions at most" in client.get(response["Location"]).content.decode()
    assert exercise.versions.count() == 1


@pytest.mark.parametrize("task", ["t9", "dance", "reflects"])
def test_unknown_tasks_and_questions_are_not_found(client: Client, exercise: Exercise, task: str) -> None:
    assert choose(client, exercise, task).status_code == HTTPStatus.NOT_FOUND
    assert write(client, exercise, task, ["l1"]).status_code == HTTPStatus.NOT_FOUND
    assert edit(client, exercise, task, "i1").status_code == HTTPStatus.NOT_FOUND
    assert edit(client, exercise, "t1", "i9").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("owner", ["other", None])
def test_questions_of_somebody_elses_exercise_and_of_the_gallery_are_not_found(
    client: Client, teacher: User, owner: str | None
) -> None:
    theirs = make_exercise(make_teacher(owner) if owner else None)
    for name, more in (("question_choose", []), ("question_write", []), ("question_edit", ["i1"])):
        address = reverse(name, args=[theirs.key, "t1", *more])
        assert client.get(address).status_code == HTTPStatus.NOT_FOUND
        client.logout()
        assert reverse("login") in client.get(address)["Location"]
        client.force_login(teacher)
    assert theirs.versions.count() == 1


def test_choosing_costs_few_questions_of_the_database(
    client: Client, exercise: Exercise, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = reverse("question_choose", args=[exercise.key, "t1"])
    client.get(address)
    with django_assert_num_queries(4):
        client.get(address)
