"""A person corrects a comparison in a real browser: by mouse, by keyboard, and without scripts."""

from __future__ import annotations

from typing import Literal

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.accounts.models import User
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.models import Comparison
from comparer.web.people import Person
from tests.browser.axe import complaints
from tests.comparisons.making import make_comparison, make_user


@pytest.fixture
def user(live_server: LiveServer) -> User:
    return make_user(username="ana")


@pytest.fixture
def comparison(user: User) -> Comparison:
    return make_comparison(Person(user_id=user.pk), done=True)


def sign_in(page: Page, live_server: LiveServer, user: User) -> None:
    client = Client()
    client.force_login(user)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )


@pytest.fixture
def address(live_server: LiveServer, page: Page, user: User, comparison: Comparison) -> str:
    """Where the signed-in owner looks at the comparison."""
    sign_in(page, live_server, user)
    return live_server.url + comparison.get_absolute_url()


def test_reject_undo_and_note(address: str, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.locator('.entry[data-id="d1"]').click()
    page.get_by_role("button", name="Wrong").click()
    undo = page.get_by_role("button", name="Undo: Marked wrong")
    expect(undo).to_be_focused()
    expect(page.locator("#said")).to_have_text("Saved.")
    expect(page.locator('.entry[data-id="d1"]')).to_have_count(0)
    expect(page.locator('#texts a.m[href$="card=d1"]')).to_have_count(0)
    undo.press("Enter")
    expect(page.locator('.entry[data-id="d1"]')).to_have_count(1)
    expect(page.locator('#texts a.m[href$="card=d1"]').first).to_be_visible()
    page.get_by_text("Note …").click()
    page.get_by_label("Your note").fill("Ask the ministry.")
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_text("Note: Ask the ministry.", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_text("Note: Ask the ministry.", exact=True)).to_be_visible()
    assert said == []


def test_what_was_taken_out_is_shown_on_demand(address: str, page: Page) -> None:
    page.goto(f"{address}?card=d1")
    page.get_by_role("button", name="Wrong").click()
    expect(page.get_by_role("button", name="Undo: Marked wrong")).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_text("Taken out by a person").click()
    page.get_by_role("link", name="about 4 million crowns").click()
    expect(page.get_by_text("Marked wrong")).to_be_visible()


def test_the_verdict_is_changed_by_keyboard_alone(address: str, page: Page) -> None:
    page.goto(f"{address}?card=d1")
    expect(page.locator("#card-title")).to_be_focused()
    for name in ("Right", "Wrong"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name, exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("How they differ")).to_be_focused()
    page.keyboard.press("l")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Verdict changed to “later news”")).to_be_visible()
    assert Correction.objects.get().value == "update"


def test_two_windows_tell_each_other(address: str, page: Page) -> None:
    page.goto(f"{address}?card=d1")
    other = page.context.new_page()
    other.goto(f"{address}?card=d1")
    other.get_by_role("button", name="Right", exact=True).click()
    expect(other.get_by_text("Marked right")).to_be_visible()
    page.get_by_role("button", name="Wrong").click()
    expect(page.get_by_role("alert")).to_contain_text("Marked wrong")
    expect(page.get_by_text("Marked right", exact=True)).to_be_visible()
    page.get_by_role("button", name="Save mine, too").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_role("button", name="Undo: Marked wrong")).to_be_visible()


def test_unpairing_brings_new_texts(address: str, page: Page) -> None:
    page.goto(f"{address}?show=match&card=p14")
    page.get_by_role("button", name="Not a pair").click()
    expect(page.get_by_role("button", name="Undo: Unpaired")).to_be_visible()
    expect(page.locator('.entry[data-id="p14"]')).to_have_count(0)


