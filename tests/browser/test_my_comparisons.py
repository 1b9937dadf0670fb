"""The list of comparisons and accounts in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.comparisons.models import Comparison
from comparer.web.people import Person
from tests.comparisons.making import LEFT, RIGHT, done_columns, make_comparison


@pytest.fixture
def visited(live_server: LiveServer, page: Page) -> Person:
    """Whoever sits at the page, having begun one comparison named "Harbour fire"."""
    page.goto(live_server.url)
    page.get_by_label("Paste the text").first.fill(LEFT.raw)
    page.get_by_label("Paste the text").last.fill(RIGHT.raw)
    page.get_by_role("button", name="Compare", exact=True).click()
    page.wait_for_url("**/progress/")
    # Off the progress page, which would go to the result by itself, at a moment of its own.
    page.goto(live_server.url + "/comparisons/")
    Comparison.objects.update(name="Harbour fire", **done_columns())
    return Person(visitor=Comparison.objects.get().visitor)


def open_list(page: Page) -> None:
    page.get_by_role("link", name="My comparisons").first.click()


def settle(page: Page) -> None:
    """Wait until htmx answers for what it swapped in; before, the whole page would load, as it does without scripts."""
    expect(page.locator(".htmx-added")).to_have_count(0)


def test_rename_in_place(visited: Person, page: Page) -> None:
    open_list(page)
    page.get_by_role("link", name="Rename Harbour fire").click()
    field = page.get_by_label("Name", exact=True)
    expect(field).to_be_focused()
    settle(page)
    field.fill("   ")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Give it a name")).to_be_visible()
    settle(page)
    field.fill("The great harbour fire")
    field.press("Enter")
    link = page.get_by_role("link", name="The great harbour fire", exact=True)
    expect(link).to_be_focused()
    assert Comparison.objects.get().name == "The great harbour fire"


def test_rename_can_be_left(visited: Person, page: Page) -> None:
    open_list(page)
    page.get_by_role("link", name="Rename Harbour fire").click()
    page.get_by_role("link", name="Cancel").click()
    expect(page.get_by_role("link", name="Harbour fire", exact=True)).to_be_visible()


def test_escape_leaves_renaming(visited: Person, page: Page) -> None:
    open_list(page)
    page.get_by_role("link", name="Rename Harbour fire").click()
    field = page.get_by_label("Name", exact=True)
    expect(field).to_be_focused()
    field.fill("Something else")
    field.press("Escape")
    expect(page.get_by_role("link", name="Harbour fire", exact=True)).to_be_visible()
    expect(field).to_have_count(0)
    assert Comparison.objects.get().name == "Harbour fire"


def test_delete_and_undo_in_place(visited: Person, page: Page) -> None:
    open_list(page)
    page.get_by_role("button", name="Delete Harbour fire").click()
    expect(page.get_by_text("“Harbour fire” is deleted.")).to_be_visible()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    settle(page)
    undo.press("Enter")
    expect(page.get_by_role("link", name="Harbour fire", exact=True)).to_be_focused()


def test_search_finds_while_typing_and_keeps_its_words_in_the_address(visited: Person, page: Page) -> None:
    make_comparison(visited, name="Spring flood")
    open_list(page)
    expect(page.get_by_role("heading", level=2)).to_have_count(2)
    page.get_by_role("searchbox").press_sequentially("flood")
    expect(page.get_by_role("heading", level=2)).to_have_text(["Spring flood"])
    expect(page.get_by_text("1 comparison found for “flood”")).to_be_visible()
    assert page.url.endswith("?q=flood")
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("flood")
    page.get_by_role("link", name="Show all").click()
    expect(page.get_by_role("heading", level=2)).to_have_count(2)


def test_signing_up_keeps_what_the_visitor_made_and_another_browser_sees_it_after_signing_in(
    visited: Person, page: Page, browser: Browser, live_server: LiveServer
) -> None:
    open_list(page)
    page.get_by_role("main").get_by_role("link", name="Sign up").click()
    page.get_by_label("Username").fill("mira")
    page.get_by_label("Password", exact=True).fill("sea-fog-lantern")
    page.get_by_label("Password again").fill("sea-fog-lantern")
    page.get_by_role("button", name="Make an account").click()
    expect(page.get_by_role("link", name="Harbour fire", exact=True)).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("Welcome, mira.")

    other = browser.new_context().new_page()
    other.goto(live_server.url + Comparison.objects.get().get_absolute_url())
    expect(other.get_by_role("heading", name="There is nothing here")).to_be_visible()
    other.get_by_role("link", name="Sign in").click()
    other.get_by_label("Username").fill("mira")
    other.get_by_label("Password").fill("sea-fog-lantern")
    other.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("link", name="Harbour fire", exact=True)).to_be_visible()
    other.get_by_role("button", name="Sign out").click()
    open_list(other)
    expect(other.get_by_text("What you compare is listed here")).to_be_visible()
    other.context.close()


def test_rename_delete_and_undo_without_scripts(visited: Person, page: Page, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(page.url.partition("/comparisons/")[0] + "/comparisons/")
    plain.get_by_role("link", name="Rename Harbour fire").click()
    plain.get_by_label("Name", exact=True).fill("Quay fire")
    plain.get_by_role("button", name="Save").click()
    plain.get_by_role("button", name="Delete Quay fire").click()
    expect(plain.get_by_text("“Quay fire” is deleted.")).to_be_visible()
    plain.get_by_role("button", name="Undo").click()
    expect(plain.get_by_role("link", name="Quay fire", exact=True)).to_be_visible()
    context.close()
