"""Making and editing exercises: who may, what is kept, and what happens to what was typed."""

from __future__ import annotations

import json
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.analysis.report import report_to_json
from comparer.classroom.models import Exercise, ExerciseVersion
from comparer.comparisons.models import Comparison
from comparer.comparisons.states import State, Step, Trouble
from comparer.library.catalogue.models import Item
from comparer.web.people import Person
from tests.classroom.making import CONTENT, make_exercise, make_teacher
from tests.comparisons.making import make_comparison, make_user
from tests.comparisons.reports import make_report
from tests.library.catalogue.making import make_item

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true", "HX-Target": "editor"}


@pytest.fixture
def teacher(client: Client) -> User:
    user = make_teacher()
    client.force_login(user)
    return user


@pytest.fixture
def comparison(teacher: User) -> Comparison:
    return make_comparison(Person(user_id=teacher.pk), done=True)


@pytest.fixture
def bare(teacher: User) -> Comparison:
    """Return a comparison in which the machine found nothing."""
    report = replace(make_report(), pairs=(), differences=(), only_left=(), only_right=())
    left, right = replace(report.left, claims=(), hedges=()), replace(report.right, claims=(), hedges=())
    written = report_to_json(replace(report, left=left, right=right))
    return make_comparison(Person(user_id=teacher.pk), done=True, report=written)


def _sent(**changes: Any) -> dict[str, Any]:
    """Return what the editor sends for the exercise of the tests, unchanged but for `changes`."""
    sent: dict[str, Any] = {"version": 1, "title": CONTENT.title, "intro": "", "ages": "", "blind": "on"}
    for task in CONTENT.tasks:
        for name in ("title", "instructions", "minutes", "difficulty", "points", "rubric"):
            sent[f"{task.id}-{name}"] = getattr(task, name)
        sent[f"{task.id}-on"] = [one.id for one in task.items]
        for item in task.items:
            sent[f"{task.id}-{item.id}-key"] = list(item.key)
            sent[f"{task.id}-{item.id}-why"] = item.why
            sent[f"{task.id}-{item.id}-shown"] = item.shown
    return sent | {name.replace("_", "-"): value for name, value in changes.items()}


def _edit(client: Client, exercise: Exercise, headers: dict[str, str] | None = None, **changes: Any) -> Any:
    return client.post(reverse("exercise_edit", args=[exercise.key]), _sent(**changes), headers=headers)


# making


def test_make_asks_for_tasks_and_says_what_cannot_be_made(client: Client, bare: Comparison) -> None:
    page = client.get(reverse("exercise_make", args=[bare.key])).content.decode()
    assert page.count('name="kinds"') == 1
    assert "For 8 kinds of task the machine found nothing" in page
    assert page.count("holds too little for this: it needs") == 8
    assert "by hand in the next step" in page


def test_make_ticks_no_task_that_is_thin_and_says_so(client: Client, comparison: Comparison) -> None:
    page = client.get(reverse("exercise_make", args=[comparison.key])).content.decode()
    assert page.count('name="kinds"') == 9
    loaded = page[page.index('value="loaded"') :][:600]
    assert "That is little" in loaded
    assert " checked" not in loaded[: loaded.index(">")]


def test_make_warns_where_both_pieces_come_from_one_source(
    client: Client, teacher: User, comparison: Comparison
) -> None:
    report = make_report()
    copied = report_to_json(
        replace(report, right=report.left, pairs=(), differences=(), only_right=(), nearest_right=())
    )
    twins = make_comparison(Person(user_id=teacher.pk), done=True, report=copied)
    pages = [client.get(reverse("exercise_make", args=[one.key])).content.decode() for one in (twins, comparison)]
    assert ["they come from one source" in page for page in pages] == [True, False]