def test_it_works_without_scripts(
    live_server: LiveServer, browser: Browser, user: User, comparison: Comparison
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        sign_in(page, live_server, user)
        page.goto(f"{live_server.url}{comparison.get_absolute_url()}?card=d1")
        page.get_by_role("button", name="Wrong").click()
        expect(page.get_by_text("Marked wrong")).to_be_visible()
        page.get_by_role("button", name="Undo: Marked wrong").click()
        expect(page.get_by_text("Marked wrong")).to_have_count(0)


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_a_corrected_card_is_accessible(address: str, page: Page, paper: Literal["light", "dark"], width: int) -> None:
    page.emulate_media(color_scheme=paper)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}?card=d1")
    page.get_by_role("button", name="Wrong").click()
    expect(page.get_by_role("button", name="Undo: Marked wrong")).to_be_visible()
    page.get_by_text("Change …").click()
    page.get_by_text("Note …").click()
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_two_sentences_are_paired_by_keyboard_from_a_card(address: str, page: Page) -> None:
    page.goto(f"{address}?show=only&card=left-c11")
    pair_with = page.get_by_role("link", name="Pair it with another sentence")
    pair_with.focus()
    pair_with.press("Enter")
    page.wait_for_url("**/passages/**")
    expect(page.locator('input[name="left"]:checked')).to_have_count(1)
    page.locator('input[name="right"]:enabled').first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Pair these two").press("Enter")
    expect(page.get_by_role("button", name="Undo: Paired")).to_be_visible()


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("part", ["", "passages/", "sides/", "claims/?at=left-10", "notes/"])
def test_pages_of_corrections_are_accessible(
    address: str, page: Page, paper: Literal["light", "dark"], part: str
) -> None:
    page.emulate_media(color_scheme=paper)
    for mark in ("d1", "d2"):
        page.goto(f"{address}?card={mark}")
        page.get_by_role("button", name="Wrong").click()
        expect(page.get_by_role("button", name="Undo: Marked wrong")).to_be_visible()
    page.get_by_role("button", name="Undo: Marked wrong").click()
    expect(page.get_by_role("button", name="Undo: Marked wrong")).to_have_count(0)
    for width in (1400, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{address}corrections/{part}")
        assert complaints(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_claim_is_split_and_joined_by_keyboard_alone(address: str, page: Page) -> None:
    page.goto(f"{address}?show=match&card=p18")
    split = page.get_by_role("link", name="Split or join claims in").first
    split.focus()
    split.press("Enter")
    page.wait_for_url("**/claims/**")
    words = page.get_by_role("group", name="Claim 3")
    expect(words.get_by_role("radio", name="and", exact=True)).to_be_checked()
    words.get_by_role("radio", name="and", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(words.get_by_role("radio", name="a", exact=True).last).to_be_checked()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Split claim 3 before the chosen word")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Claim 4")).to_contain_text("and a free crossing.")
    page.get_by_role("button", name="Join claims 3 and 4").press("Enter")
    expect(page.get_by_role("group", name="Claim 4")).to_have_count(0)
    page.get_by_role("button", name="Undo: Joined into one claim").press("Enter")
    expect(page.get_by_role("group", name="Claim 4")).to_be_visible()
    assert [one.action for one in Correction.objects.all()] == ["split", "join"]


def test_a_sentence_is_noted_edited_removed_and_brought_back(address: str, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.get_by_role("link", name="Write a note on a sentence").click()
    page.get_by_role("radio", name="Officials have not ruled out human error.").check()
    page.get_by_label("The note", exact=True).fill("Who are they? <b>Ask</b>")
    page.get_by_role("button", name="Save the note").click()
    sign = page.locator("#left").get_by_role("link", name="Note 1")
    sign.click()
    note = page.locator("#notes li")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("Who are they? <b>Ask</b>")
    note.get_by_text("Edit").click()
    note.get_by_label("The note").fill("The police, it seems.")
    note.get_by_role("button", name="Save").click()
    expect(note).to_contain_text("The police, it seems.")
    note.get_by_role("button", name="Remove").click()
    expect(sign).to_have_count(0)
    page.get_by_role("link", name="Bring it back").click()
    page.get_by_role("button", name="Do it again: Note: The police").click()
    page.get_by_role("link", name="Back to the comparison").click()
    expect(note).to_contain_text("The police, it seems.")
    assert said == []


def test_a_sign_leads_to_its_note_while_a_card_is_open(address: str, page: Page) -> None:
    page.goto(f"{address}corrections/notes/")
    page.get_by_role("radio", name="Officials have not ruled out human error.").check()
    page.get_by_label("The note", exact=True).fill("Who are they?")
    page.get_by_role("button", name="Save the note").click()
    page.goto(f"{address}?card=d1")
    page.locator("#left").get_by_role("link", name="Note 1").click()
    expect(page.locator("#notes li")).to_be_in_viewport()


def test_copied_text_comes_without_signs(address: str, page: Page) -> None:
    page.goto(f"{address}corrections/notes/")
    page.get_by_role("radio", name="Officials have not ruled out human error.").check()
    page.get_by_label("The note", exact=True).fill("Who are they?")
    page.get_by_role("button", name="Save the note").click()
    page.locator("#left .sign").wait_for()
    copied = page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('#left .reading')), String(getSelection())"
    )
    assert "human error." in copied
    assert "Note 1" not in copied


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_notes_beside_the_texts_are_accessible(
    address: str, page: Page, paper: Literal["light", "dark"], width: int
) -> None:
    page.emulate_media(color_scheme=paper)
    page.set_viewport_size({"width": width, "height": 900})
    for about in ("comparison", "left", "left-10"):
        page.goto(f"{address}corrections/notes/?about={about}")
        page.get_by_label("The note", exact=True).fill(f"On {about}.")
        page.get_by_role("button", name="Save the note").click()
        expect(page.locator("#notes")).to_contain_text(f"On {about}.")
    page.locator("#notes summary").first.click()
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_claims_are_split_without_scripts(
    live_server: LiveServer, browser: Browser, user: User, comparison: Comparison
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        sign_in(page, live_server, user)
        page.goto(f"{live_server.url}{comparison.get_absolute_url()}corrections/claims/")
        page.get_by_label("Paragraph").select_option("left-10")
        page.get_by_role("button", name="Show its claims").click()
        page.get_by_role("group", name="Claim 3").get_by_text("offered").click()
        page.get_by_role("button", name="Split claim 3 before the chosen word").click()
        expect(page.get_by_role("group", name="Claim 4")).to_contain_text("offered each passenger")


def test_paper_has_the_notes_and_nothing_to_press(address: str, page: Page, comparison: Comparison) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Notes")).to_be_hidden()
    page.emulate_media(media="screen")
    page.goto(f"{address}corrections/notes/")
    page.get_by_label("The note").fill("Ask the harbour master.")
    page.get_by_role("button", name="Save the note").click()
    page.emulate_media(media="print")
    expect(page.locator(".note-words")).to_have_text("Ask the harbour master.")
    expect(page.locator(".note-words")).to_be_visible()
    expect(page.locator("button:visible, summary:visible")).to_have_count(0)
    expect(page.get_by_role("link", name="Write a note")).to_be_hidden()
    assert Comparison.objects.filter(pk=comparison.pk).update(engine="0.0.1")
    page.goto(address)
    expect(page.get_by_text("Compare again with")).to_be_hidden()
