"""Bringing articles in, in a real browser: dropped files, progress by itself, what became of each, and without scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.accounts.models import User
from comparer.library.catalogue.roles import make_roles
from comparer.library.importing.models import ImportBatch
from comparer.library.importing.working import bring_in
from tests.browser.axe import complaints
from tests.library.catalogue.making import make_collection
from tests.library.decode.documents import FERRY, make_scan, make_word

MAKE = "/library/import/"


def sign_in(context: BrowserContext, server: LiveServer) -> None:
    make_roles()
    user = User.objects.create_user("ana")
    user.groups.add(Group.objects.get(name="admin"))
    client = Client()
    client.force_login(user)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": server.url}])


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    contents = {"ferry.docx": make_word(), "scan.pdf": make_scan(), "short.txt": b"too short"}
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return sorted(tmp_path.iterdir())


@pytest.fixture
def librarian(live_server: LiveServer, page: Page) -> Page:
    make_collection("Harbour desk")
    sign_in(page.context, live_server)
    page.goto(live_server.url + MAKE)
    return page


def test_chosen_files_come_in_while_the_page_looks_on(librarian: Page, files: list[Path]) -> None:
    page = librarian
    page.get_by_label("Files", exact=True).set_input_files(files)
    expect(page.locator("[data-chosen]")).to_contain_text("in all")
    page.get_by_role("button", name="Bring in", exact=True).click()
    expect(page.get_by_role("heading", name="Bringing in")).to_be_visible()
    expect(page.get_by_text("0 of 3 done")).to_be_visible()
    batch = ImportBatch.objects.get()
    bring_in(batch, seconds=0)
    expect(page.get_by_text("1 of 3 done")).to_be_visible()
    bring_in(batch)
    expect(page.get_by_role("heading", name="Brought into “Harbour desk”")).to_be_visible()
    expect(page.get_by_text("as a scanner makes them")).to_be_visible()
    expect(page.locator("#import-said")).to_have_text("Done. 1 added. 2 refused.")
    page.get_by_role("link", name="2 refused").click()
    expect(page.locator(".outcomes li")).to_have_count(2)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the report").click()
    assert "short.txt" in download.value.path().read_text(encoding="utf-8-sig")


def test_files_are_dropped_and_added_to_those_chosen(librarian: Page, files: list[Path]) -> None:
    page = librarian
    page.get_by_label("Files", exact=True).set_input_files(files[:1])
    page.locator("[data-many]").evaluate(
        """(place, words) => {
            const data = new DataTransfer();
            for (const name of ["a.txt", "b.txt"]) data.items.add(new File([words + name], name));
            place.dispatchEvent(new DragEvent("dragover", {dataTransfer: data, bubbles: true, cancelable: true}));
            place.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }""",
        FERRY,
    )
    page.get_by_role("button", name="Bring in", exact=True).click()
    expect(page.get_by_text("0 of 3 done")).to_be_visible()
    assert [row.name for row in ImportBatch.objects.get().rows.all()] == ["ferry.docx", "a.txt", "b.txt"]


def test_what_is_missing_is_said_and_has_the_focus(librarian: Page) -> None:
    librarian.get_by_role("button", name="Bring in", exact=True).click()
    expect(librarian.get_by_text("Choose at least one file.")).to_be_visible()
    expect(librarian.get_by_label("Files", exact=True)).to_be_focused()


def test_it_works_without_scripts(browser: Browser, live_server: LiveServer, files: list[Path]) -> None:
    make_collection("Harbour desk")
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server)
    page = context.new_page()
    page.goto(live_server.url + MAKE)
    page.get_by_label("Files", exact=True).set_input_files(files)
    page.get_by_role("button", name="Bring in", exact=True).click()
    expect(page.get_by_text("0 of 3 done")).to_be_visible()
    bring_in(ImportBatch.objects.get())
    expect(page.get_by_role("heading", name="Brought into")).to_be_visible(timeout=10_000)
    context.close()


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("paper", ["light", "dark"])
def test_pages_are_accessible_and_fit(
    librarian: Page, files: list[Path], paper: Literal["light", "dark"], width: int
) -> None:
    page = librarian
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=paper, reduced_motion="reduce")
    page.get_by_text("What can be brought in").click()
    assert complaints(page) == []
    page.get_by_role("button", name="Bring in", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert complaints(page) == []
    page.get_by_label("Files", exact=True).set_input_files(files)
    page.get_by_role("button", name="Bring in", exact=True).click()
    expect(page.get_by_text("0 of 3 done")).to_be_visible()
    assert complaints(page) == []
    bring_in(ImportBatch.objects.get())
    expect(page.get_by_role("heading", name="Brought into")).to_be_visible()
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