def test_make_keeps_the_chosen_tasks_and_its_own_copy(client: Client, comparison: Comparison, teacher: User) -> None:
    given = {"title": "Ferries", "kinds": ["match", "sort"], "blind": "on"}
    response = client.post(reverse("exercise_make", args=[comparison.key]), given)
    exercise = Exercise.objects.get()
    assert response["Location"] == reverse("exercise_edit", args=[exercise.key])
    assert (exercise.owner, exercise.comparison) == (teacher, comparison)
    content = exercise.latest.read()
    assert [one.kind for one in content.tasks] == ["match", "sort"]
    assert content.left.outlet == comparison.left.outlet
    comparison.delete()
    exercise.refresh_from_db()
    assert (exercise.comparison, exercise.latest.read()) == (None, content)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"title": "", "kinds": ["match"]}, "Give the exercise a title."),
        ({"title": "Typed"}, "Choose at least one task."),
        ({"title": "Typed", "kinds": ["dance"]}, "Choose tasks from the list."),
        ({"title": "nul\0l", "kinds": ["match"]}, "characters that belong to no text"),
    ],
)
def test_make_answers_422_with_what_was_typed(
    client: Client, comparison: Comparison, given: dict[str, Any], problem: str
) -> None:
    response = client.post(reverse("exercise_make", args=[comparison.key]), given)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = response.content.decode()
    assert problem in page
    assert given["title"] != "Typed" or 'value="Typed"' in page
    assert not Exercise.objects.exists()


def test_make_of_kinds_that_the_machine_found_nothing_for_asks_for_others(client: Client, bare: Comparison) -> None:
    response = client.post(reverse("exercise_make", args=[bare.key]), {"title": "Typed", "kinds": ["loaded", "match"]})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "None of these tasks can be made" in response.content.decode()


def test_make_needs_an_account(client: Client) -> None:
    comparison = make_comparison(Person(visitor="somebody"), done=True)
    response = client.get(reverse("exercise_make", args=[comparison.key]))
    assert response["Location"].startswith(reverse("login"))


def test_make_of_somebody_elses_comparison_is_not_found(client: Client, teacher: User) -> None:
    other = make_comparison(Person(user_id=make_user().pk), done=True)
    assert client.get(reverse("exercise_make", args=[other.key])).status_code == HTTPStatus.NOT_FOUND


def test_comparison_page_leads_to_making_for_those_with_an_account(client: Client, comparison: Comparison) -> None:
    link = reverse("exercise_make", args=[comparison.key])
    assert link in client.get(comparison.get_absolute_url()).content.decode()
    client.logout()
    Comparison.objects.filter(pk=comparison.pk).update(is_example=True, owner=None)
    assert link not in client.get(comparison.get_absolute_url()).content.decode()


# making from two pieces of the library


@pytest.fixture
def two(teacher: User) -> list[Item]:
    teacher.user_permissions.set(Permission.objects.filter(codename="compare_item"))
    return [make_item(), make_item()]


def _pick(client: Client, items: list[Item]) -> str:
    response = client.post(reverse("exercise_from_pieces"), {"pick": [one.key for one in items]})
    return response.get("Location") or str(response.status_code)


def test_two_pieces_are_compared_and_lead_to_making(client: Client, two: list[Item]) -> None:
    address = _pick(client, two)
    comparison = Comparison.objects.get()
    assert (comparison.left, comparison.right) == (two[0].current, two[1].current)
    assert address == reverse("exercise_make", args=[comparison.key])
    assert _pick(client, two) == address


def test_pair_in_the_library_offers_an_exercise_beside_comparing(client: Client, two: list[Item]) -> None:
    offer = f'formaction="{reverse("exercise_from_pieces")}">Make an exercise'
    chosen = {"pick": [one.key for one in two]}
    assert offer in client.get(reverse("item_list"), chosen).content.decode()
    assert offer not in client.get(reverse("item_list"), {"pick": two[0].key}).content.decode()
    client.logout()
    assert offer not in client.get(reverse("item_list"), chosen).content.decode()


def test_pieces_need_the_permission_and_must_be_two(client: Client, two: list[Item], teacher: User) -> None:
    for items in ([], two[:1], [two[0], two[0]]):
        assert _pick(client, items).startswith(reverse("item_list"))
    teacher.user_permissions.clear()
    assert _pick(client, two) == str(HTTPStatus.FORBIDDEN.value)
    client.logout()
    assert reverse("login") in _pick(client, two)
    assert not Comparison.objects.exists()


def test_making_waits_for_the_comparison_and_shows_how_far_it_has_come(client: Client, teacher: User) -> None:
    comparison = make_comparison(Person(user_id=teacher.pk), state=State.RUNNING, step=Step.COMPARING)
    address = reverse("exercise_make", args=[comparison.key])
    page = client.get(address).content.decode()
    assert f'hx-get="{address}?seen=running-comparing"' in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert "Then you choose what the class is to do." in page
    polled = client.get(address, {"seen": "running-comparing"}, headers={"HX-Request": "true"})
    assert polled.status_code == HTTPStatus.NO_CONTENT


