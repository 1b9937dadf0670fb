"""From two texts to a result, in a real browser with a real worker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.comparisons.models import Comparison
from comparer.comparisons.states import State, Trouble
from tests.browser.working import working
from tests.comparisons.making import LEFT, RIGHT, done_columns

RESULT = re.compile(r"/comparisons/[2-9a-z]{12}/$")
PROGRESS = re.compile(r"/progress/$")
SOON = 60_000


@pytest.fixture
def site(live_server: LiveServer) -> Iterator[str]:
    with working():
        yield live_server.url


def paste(page: Page) -> None:
    page.get_by_label("Paste the text").first.fill(LEFT.raw)
    page.get_by_label("Paste the text").last.fill(RIGHT.raw)


def compare_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Compare", exact=True)


def test_pasted_texts_become_a_result(site: str, page: Page) -> None:
    page.goto(site)
    paste(page)
    compare_button(page).click()
    page.wait_for_url(RESULT, timeout=SOON)
    expect(page.locator("#left")).to_contain_text("cut power to 4,000 homes")
    expect(page.locator("#right")).to_contain_text("More than 5,500 homes")
    page.go_back()
    page.wait_for_url(site + "/")


def test_texts_become_a_result_without_scripts(site: str, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site)
    paste(page)
    compare_button(page).click()
    expect(page.get_by_role("heading", name=re.compile("Comparing|and"))).to_be_visible()
    page.wait_for_url(RESULT, timeout=SOON)
    expect(page.locator("#left")).to_contain_text("cut power to 4,000 homes")
    page.context.close()


def test_files_chosen_and_dropped_become_a_result(site: str, page: Page, tmp_path: Path) -> None:
    chosen = tmp_path / "echo.txt"
    chosen.write_text(LEFT.raw)
    page.goto(site)
    page.get_by_label("or choose a file").first.set_input_files(chosen)
    note = page.get_by_text("This file is compared in place of the text above.")
    expect(note.first).to_be_visible()
    held = page.evaluate_handle(
        "text => { const held = new DataTransfer(); held.items.add(new File([text], 'dispatch.md')); return held; }",
        RIGHT.raw,
    )
    side = page.locator("[data-drop]").last
    side.dispatch_event("dragover", {"dataTransfer": held})
    expect(side).to_have_attribute("data-held", "")
    side.dispatch_event("drop", {"dataTransfer": held})
    expect(side).not_to_have_attribute("data-held", "")
    expect(note.last).to_be_visible()
    compare_button(page).click()
    page.wait_for_url(RESULT, timeout=SOON)
    expect(page.locator("#right")).to_contain_text("More than 5,500 homes")


def test_a_chosen_file_can_be_taken_out_again(site: str, page: Page, tmp_path: Path) -> None:
    chosen = tmp_path / "echo.txt"
    chosen.write_text(LEFT.raw)
    page.goto(site)
    field = page.get_by_label("or choose a file").first
    field.set_input_files(chosen)
    page.get_by_role("button", name="Take it out").click()
    expect(field).to_have_js_property("value", "")
    expect(page.get_by_text("in place of the text above")).to_have_count(2)
    expect(page.get_by_text("in place of the text above").first).to_be_hidden()


def test_the_example_becomes_a_result(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_role("link", name="Fill in the example").click()
    expect(page.get_by_text("The Karrow Courier, 16 October 2025")).to_be_visible()
    compare_button(page).click()
    page.wait_for_url(RESULT, timeout=SOON)
    expect(page).to_have_title(re.compile("The Karrow Courier and Open Rivers Institute"))


def test_what_was_entered_stays_when_something_is_wrong(live_server: LiveServer, page: Page, tmp_path: Path) -> None:
    chosen = tmp_path / "dispatch.txt"
    chosen.write_text(RIGHT.raw)
    page.goto(live_server.url)
    page.get_by_label("Paste the text").first.fill("Too few words")
    page.get_by_label("or choose a file").last.set_input_files(chosen)
    compare_button(page).click()
    expect(page.get_by_role("alert")).to_contain_text("What you entered is kept.")
    first = page.get_by_label("Paste the text").first
    expect(first).to_have_value("Too few words")
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Give at least 5 words.")).to_be_visible()
    expect(page.get_by_label("Paste the text").last).to_have_value(RIGHT.raw)


def test_a_lost_connection_is_said_and_keeps_what_was_typed(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url)
    paste(page)
    page.context.set_offline(True)
    compare_button(page).click()
    expect(page.locator("#messages")).to_contain_text("The server cannot be reached.")
    expect(page.get_by_label("Paste the text").first).to_have_value(LEFT.raw)
    page.context.set_offline(False)
    compare_button(page).click()
    page.wait_for_url(PROGRESS)


def test_a_failure_says_what_to_do_and_can_be_tried_again(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url)
    paste(page)
    compare_button(page).click()
    page.wait_for_url(PROGRESS)
    expect(page.get_by_text("Waiting for its turn.")).to_be_visible()
    Comparison.objects.update(state=State.FAILED, trouble=Trouble.COMPARING)
    expect(page.get_by_role("heading", name="Not compared")).to_be_visible()
    page.get_by_role("link", name="Change the texts").click()
    expect(page.get_by_label("Paste the text").first).to_have_value(LEFT.raw)
    page.go_back()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="Comparing")).to_be_visible()
    assert Comparison.objects.get().state == State.QUEUED


def test_steps_appear_as_they_happen(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url)
    paste(page)
    compare_button(page).click()
    page.wait_for_url(PROGRESS)
    current = page.locator("[aria-current=step]")
    for step, label in (("reading_left", "Reading the first piece"), ("comparing", "Comparing them claim by claim")):
        Comparison.objects.update(state=State.RUNNING, step=step)
        expect(current).to_have_text(label)
        expect(page.locator("#progress-said")).to_have_text(label)
    Comparison.objects.update(step="", **done_columns())
    page.wait_for_url(RESULT)
