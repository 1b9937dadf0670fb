"""Exercises of two pieces of the library, and questions by the teacher's own hand, in a real browser."""

from __future__ import annotations

from typing import Literal

import pytest
from django.contrib.auth.models import Permission
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.accounts.models import User
from comparer.classroom.content import TaskKind
from comparer.classroom.making.arranging import put_question
from comparer.classroom.making.tasks import begin_task
from comparer.classroom.models import Exercise
from tests.browser.axe import complaints
from tests.browser.test_exercise_making import NARROW, is_too_wide, sign_in
from tests.browser.working import working
from tests.classroom.making import make_exercise, make_teacher
from tests.classroom.test_asking import BARE, fill
from tests.library.catalogue.making import make_item

Paper = Literal["light", "dark"]
TEXTS = (
    "The barge Nela sank off Tarn on Friday with 14 crates aboard, the harbour office said. Nobody was hurt.",
    "With 20 crates aboard the barge Nela sank off Tarn on Friday. Its owner, Olga Pint, had skimped on chains, police said.",
)


@pytest.fixture
def teacher(live_server: LiveServer) -> User:
    user = make_teacher()
    user.user_permissions.set(Permission.objects.filter(codename__in=["compare_item", "view_item"]))
    return user


def pick_two(page: Page, live_server: LiveServer) -> None:
    for at, text in enumerate(TEXTS):
        make_item(raw=text, title=f"Barge {at}")
    page.goto(f"{live_server.url}/library/")
    for title in ("Barge 0", "Barge 1"):
        page.get_by_role("link", name=f"Choose to compare: {title}").click()
    page.get_by_role("button", name="Make an exercise").click()


def test_one_press_leads_from_two_pieces_to_an_exercise(quiet: Page, live_server: LiveServer, teacher: User) -> None:
    sign_in(quiet, live_server)
    pick_two(quiet, live_server)
    expect(quiet.get_by_role("heading", name="Comparing")).to_be_visible()
    assert quiet.url.startswith(f"{live_server.url}/class/new/")
    with working():
        expect(quiet.get_by_role("heading", name="Make an exercise")).to_be_visible(timeout=60_000)
    quiet.get_by_role("button", name="Make the exercise").click()
    expect(quiet.get_by_role("heading", name="Edit the exercise")).to_be_visible()
    assert Exercise.objects.get().comparison is not None


def test_one_press_leads_there_without_script_too(browser: Browser, live_server: LiveServer, teacher: User) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, live_server)
    pick_two(page, live_server)
    expect(page.get_by_role("heading", name="Comparing")).to_be_visible()
    with working():
        expect(page.get_by_role("heading", name="Make an exercise")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("script", [True, False])
def test_loaded_words_are_marked_in_the_text_by_keyboard(
    browser: Browser, live_server: LiveServer, teacher: User, *, script: bool
) -> None:
    exercise = make_exercise(teacher, BARE)
    page = browser.new_context(java_script_enabled=script).new_page()
    sign_in(page, live_server)
    page.goto(f"{live_server.url}{exercise.get_absolute_url()}edit/")
    page.get_by_label("Title").first.fill("Barges")
    page.get_by_role("button", name="Begin Mark the loaded words").click()
    page.get_by_role("button", name="Go on with these").click()
    expect(page.get_by_role("alert")).to_contain_text("This choice doesn’t fit.")
    page.get_by_role("checkbox", name="Greedy owners").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Go on with these").click()
    page.get_by_role("checkbox", name="Greedy").focus()
    page.keyboard.press("Space")
    page.get_by_label("Why, shown with the answers").fill("It judges.")
    page.get_by_role("button", name="Add the question").click()
    expect(page.get_by_text("The question is added.")).to_be_visible()
    expect(page.get_by_role("group", name="Loaded words")).to_be_visible()
    content = exercise.latest.read()
    assert (content.title, content.tasks[-1].items[0].key) == ("Barges", ("l3w1",))


def test_choice_is_reworded_and_another_added(quiet: Page, live_server: LiveServer, teacher: User) -> None:
    exercise = make_exercise(teacher)
    sign_in(quiet, live_server)
    quiet.goto(f"{live_server.url}{exercise.get_absolute_url()}edit/")
    task = quiet.locator("#task-t1")
    task.get_by_text("Questions and answer key").click()
    task.get_by_role("button", name="Change words and choices of:").first.click()
    expect(quiet.get_by_text("1 other question of this task has the same choices")).to_be_visible()
    quiet.get_by_role("textbox", name="Choice 1", exact=True).fill("A ferry hit a reef.")
    quiet.get_by_role("textbox", name="New choice 1").fill("Nothing tells this")
    quiet.get_by_role("checkbox", name="Right: new choice 1").check()
    quiet.get_by_role("button", name="Save the question").click()
    expect(quiet.get_by_text("The question is changed.")).to_be_visible()
    expect(quiet.locator("#task-t1 .key").first).to_contain_text("A ferry hit a reef.")
    first, second = exercise.latest.read().tasks[0].items
    assert (first.key, second.key) == (("r1", "o1"), ("r2",))
    assert first.choices == second.choices


WRITE: dict[TaskKind, str] = {
    "match": "line=l1&line=r1",
    "loaded": "line=l3",
    "sure": "line=l2&line=r3",
    "label": "line=l1&line=r2",
}


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_pages_are_accessible_and_fit_a_phone(page: Page, live_server: LiveServer, teacher: User, paper: Paper) -> None:
    exercise = make_exercise(teacher, put_question(BARE, begin_task(BARE, "match"), fill("match")))
    page.emulate_media(color_scheme=paper)
    sign_in(page, live_server)
    tasks = f"{live_server.url}{exercise.get_absolute_url()}tasks"
    addresses = [f"{tasks}/t2/new/", f"{tasks}/label/new/", f"{tasks}/missing/new/?go=1", f"{tasks}/t1/questions/i1/"]
    for address in addresses + [f"{tasks}/{kind}/new/write/?{lines}" for kind, lines in WRITE.items()]:
        page.goto(address)
        for block in page.locator("main details").all():
            block.evaluate("one => { one.open = true }")
        assert (address, complaints(page)) == (address, [])
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        assert (address, is_too_wide(page)) == (address, False)
        page.set_viewport_size({"width": 1400, "height": 900})
