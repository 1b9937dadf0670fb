"""Sharing in a real browser: by link in a private window, with invited people, in a frame on another site."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.comparisons.exporting.formats import FORMATS
from comparer.comparisons.ledgers import LEDGERS
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.presenting.permalink import name_item
from comparer.comparisons.presenting.shown import collect
from comparer.comparisons.sharing.inviting import invite, take_back
from comparer.comparisons.sharing.models import Role
from comparer.web.people import Person
from tests.browser.axe import complaints
from tests.comparisons.making import LEFT, RIGHT, done_columns, make_comparison, make_user
from tests.comparisons.reports import make_report

PASSWORD = "sea-fog-lantern"
NARROW = {"width": 390, "height": 844}


@pytest.fixture
def comparison(live_server: LiveServer, page: Page) -> Comparison:
    """A finished comparison of the person who is signed in on `page`."""
    user = make_user(username="frieda-owner", password=PASSWORD)
    sign_in(page, live_server.url, "frieda-owner")
    return make_comparison(Person(user_id=user.pk), done=True, name="Only I call it this")


@pytest.fixture
def private(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def elsewhere() -> Iterator[list[str]]:
    """Another site: what is put into the list is its page, at the address that comes first."""
    pages: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write("".join(pages[1:]).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        pages.append(f"http://127.0.0.1:{server.server_port}/article")
        yield pages
        server.shutdown()


def first_card() -> str:
    report = make_report()
    return name_item(report, collect(report)[0])


def sign_in(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/account/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_share_read_in_a_private_window_and_switch_off(
    live_server: LiveServer, page: Page, comparison: Comparison, private: BrowserContext
) -> None:
    page.goto(live_server.url + comparison.get_absolute_url())
    page.get_by_role("link", name="Share", exact=True).first.click()
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
    reader.get_by_role("link", name="Ledgers").first.click()
    expect(reader.get_by_role("heading", level=2, name="Numbers")).to_be_visible()
    assert "frieda" not in reader.content()
    page.get_by_role("button", name="Switch the link off").click()
    expect(page.get_by_text("The link is off.")).to_have_count(2)
    expect(page.get_by_text("Nobody but you can open this comparison.")).to_be_visible()
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
    link = ShareLink.objects.create(comparison=comparison, is_embeddable=True)
    invite(comparison=comparison, name="bela-with-a-name-as-long-as-it-gets@mail.example", role=Role.VIEWER)
    take_back(invitation=invite(comparison=comparison, name="cara", role=Role.EDITOR))
    shared = live_server.url + link.get_absolute_url()
    for address in (
        f"{share}?embed=ledger-numbers",
        shared,
        f"{shared}ledgers/?ledger=all",
        *(f"{shared}embed/ledger/{name}/" for name in LEDGERS),
        f"{shared}embed/ledger/nothing/",
        f"{shared}embed/card/{first_card()}/",
        f"{live_server.url}/shared/nothing/",
    ):
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


def test_invite_correct_by_both_and_take_back(
    live_server: LiveServer, page: Page, comparison: Comparison, private: BrowserContext
) -> None:
    make_user(username="bela", password=PASSWORD)
    page.goto(f"{live_server.url}/comparisons/{comparison.key}/share/")
    page.get_by_label("User name or e-mail address").fill("bela")
    page.get_by_label("What they may do", exact=True).select_option("May read and correct")
    page.get_by_role("button", name="Invite", exact=True).click()
    expect(page.get_by_text("“bela” is invited.")).to_be_visible()
    expect(page.get_by_text("has not opened it yet")).to_be_visible()
    theirs = private.new_page()
    sign_in(theirs, live_server.url, "bela")
    expect(theirs.get_by_text("Shared with you by frieda-owner")).to_be_visible()
    theirs.get_by_role("link", name="Only I call it this").click()
    expect(theirs.get_by_text("Shared with you by frieda-owner: you may correct it.")).to_be_visible()
    expect(theirs.get_by_role("link", name="Share", exact=True)).to_have_count(0)
    card = f"{live_server.url}{comparison.get_absolute_url()}?card=d9#card"
    for editor in (theirs, page):
        editor.goto(card)
    theirs.get_by_role("button", name="Wrong", exact=True).click()
    expect(theirs.get_by_text("Marked wrong")).to_be_visible()
    page.get_by_role("button", name="Right", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("bela corrected this since you opened it")
    expect(page.get_by_text("by bela")).to_be_visible()
    page.get_by_role("button", name="Save mine, too").click()
    expect(page.get_by_text("Marked right")).to_be_visible()
    page.goto(f"{live_server.url}/comparisons/{comparison.key}/share/")
    expect(page.get_by_text("opened first on")).to_be_visible()
    page.get_by_role("button", name="Take back the invitation of bela").click()
    expect(page.get_by_text("“bela” can open it no more.")).to_be_visible()
    answer = theirs.reload()
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("button", name="Undo: invite bela again").click()
    expect(page.get_by_text("“bela” is invited again.")).to_be_visible()
    answer = theirs.reload()
    assert answer is not None
    assert answer.status == 200


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_pages_of_the_invited_are_accessible_and_narrow(
    paper: Literal["light", "dark"],
    page: Page,
    live_server: LiveServer,
    comparison: Comparison,
    private: BrowserContext,
) -> None:
    bela = make_user(username="bela", password=PASSWORD)
    make_comparison(Person(user_id=bela.pk), done=True)
    invite(comparison=comparison, name="bela", role=Role.VIEWER)
    theirs = private.new_page()
    theirs.emulate_media(color_scheme=paper)
    sign_in(theirs, live_server.url, "bela")
    for address in (
        "/comparisons/",
        "/comparisons/?whose=shared",
        f"/comparisons/?hidden={comparison.key}",
        comparison.get_absolute_url(),
    ):
        theirs.goto(live_server.url + address)
        assert complaints(theirs) == []
        theirs.set_viewport_size(NARROW)  # type: ignore[arg-type]
        assert theirs.evaluate("document.documentElement.scrollWidth") <= 390
        theirs.set_viewport_size({"width": 1400, "height": 900})
    theirs.goto(f"{live_server.url}/comparisons/")
    theirs.get_by_role("button", name="Take Only I call it this off my list").click()
    expect(theirs.get_by_text("is off your list. Its address still opens it.")).to_be_visible()
    theirs.get_by_role("button", name="Undo").click()
    expect(theirs.get_by_text("Shared with you by frieda-owner")).to_be_visible()


@pytest.mark.parametrize("what", ["Numbers", "card"])
def test_what_is_embedded_shows_in_a_frame_on_another_site(
    what: str, live_server: LiveServer, page: Page, comparison: Comparison, elsewhere: list[str]
) -> None:
    link = ShareLink.objects.create(comparison=comparison)
    page.goto(f"{live_server.url}/comparisons/{comparison.key}/share/")
    page.get_by_role("button", name="Allow embedding").click()
    choice = page.get_by_label("What to embed")
    if what == "card":
        choice.select_option(index=len(LEDGERS))
    else:
        choice.select_option(what)
    page.get_by_role("button", name="Show the snippet").click()
    elsewhere.append(page.get_by_label("Put this into the other page").input_value())
    assert page.context.browser is not None
    reader_context = page.context.browser.new_context(java_script_enabled=False)
    reader = reader_context.new_page()
    reader.goto(elsewhere[0])
    frame = reader.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    expect(frame.get_by_role("link", name="Read the whole comparison")).to_be_visible()
    assert reader_context.cookies() == []
    with reader_context.expect_page() as opened:
        frame.get_by_role("link", name="Read the whole comparison").click()
    expect(opened.value).to_have_url(live_server.url + link.get_absolute_url())
    page.get_by_role("button", name="Stop embedding").click()
    reader.goto(elsewhere[0])
    expect(frame.get_by_role("heading", name="Not shown any more")).to_be_visible()
    reader_context.close()


def test_no_other_page_shows_in_a_frame(
    live_server: LiveServer, page: Page, comparison: Comparison, elsewhere: list[str]
) -> None:
    link = ShareLink.objects.create(comparison=comparison, is_embeddable=True)
    elsewhere.append(f'<title>x</title><iframe src="{live_server.url}{link.get_absolute_url()}"></iframe>')
    page.goto(elsewhere[0])
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_count(0)


def test_a_visitor_is_led_to_an_account_and_keeps_the_comparison(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url)
    page.get_by_label("Paste the text").first.fill(LEFT.raw)
    page.get_by_label("Paste the text").last.fill(RIGHT.raw)
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", name="Comparing")).to_be_visible()
    Comparison.objects.update(**done_columns())
    comparison = Comparison.objects.get()
    page.goto(f"{live_server.url}/comparisons/{comparison.key}/share/")
    page.get_by_role("main").get_by_role("link", name="Sign up").click()
    page.get_by_label("Username").fill("dora")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password again").fill(PASSWORD)
    page.get_by_role("button", name="Make an account").click()
    page.goto(f"{live_server.url}/comparisons/{comparison.key}/share/")
    expect(page.get_by_role("button", name="Invite", exact=True)).to_be_visible()