def test_making_opens_by_itself_when_the_comparison_is_done(client: Client, comparison: Comparison) -> None:
    address = reverse("exercise_make", args=[comparison.key])
    polled = client.get(address, {"seen": "running-saving"}, headers={"HX-Request": "true"})
    assert json.loads(polled["HX-Trigger"]) == {"comparison-done": {"address": address}}
    assert "Choose what the class is to do" in client.get(address).content.decode()


def test_comparison_that_failed_is_tried_again_on_the_way_to_making(client: Client, teacher: User) -> None:
    failed = make_comparison(Person(user_id=teacher.pk), state=State.FAILED, trouble=Trouble.COMPARING)
    address = reverse("exercise_make", args=[failed.key])
    assert f'name="leads_to" value="{address}"' in client.get(address).content.decode()
    retry = reverse("comparison_retry", args=[failed.key])
    assert client.post(retry, {"leads_to": address})["Location"] == address
    for strange in ("https://other.example/", "//other.example/", "javascript:alert(1)", "\\\\other.example"):
        assert client.post(retry, {"leads_to": strange})["Location"] == reverse(
            "comparison_progress", args=[failed.key]
        )


# editing


def test_edit_makes_a_version_only_where_something_changed(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher)
    assert _edit(client, exercise).status_code == HTTPStatus.FOUND
    assert exercise.versions.count() == 1
    _edit(client, exercise, title="Two ferries, again", ages="12 to 14")
    exercise.refresh_from_db()
    assert (exercise.title, exercise.latest.number, exercise.latest.read().ages) == (
        "Two ferries, again",
        2,
        "12 to 14",
    )
    assert exercise.versions.get(number=1).read() == CONTENT


def test_edit_of_a_page_with_windows_line_ends_changes_nothing(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher)
    _edit(client, exercise, t1_instructions="One.\r\nTwo.")
    _edit(client, exercise, version=2, t1_instructions="One.\r\nTwo.")
    assert exercise.versions.count() == 2


def test_edit_corrects_a_key_and_keeps_what_the_machine_said(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher)
    _edit(client, exercise, t1_i1_key=["r2", "strange"], t1_i1_why="They board.")
    item = exercise.latest.read().tasks[0].items[0]
    assert (item.key, item.machine, item.why) == (("r2",), CONTENT.tasks[0].items[0].machine, "They board.")


def test_edit_leaves_items_out_and_puts_them_back(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher)
    _edit(client, exercise, t1_on=["i2"])
    task = exercise.latest.read().tasks[0]
    assert ([one.id for one in task.items], [one.id for one in task.spare]) == (["i2"], ["i1"])
    _edit(client, exercise, version=2)
    assert exercise.latest.read() == CONTENT


@pytest.mark.parametrize(
    ("act", "order"),
    [
        ("down-t1", (["t2", "t1", "t3"], [])),
        ("up-t3", (["t1", "t3", "t2"], [])),
        ("up-t1", (["t1", "t2", "t3"], [])),
        ("out-t2", (["t1", "t3"], ["t2"])),
        ("up-t9", (["t1", "t2", "t3"], [])),
        ("fly-t1", (["t1", "t2", "t3"], [])),
    ],
)
@pytest.mark.parametrize("headers", [None, HTMX])
def test_edit_buttons_change_the_order_and_save_what_was_typed(
    client: Client, teacher: User, act: str, order: tuple[list[str], list[str]], headers: dict[str, str] | None
) -> None:
    exercise = make_exercise(teacher)
    response = _edit(client, exercise, headers, act=act, ages="9 to 11")
    content = exercise.latest.read()
    assert ([one.id for one in content.tasks], [one.id for one in content.spare]) == order
    assert content.ages == "9 to 11"
    if headers and not act.startswith("fly"):
        assert response.content.decode().strip().startswith('<form id="editor"')
        assert 'name="version" value="2"' in response.content.decode()


@pytest.mark.parametrize(
    ("act", "place"),
    [("ask-t1", "tasks/t1/new/"), ("ask-loaded", "tasks/loaded/new/"), ("item-t1.i2", "tasks/t1/questions/i2/")],
)
@pytest.mark.parametrize("headers", [None, HTMX])
def test_edit_leads_to_a_question_and_saves_what_was_typed(
    client: Client, teacher: User, act: str, place: str, headers: dict[str, str] | None
) -> None:
    exercise = make_exercise(teacher)
    response = _edit(client, exercise, headers, act=act, ages="9 to 11")
    assert response["HX-Redirect" if headers else "Location"] == f"{exercise.get_absolute_url()}{place}"
    assert exercise.latest.read().ages == "9 to 11"


