"""A teacher makes an exercise in a real browser: with and without script, by keyboard, on light and dark paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.accounts.models import User
from comparer.classroom.gallery.loading import load_gallery
from comparer.classroom.models import Exercise
from comparer.comparisons.models import Comparison
from comparer.web.people import Person
from tests.browser.axe import complaints
from tests.classroom.making import make_exercise, make_teacher
from tests.comparisons.making import make_comparison

Paper = Literal["light", "dark"]
NARROW = {"width": 360, "height": 740}


@pytest.fixture
def teacher(live_server: LiveServer) -> User:
    return make_teacher()


@pytest.fixture
def comparison(teacher: User) -> Comparison:
    return make_comparison(Person(user_id=teacher.pk), done=True, name="Ferry aground")


def sign_in(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/account/login/?next=/class/")
    page.get_by_label("Username").fill("teacher")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/class/")


def is_too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def make(page: Page, comparison: Comparison) -> Exercise:
    page.goto(f"{page.url.split('/class/')[0]}{comparison.get_absolute_url()}")
    page.get_by_role("link", name="Make an exercise").first.click()
    page.get_by_label("Title").fill("Two ferries")
    page.get_by_label("Sort the wording").check()
    page.get_by_role("button", name="Make the exercise").click()
    expect(page.get_by_role("heading", name="Edit the exercise")).to_be_visible()
    return Exercise.objects.get()


def tasks_shown(page: Page) -> list[str]:
    return [one.split(". ")[-1].strip() for one in page.locator(".task-head h3").all_inner_texts()]


def test_exercise_is_made_moved_by_keyboard_corrected_and_looked_at(
    quiet: Page, live_server: LiveServer, comparison: Comparison
) -> None:
    page = quiet
    sign_in(page, live_server)
    exercise = make(page, comparison)
    assert tasks_shown(page) == ["Match the claims", "Find what disagrees", "Sort the wording", "Think and write"]
    down = page.get_by_role("button", name="Move Match the claims down")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".task-head h3").nth(1)).to_contain_text("Match the claims")
    expect(down).to_be_focused()
    page.get_by_role("button", name="Leave out Think and write").click()
    back = page.get_by_role("button", name="Put Think and write in")
    expect(back).to_be_focused()
    back.click()
    expect(page.get_by_role("button", name="Leave out Think and write")).to_be_focused()
    task = page.locator(".edit-task").filter(has_text="Match the claims").first
    task.get_by_text("Questions and answer key").click()
    first = task.locator(".key").first
    first.get_by_role("checkbox").first.check()
    first.get_by_role("checkbox").last.check()
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    found = next(one for one in exercise.latest.read().tasks if one.kind == "match")
    assert {found.items[0].choices[0].id, found.items[0].choices[-1].id} <= set(found.items[0].key)
    expect(page.get_by_role("heading", name="As students see it")).to_be_visible()


def test_what_is_wrong_is_told_where_the_reader_is(page: Page, live_server: LiveServer, teacher: User) -> None:
    exercise = make_exercise(teacher)
    sign_in(page, live_server)
    page.goto(f"{live_server.url}{exercise.get_absolute_url()}edit/")
    page.get_by_label("Title").fill("")
    page.get_by_role("button", name="Save", exact=True).last.click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Nothing is saved yet")
    expect(alert).to_be_in_viewport()
    expect(alert).to_be_focused()
    assert exercise.versions.count() == 1


def test_making_works_without_script(browser: Browser, live_server: LiveServer, comparison: Comparison) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, live_server)
    exercise = make(page, comparison)
    page.get_by_role("button", name="Move Match the claims down").click()
    assert "#task-" in page.url
    assert tasks_shown(page)[1] == "Match the claims"
    page.get_by_label("Title").first.fill("")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_text("Give the exercise a title.")).to_be_visible()
    page.get_by_label("Title").first.fill("Ferries twice")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_role("heading", name="Ferries twice")).to_be_visible()
    assert exercise.latest.read().title == "Ferries twice"


def test_delete_and_undo_in_place(quiet: Page, live_server: LiveServer, teacher: User) -> None:
    make_exercise(teacher)
    sign_in(quiet, live_server)
    quiet.get_by_role("button", name="Delete Two ferries").click()
    undo = quiet.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    expect(quiet.get_by_role("link", name="Two ferries", exact=True)).to_be_focused()


def test_ready_exercise_is_copied_saved_as_a_file_and_read_back(
    quiet: Page, live_server: LiveServer, teacher: User
) -> None:
    load_gallery()
    sign_in(quiet, live_server)
    quiet.get_by_label("Exercises").get_by_role("link", name="Ready exercises").click()
    quiet.get_by_role("button", name="Copy The slide in Linden Park").click()
    expect(quiet.get_by_text("This is your copy.")).to_be_visible()
    quiet.get_by_role("link", name="Look at it without saving").click()
    with quiet.expect_download() as download:
        quiet.get_by_role("link", name="Save as a file").click()
    quiet.goto(f"{live_server.url}/class/import/")
    quiet.get_by_label("File").set_input_files(download.value.path())
    quiet.get_by_role("button", name="Read the file").click()
    expect(quiet.get_by_text("The exercise is yours now.")).to_be_visible()
    assert Exercise.objects.filter(owner=teacher, title="The slide in Linden Park").count() == 2


@pytest.mark.parametrize("name", ["worksheet", "answers"])
def test_paper_fits_its_width(quiet: Page, live_server: LiveServer, teacher: User, name: str) -> None:
    load_gallery()
    sign_in(quiet, live_server)
    quiet.goto(f"{live_server.url}/class/exercises/clinic/{name}/")
    quiet.emulate_media(media="print")
    quiet.set_viewport_size({"width": 673, "height": 1000})  # 178 mm: A4 without its margins
    expect(quiet.get_by_role("banner")).to_be_hidden()
    assert not is_too_wide(quiet)


PAGES: dict[str, Callable[[Exercise, Comparison], str]] = {
    "list": lambda _one, _other: "/class/",
    "gallery": lambda _one, _other: "/class/gallery/",
    "import": lambda _one, _other: "/class/import/",
    "make": lambda _one, other: f"/class/new/{other.key}/",
    "detail": lambda one, _other: one.get_absolute_url(),
    "edit": lambda one, _other: f"{one.get_absolute_url()}edit/",
    "worksheet": lambda one, _other: f"{one.get_absolute_url()}worksheet/",
    "key": lambda one, _other: f"{one.get_absolute_url()}answers/",
}


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_pages_are_accessible_and_fit_a_phone(
    page: Page, live_server: LiveServer, teacher: User, comparison: Comparison, paper: Paper
) -> None:
    load_gallery()
    exercise = make_exercise(teacher, Exercise.objects.get(key="clinic").latest.read())
    page.emulate_media(color_scheme=paper)
    sign_in(page, live_server)
    for name, address in PAGES.items():
        page.goto(live_server.url + address(exercise, comparison))
        for block in page.locator("main details").all():
            block.evaluate("one => { one.open = true }")
        assert (name, complaints(page)) == (name, [])
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        assert (name, is_too_wide(page)) == (name, False)
        page.set_viewport_size({"width": 1400, "height": 900})
