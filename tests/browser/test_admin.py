"""The admin and the pages of keeping the library in a browser: under the strict policy, accessible, on both papers."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.library.catalogue.models import Item, Outlet, Tag
from comparer.library.keeping.bin import bin_items
from comparer.library.lexicons.models import WordChange, WordTrial
from comparer.library.lexicons.trying import try_words
from tests.browser.axe import complaints
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import make_failed_job, make_person

Paper = Literal["light", "dark"]
KEEPING = ["/library/bin/", "/library/trail/", "/library/health/", "/library/lexicon/"]
DJANGOS_OWN = re.compile("^empty-table-header: |help-tooltip")
"""What Django's admin itself brings: headings over its boxes without words, and marks that explain without a role."""
EXCHANGE = ["library/item/export/", "library/outlet/import/"]
TABLES = ["library/item/", "library/outlet/", "library/article/", "library/collection/", "accounts/user/"]


@pytest.fixture
def staff(live_server: LiveServer, page: Page) -> Page:
    """The page of a signed-in superuser, with a little of everything in the library."""
    person = make_person("superuser", username="ana", is_staff=True)
    make_person("journalist", username="ben")
    item = make_item(
        make_collection("Reports"), raw="Lamps dimmed in Orsa\n\nThe brutal order was kept, the mayor said."
    )
    item.tags.add(Tag.objects.create(name="sea"))
    gone = make_item(raw="Ferry runs aground off Orsa\n\nA ferry ran aground off Orsa on Monday, the coastguard said.")
    bin_items(items=Item.objects.filter(pk=gone.pk), by=person)
    make_failed_job("comparer.library.catalogue.tasks.read_item", 7)
    WordChange.objects.create(
        part="loaded", way="off", word="brutal", sort="ADJ", reason="Readers asked", by_name="ana"
    )
    client = Client()
    client.force_login(person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
    return page


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("address", KEEPING)
def test_pages_of_keeping_are_accessible(address: str, paper: Paper, live_server: LiveServer, staff: Page) -> None:
    staff.emulate_media(color_scheme=paper)
    staff.goto(live_server.url + address)
    assert complaints(staff) == []
    staff.set_viewport_size({"width": 320, "height": 640})
    assert staff.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_admin_is_accessible_and_breaks_no_policy(paper: Paper, live_server: LiveServer, staff: Page) -> None:
    said: list[str] = []
    staff.on("console", lambda message: said.append(f"{staff.url}: {message.text}"))
    staff.emulate_media(color_scheme=paper)
    item, outlet = Item.objects.live().get(), Outlet.objects.get()
    item.title, outlet.country = "Lamps out in Orsa", "Orsa"
    item.save()
    outlet.save()
    pages = [
        "",
        *TABLES,
        *EXCHANGE,
        f"library/item/{item.pk}/change/",
        f"library/item/{item.pk}/history/",
        f"library/outlet/{outlet.pk}/history/",
        "django_tasks_database/dbtaskresult/",
        f"library/outlet/{outlet.pk}/change/",
        "library/outlet/add/",
    ]
    found = {}
    for address in pages:
        staff.goto(f"{live_server.url}/admin/{address}", wait_until="networkidle")
        assert said == []
        if wrong := [one for one in complaints(staff) if not DJANGOS_OWN.search(one)]:
            found[address] = wrong
        said.clear()  # axe puts styles of its own into the page
    assert "\n".join(f"{at}: {one}" for at, wrong in found.items() for one in wrong) == ""


def test_staff_sign_in_delete_and_bring_back(live_server: LiveServer, quiet: Page) -> None:
    make_person("librarian", username="ana", is_staff=True)
    item = make_item()
    quiet.goto(f"{live_server.url}/admin/")
    quiet.get_by_label("Username").fill("ana")
    quiet.get_by_label("Password").fill("sea-fog-lantern")
    quiet.get_by_role("button", name="Log in").click()
    quiet.get_by_role("link", name="Pieces", exact=True).first.click()
    quiet.get_by_role("checkbox", name=re.compile(re.escape(item.title))).check()
    quiet.get_by_label("Action:").select_option("put_in_bin")
    quiet.get_by_role("button", name=re.compile("Run|Go")).click()
    expect(quiet.get_by_text("from where you can bring them back")).to_be_visible()
    quiet.get_by_role("link", name="bin", exact=True).click()
    quiet.get_by_role("button", name=f"Bring back {item.title}").click()
    expect(quiet.get_by_role("status").filter(has_text="is back in")).to_be_visible()
    assert Item.objects.live().exists()
    quiet.get_by_role("button", name="Undo").click()
    expect(quiet.get_by_role("status").filter(has_text="is in the bin")).to_be_visible()
    assert not Item.objects.live().exists()


def test_many_pieces_are_moved_and_one_tells_of_it(live_server: LiveServer, staff: Page) -> None:
    make_collection("Elsewhere")
    item = Item.objects.live().get()
    staff.goto(f"{live_server.url}/admin/library/item/?place=live")
    staff.get_by_role("checkbox", name=re.compile(re.escape(item.title))).check()
    staff.get_by_label("Action:").select_option("move")
    staff.get_by_role("button", name=re.compile("Run|Go")).click()
    expect(staff.get_by_role("heading", name="Move 1 piece")).to_be_visible()
    assert [one for one in complaints(staff) if not DJANGOS_OWN.search(one)] == []
    staff.get_by_label("To the collection").select_option("Elsewhere")
    staff.get_by_role("button", name="Move").click()
    expect(staff.get_by_text("1 piece moved to “Elsewhere”.")).to_be_visible()
    staff.get_by_role("link", name=item.title).click()
    staff.get_by_role("link", name="History").click()
    row = staff.get_by_role("row").filter(has_text="moved")
    expect(row).to_contain_text("ana")
    expect(row).to_contain_text("to “Elsewhere”")


def test_words_are_tried_out_and_put_to_work(live_server: LiveServer, staff: Page) -> None:
    staff.goto(f"{live_server.url}/library/lexicon/")
    staff.get_by_role("button", name="Try them on a sample").click()
    expect(staff.get_by_role("progressbar")).to_be_visible()
    try_words.func(WordTrial.objects.get().pk)
    expect(staff.get_by_text("No more marked (loaded)")).to_be_visible()
    assert complaints(staff) == []
    staff.get_by_role("button", name="Put version 1 to work").click()
    expect(staff.get_by_text("Word lists 1 is at work.")).to_be_visible()


def test_trail_narrows_as_one_chooses(live_server: LiveServer, staff: Page) -> None:
    staff.goto(f"{live_server.url}/library/trail/")
    staff.get_by_label("Did what").select_option("binned")
    expect(staff.get_by_text("1 line, newest first.")).to_be_visible()
    assert "act=binned" in staff.url


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_taking_down_is_accessible(paper: Paper, live_server: LiveServer, staff: Page) -> None:
    staff.emulate_media(color_scheme=paper)
    item = Item.objects.live().get()
    staff.goto(f"{live_server.url}/library/pieces/{item.key}/takedown/")
    assert complaints(staff) == []
    staff.get_by_label("Why it is taken down").fill("The publisher asked")
    staff.get_by_role("button", name="Take it down for good").click()
    expect(staff.get_by_role("heading", name="Taken down")).to_be_visible()
    assert complaints(staff) == []
