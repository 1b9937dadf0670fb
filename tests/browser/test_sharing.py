"""Sharing in a real browser: make a link, open it in a private window, switch it off; download every format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.comparisons.exporting.formats import FORMATS
from comparer.comparisons.models import Comparison, ShareLink
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user

PASSWORD = "sea-fog-lantern"
NARROW = {"width": 390, "height": 844}


@pytest.fixture
def comparison(live_server: LiveServer, page: Page) -> Comparison:
    """A finished comparison of the person who is signed in on `page`."""
    user = make_user(username="frieda-owner", password=PASSWORD)
    page.goto(live_server.url + "/account/login/")
    page.get_by_label("Username").fill("frieda-owner")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    return make_comparison(Person(user_id=user.pk), done=True, name="Only I call it this")


@pytest.fixture
def private(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def complaints(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def test_share_read_in_a_private_window_and_switch_off(
    live_server: LiveServer, page: Page, comparison: Comparison, private: BrowserContext
) -> None:
    page.goto(live_server.url + comparison.get_absolute_url())
    page.get_by_role("link", name="Share", exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_role("textbox", name="The link").input_value()
    assert link.startswith(live_server.url)
    reader = private.new_page()
    said: list[str] = []
    reader.on("console", lambda message: said.append(message.text))
    reader.goto(link)
    expect(reader.get_by_role("heading", level=1)).to_contain_text(comparison.left.outlet)
    assert "frieda" not in reader.content()
    assert comparison.name not in reader.content()
    reader.locator("#left a.m[href]", has_text="Grey Teeth reef").click()
    expect(reader.locator("#card-title")).to_contain_text("Grey Teeth reef")
    expect(reader).to_have_url(re.compile(r"/shared/\w{24}/\?card=d9$"))
    expect(reader.get_by_role("link", name="My comparisons")).to_have_count(0)
    assert said == []
    page.get_by_role("button", name="Switch the link off").click()
    expect(page.get_by_text("The link is off. Nobody but you")).to_have_count(2)
    answer = reader.goto(link)
    assert answer is not None
    assert answer.status == 410
    expect(reader.get_by_role("heading", name="This link shows nothing any more")).to_be_visible()


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_downloaded_and_opens(
    form: str, page: Page, live_server: LiveServer, comparison: Comparison, tmp_path: Path
) -> None:
    link = ShareLink.objects.create(comparison=comparison)
    page.goto(live_server.url + link.get_absolute_url())
    with page.expect_download() as started:
        page.locator(f"#downloads a[href$='/download/{form}/']").click()
    assert started.value.suggested_filename.endswith(FORMATS[form].ending)
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)
    if file.suffix in (".json", ".jsonld"):
        assert json.loads(file.read_text())
    elif file.suffix == ".docx":
        assert Document(BytesIO(file.read_bytes())).tables
    elif file.suffix == ".html":
        look_at_file(page, file)
    else:
        assert "Comparer" in file.read_text()


def look_at_file(page: Page, file: Path) -> None:
    """Open the file as a person would, without the site, and look that it asks for nothing else."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", name="They disagree")).to_be_visible()
    assert asked == [file.as_uri()]
    page.locator("a.m[href]", has_text="Grey Teeth reef").click()
    expect(page.locator("tr:target")).to_contain_text("Widow’s Rock reef")
    for paper in ("light", "dark"):
        page.emulate_media(color_scheme=paper)
        assert complaints(page) == []
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_pages_of_a_link_are_accessible_and_narrow(
    paper: Literal["light", "dark"], page: Page, live_server: LiveServer, comparison: Comparison
) -> None:
    page.emulate_media(color_scheme=paper)
    share = f"{live_server.url}/comparisons/{comparison.key}/share/"
    page.goto(share)
    assert complaints(page) == []
    link = ShareLink.objects.create(comparison=comparison)
    for address in (share, live_server.url + link.get_absolute_url(), f"{live_server.url}/shared/nothing/"):
        page.goto(address)
        assert complaints(page) == []
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.set_viewport_size({"width": 1400, "height": 900})


def test_sharing_works_without_scripts(
    live_server: LiveServer, browser: Browser, page: Page, comparison: Comparison
) -> None:
    plain = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    without = plain.new_page()
    without.goto(f"{live_server.url}/comparisons/{comparison.key}/share/")
    without.get_by_role("button", name="Make a link").click()
    expect(without.get_by_role("button", name="Copy")).to_be_hidden()
    without.goto(without.get_by_role("textbox", name="The link").input_value())
    expect(without.get_by_role("heading", name="Download")).to_be_visible()
    plain.close()
