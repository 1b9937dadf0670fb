"""The library in a real browser: find, open, correct, compare, lay out an event."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from django.contrib.auth.models import Permission
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.accounts.models import User
from comparer.comparisons.models import Comparison
from comparer.library.catalogue.models import Collection, Item, OutletRating, Tag
from comparer.library.catalogue.tasks import read_item
from comparer.library.finding.event_work import work_out_event
from comparer.library.finding.models import Event, EventState
from comparer.library.lexicons.models import WholeTrial, WordChange
from comparer.library.lexicons.services import draft_change
from comparer.library.lexicons.whole import try_whole_library
from tests.browser.axe import complaints
from tests.library.catalogue.making import make_collection, make_item

TEXTS = {
    "Orsa Post": "The ferry Alda ran aground off Orsa on Monday with 40 people on board, the coastguard said. Nobody was hurt.",
    "Tide Weekly": "With 70 people on board the ferry Alda ran aground off Orsa on Monday, the coastguard said. It was foggy.",
    "Kell Herald": "The ferry Alda ran aground off Orsa on Monday. Its captain, Reno Valk, had slept on the bridge, police said.",
}


@pytest.fixture
def library(live_server: LiveServer, page: Page) -> str:
    """The library's address, for somebody signed in who may do everything in it; three pieces tell of one event."""
    user = User.objects.create_user("mara", password="sea-fog-lantern")
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="library"))
    collection = make_collection("Coast")
    for outlet, text in TEXTS.items():
        make_item(collection, raw=text, title=f"Ferry aground, says {outlet}", outlet=outlet)
    make_item(collection, raw="A bakery in Kell won a prize for its bread.", title="Bread prize", outlet="Kell Herald")
    for item in Item.objects.all():
        read_item.func(item.pk)
    Item.objects.get(title="Bread prize").tags.add(Tag.objects.create(name="food"))
    page.goto(f"{live_server.url}/account/login/")
    page.get_by_label("Username").fill("mara")
    page.get_by_label("Password").fill("sea-fog-lantern")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/comparisons/")
    return f"{live_server.url}/library/"


def titles(page: Page) -> list[str]:
    return page.locator(".items h2").all_inner_texts()


def test_search_finds_while_typing_and_filters_stay_in_the_address(library: str, page: Page) -> None:
    page.goto(library)
    page.get_by_role("searchbox").press_sequentially("brea")
    expect(page.locator(".items h2")).to_have_text(["Bread prize"])
    expect(page.locator(".items mark").first).to_have_text("Bread")
    assert page.url == f"{library}?q=brea"
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".items h2")).to_have_count(4)
    page.get_by_text("Filters and order").click()
    page.get_by_label("Topic").select_option("food")
    expect(page.locator(".items h2")).to_have_text(["Bread prize"])
    assert page.url == f"{library}?tag={Tag.objects.get().pk}"
    page.reload()
    expect(page.get_by_label("Topic")).to_be_visible()
    expect(page.locator(".items h2")).to_have_text(["Bread prize"])
    page.go_back()
    expect(page.locator(".items h2")).to_have_count(4)


def test_two_chosen_pieces_are_compared(library: str, page: Page) -> None:
    page.goto(f"{library}?q=ferry")
    page.get_by_role("link", name="Choose to compare: Ferry aground, says Orsa Post").click()
    page.get_by_role("searchbox").fill("tide")
    expect(page.locator(".items h2")).to_have_text(["Ferry aground, says Tide Weekly"])
    page.get_by_role("link", name="Choose to compare: Ferry aground, says Tide Weekly").click()
    page.get_by_role("button", name="Compare these two").click()
    expect(page.get_by_role("heading", name="Comparing")).to_be_visible()
    expect(page.get_by_text("Orsa Post").first).to_be_visible()


def test_other_coverage_is_one_press_from_a_comparison(library: str, page: Page) -> None:
    page.goto(library)
    page.get_by_role("link", name="Ferry aground, says Orsa Post", exact=True).click()
    coverage = page.get_by_role("region", name="Other coverage")
    expect(coverage.get_by_role("listitem")).to_have_count(2)
    coverage.get_by_role("button", name="Compare with Kell Herald").click()
    expect(page.get_by_role("heading", name="Comparing")).to_be_visible()