@pytest.mark.parametrize("act", ["ask-../x", "item-", "item-t1.i2.i3", "ask-<b>"])
def test_edit_with_a_strange_button_only_saves(client: Client, teacher: User, act: str) -> None:
    exercise = make_exercise(teacher)
    assert _edit(client, exercise, act=act)["Location"] == exercise.get_absolute_url()


def test_edit_says_which_tasks_are_thin_and_what_can_be_begun(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher)
    page = client.get(reverse("exercise_edit", args=[exercise.key])).content.decode()
    assert page.count("Few questions:") == 3
    assert 'value="ask-loaded"' in page
    assert 'value="ask-match"' not in page


def test_edit_puts_a_task_back_and_keeps_the_last_one(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher)
    for version, act in enumerate(("out-t1", "out-t2", "out-t3"), start=1):
        _edit(client, exercise, version=version, act=act)
    assert [one.id for one in exercise.latest.read().tasks] == ["t3"]
    _edit(client, exercise, version=3, act="back-t1")
    assert [one.id for one in exercise.latest.read().tasks] == ["t3", "t1"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"title": " "}, "Give the exercise a title."),
        ({"t1_minutes": "soon"}, "Give 1 to 90 minutes."),
        ({"t1_points": "0"}, "Give 1 to 100 points."),
        ({"t1_difficulty": "9"}, "Select a valid choice"),
        ({"t2_instructions": ""}, "Say what students are to do."),
        ({"t1_i1_key": []}, "Tick at least one right answer."),
        ({"t1_i1_key": ["strange"]}, "Tick at least one right answer."),
        ({"t1_on": []}, "Keep at least one question"),
        ({"t3_i1_shown": " "}, "Write the question, or leave it out."),
    ],
)
@pytest.mark.parametrize("headers", [None, HTMX])
def test_edit_answers_422_and_keeps_what_was_typed(
    client: Client, teacher: User, changes: dict[str, Any], problem: str, headers: dict[str, str] | None
) -> None:
    exercise = make_exercise(teacher)
    response = _edit(client, exercise, headers, intro="Typed by hand", act="down-t1", **changes)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = response.content.decode()
    assert problem in page
    assert "Typed by hand" in page
    assert all(str(value) in page for value in changes.values() if isinstance(value, str))
    assert exercise.versions.count() == 1


def test_edit_of_an_exercise_saved_elsewhere_meanwhile_overwrites_nothing(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher)
    _edit(client, exercise, title="From the other window")
    response = _edit(client, exercise, title="From this window")
    page = response.content.decode()
    assert response.status_code == HTTPStatus.CONFLICT
    assert "saved in another window" in page
    assert 'value="From this window"' in page
    assert 'name="version" value="2"' in page
    assert exercise.latest.number == 2


def test_edit_shows_markup_as_text(client: Client, teacher: User) -> None:
    exercise = make_exercise(teacher)
    _edit(client, exercise, intro="<script>alert(1)</script>", t1_i1_why="<b>bold</b>")
    for name in ("exercise_edit", "exercise_detail", "paper_worksheet", "paper_key"):
        page = client.get(reverse(name, args=[exercise.key])).content.decode()
        assert "<script>alert" not in page
        assert "<b>bold" not in page


@pytest.mark.parametrize(
    "name", ["exercise_edit", "exercise_detail", "exercise_export", "paper_worksheet", "paper_key"]
)
def test_pages_of_somebody_elses_exercise_are_not_found(client: Client, teacher: User, name: str) -> None:
    exercise = make_exercise(make_teacher("other"))
    assert client.get(reverse(name, args=[exercise.key])).status_code == HTTPStatus.NOT_FOUND
    assert ExerciseVersion.objects.count() == 1


def test_exercise_of_the_gallery_can_be_looked_at_and_not_edited(client: Client, teacher: User) -> None:
    exercise = make_exercise(None)
    assert client.get(exercise.get_absolute_url()).status_code == HTTPStatus.OK
    assert _edit(client, exercise).status_code == HTTPStatus.NOT_FOUND


def test_detail_hides_outlets_of_a_blind_exercise(client: Client, teacher: User) -> None:
    page = client.get(make_exercise(teacher).get_absolute_url()).content.decode()
    assert "Ferry disaster" in page
    assert "Merrow Echo" not in page