def test_side_is_chosen_by_keyboard_and_the_other_pasted(library: str, page: Page, tmp_path: Path) -> None:
    home = library.removesuffix("library/")
    page.goto(home)
    pasted = "The Alda was pulled off the rocks of Orsa on Tuesday with 41 people still on board, her owner said."
    (file := tmp_path / "owner.txt").write_text(pasted)
    page.get_by_label("or choose a file").last.set_input_files(file)
    page.get_by_label("Paste the text").first.fill("What I typed first")
    first = page.get_by_role("group", name="First piece")
    first.get_by_text("Take it from the library").focus()
    page.keyboard.press("Enter")
    expect(first.get_by_role("listitem")).to_have_count(4)
    page.keyboard.press("Tab")
    page.keyboard.type("tide")
    expect(first.get_by_role("status")).to_have_text("1 piece offered for “tide”.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(first.get_by_role("button", name="Ferry aground, says Tide Weekly")).to_be_focused()
    page.keyboard.press("Enter")
    expect(first.get_by_role("heading", name="Ferry aground, says Tide Weekly")).to_be_focused()
    expect(page.locator(".htmx-added")).to_have_count(0)  # what was just put in is given the focus once more
    expect(page.get_by_label("Paste the text").first).to_be_hidden()
    first.get_by_role("button", name="Paste a text or choose a file instead").press("Enter")
    expect(page.get_by_label("Paste the text").first).to_have_value("What I typed first")
    expect(page.get_by_label("Paste the text").first).to_be_focused()
    expect(page.locator(".htmx-added")).to_have_count(0)
    first.get_by_text("Take it from the library").click()
    first.get_by_role("searchbox").fill("tide")
    expect(first.get_by_role("listitem")).to_have_count(1)
    first.get_by_role("button", name="Ferry aground, says Tide Weekly").click()
    # Sent while the piece is still being taken, it waits for that.
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", name="Comparing")).to_be_visible()
    comparison = Comparison.objects.get()
    assert comparison.left.item
    assert comparison.left.item.title == "Ferry aground, says Tide Weekly"
    assert comparison.right.raw == pasted


def test_second_piece_is_offered_by_its_event(library: str, page: Page) -> None:
    item = Item.objects.get(title="Ferry aground, says Orsa Post")
    page.goto(f"{library.removesuffix('library/')}?left={item.key}")
    second = page.get_by_role("group", name="Second piece")
    second.get_by_text("Take it from the library").click()
    expect(second.get_by_role("listitem")).to_have_count(2)
    expect(second.get_by_text("about the same event")).to_have_count(2)
    expect(second.get_by_text("Bread prize")).to_have_count(0)


def test_side_is_chosen_without_scripts(library: str, page: Page, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(library.removesuffix("library/"))
    plain.get_by_label("Paste the text").last.fill("Kept while I look for the other piece.")
    first = plain.get_by_role("group", name="First piece")
    first.get_by_text("Take it from the library").click()
    first.get_by_role("searchbox").fill("orsa post")
    first.get_by_role("searchbox").press("Enter")
    first.get_by_role("button", name="Ferry aground, says Orsa Post").click()
    expect(first.get_by_role("heading", name="Ferry aground, says Orsa Post")).to_be_visible()
    expect(plain.get_by_label("Paste the text").last).to_have_value("Kept while I look for the other piece.")
    plain.get_by_role("button", name="Compare", exact=True).click()
    expect(plain.get_by_role("heading", name="Comparing")).to_be_visible()
    context.close()


def test_event_is_deleted_and_brought_back(library: str, page: Page) -> None:
    event = Event.objects.create(owner=User.objects.get(), versions="x", total=3, state=EventState.FAILED)
    event.items.set(Item.objects.filter(title__startswith="Ferry"))
    page.goto(f"{library}events/")
    page.get_by_role("button", name="Delete Ferry aground").click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("is deleted.")
    expect(page.locator(".htmx-added")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Ferry aground").first).to_be_focused()
    page.goto(f"{library}events/{event.key}/")
    page.get_by_role("button", name="Delete this event").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Delete Ferry aground")).to_be_visible()


def test_event_is_laid_out(library: str, page: Page) -> None:
    page.goto(library)
    page.get_by_role("link", name="Ferry aground, says Orsa Post", exact=True).click()
    page.get_by_role("button", name="Lay out the whole event: 3 pieces").click()
    expect(page.get_by_role("heading", name="Laying out the event")).to_be_visible()
    work_out_event.func(Event.objects.get().pk)
    expect(page.get_by_role("heading", name="Who says what")).to_be_visible()
    expect(page.get_by_role("row")).not_to_have_count(1)
    page.get_by_role("button", name="See both side by side Orsa Post and Tide Weekly").click()
    expect(page.get_by_role("heading", name="Comparing")).to_be_visible()


def test_piece_is_corrected_in_place_and_taken_back(library: str, page: Page) -> None:
    page.goto(library)
    page.get_by_role("link", name="Bread prize", exact=True).click()
    page.get_by_role("link", name="Edit").click()
    title = page.get_by_label("Title")
    title.fill("")
    expect(page.locator(".htmx-added")).to_have_count(0)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Give the piece a title")).to_be_visible()
    expect(page.locator(".htmx-added")).to_have_count(0)
    title.fill("Prize for bread")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prize for bread")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bread prize")


def test_search_is_saved_deleted_and_brought_back(library: str, page: Page) -> None:
    page.goto(f"{library}?q=ferry")
    page.get_by_label("Keep this search as").fill("Ferries")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved searches").click()
    page.get_by_role("button", name="Delete the saved search Ferries").click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Saved searches").click()
    expect(page.get_by_role("link", name="Ferries")).to_be_visible()


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_word_lists_are_tried_on_the_whole_library(library: str, page: Page, paper: Literal["light", "dark"]) -> None:
    draft_change(
        change=WordChange(part="loaded", word="foggy", sort="ADJ", meaning="a word that frightens", reason="Tried"),
        by=None,
    )
    page.emulate_media(color_scheme=paper)
    page.goto(f"{library}lexicon/")
    page.get_by_role("button", name="Try them on the whole library").click()
    expect(page.get_by_text("Looking through the library: 0 of 4 pieces")).to_be_visible()
    assert complaints(page) == []
    page.get_by_role("button", name="Stop it").click()
    expect(page.get_by_text("Stopped after 0 of 4 pieces.")).to_be_visible()
    page.get_by_role("button", name="Go on from there").click()
    expect(page.get_by_text("Looking through the library")).to_be_visible()
    trial = WholeTrial.objects.get()
    try_whole_library.func(trial.pk, trial.run)
    expect(page.get_by_text("1 piece would be marked otherwise")).to_be_visible()
    page.get_by_text("Examples").click()
    expect(page.locator("ins")).to_have_text("foggy")
    look_at(page, f"{library}lexicon/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download every mark (CSV)").click()
    assert "foggy" in download.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_pages_of_the_library_are_accessible_and_fit_a_narrow_screen(
    library: str, page: Page, paper: Literal["light", "dark"], live_server: LiveServer
) -> None:
    collection = Collection.objects.get()
    for raw in ("One house burnt.", "Two houses burnt."):
        changed = make_item(collection, raw=raw, title="Fire", address="https://orsa.example/fire")
    item = Item.objects.get(title="Ferry aground, says Orsa Post")
    assert item.outlet
    cited = {"said_by": "Council", "rating": "fair", "as_of": "2031-01-02", "address": "https://council.example/"}
    OutletRating.objects.create(outlet=item.outlet, **cited)
    owner = User.objects.get()
    event = Event.objects.create(owner=owner, versions="x", total=3)
    event.items.set(Item.objects.filter(title__startswith="Ferry"))
    addresses = [
        "/library/",
        f"/library/?q=ferry&since=x&pick={item.key}&pick={changed.key}",
        "/library/?q=zebra",
        item.get_absolute_url(),
        f"{item.get_absolute_url()}edit/",
        f"{changed.get_absolute_url()}versions/",
        f"/library/outlets/{item.outlet.pk}/",
        "/library/events/",
        event.get_absolute_url(),
    ]
    page.emulate_media(color_scheme=paper)
    look_at(page, f"{live_server.url}/?left={item.key}", press="Take it from the library")
    look_at(page, f"{live_server.url}/", press="Take it from the library")
    for address in addresses:
        look_at(page, live_server.url + address)
    work_out_event.func(event.pk)
    look_at(page, live_server.url + event.get_absolute_url())


def look_at(page: Page, address: str, *, press: str = "") -> None:
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(address)
    if press:
        page.get_by_text(press, exact=True).first.click()
        expect(page.locator(".offered li").first).to_be_visible()
    assert complaints(page) == [], address
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    assert complaints(page) == [], address
