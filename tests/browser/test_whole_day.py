"""A journalist's whole day, by mouse and by keyboard alone: compare, read, correct, note, share, hand on.

And the pages of that day at twice the size, and asked by axe on both papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.accounts.models import User
from comparer.comparisons.exporting.formats import FORMATS
from comparer.comparisons.ledgers import LEDGERS
from comparer.comparisons.models import Comparison, ShareLink
from comparer.web.people import Person
from tests.browser.axe import complaints
from tests.browser.hands import Hand, Keys, Mouse
from tests.browser.readers import READERS, read_ledger
from tests.browser.working import working
from tests.comparisons.making import LEFT, RIGHT, make_comparison, make_user

NAME, PASSWORD = "ines-journalist", "sea-fog-lantern"
RESULT = re.compile(r"/comparisons/[2-9a-z]{12}/$")
SOON = 60_000
NOTE = "Ask the operator which figure is right."


@pytest.fixture
def journalist(live_server: LiveServer) -> User:
    return make_user(username=NAME, password=PASSWORD)


@pytest.fixture(params=["mouse", "keyboard"])
def hand(request: pytest.FixtureRequest, page: Page) -> Hand:
    return Mouse() if request.param == "mouse" else Keys(page)


@pytest.fixture
def day(live_server: LiveServer, page: Page, journalist: User) -> Iterator[str]:
    """The address of the site, with a worker beside it; the page must not report an error all day long."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_viewport_size({"width": 1400, "height": 900})
    with working():
        yield live_server.url
    assert said == []


def test_from_two_texts_to_files_in_an_editors_hands(
    day: str, page: Page, hand: Hand, browser: Browser, tmp_path: Path
) -> None:
    sign_in(day, page, hand)
    compare(page, hand)
    read(page, hand)
    correct(page, hand)
    comparison = Comparison.objects.get()
    link = share(page, hand)
    read_in_private(browser, link)
    hand_on(page, hand, comparison, tmp_path)


def sign_in(day: str, page: Page, hand: Hand) -> None:
    page.goto(f"{day}/account/login/")
    hand.write(page.get_by_label("Username"), NAME)
    hand.write(page.get_by_label("Password"), PASSWORD)
    hand.choose(page.get_by_role("main").get_by_role("button", name="Sign in"))
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    hand.choose(page.get_by_role("link", name="Compare", exact=True))


def compare(page: Page, hand: Hand) -> None:
    for at, piece in enumerate((LEFT, RIGHT)):
        hand.write(page.get_by_label("Paste the text").nth(at), piece.raw)
        hand.choose(page.get_by_text("About this piece").nth(at))
        hand.write(page.get_by_label("Outlet").nth(at), piece.outlet)
    hand.choose(page.get_by_role("button", name="Compare", exact=True))
    page.wait_for_url(RESULT, timeout=SOON)
    expect(page.get_by_role("heading", level=1)).to_contain_text("The Oskvale Echo and Northern Dispatch")


def read(page: Page, hand: Hand) -> None:
    """Filter, go from card to card, look at the other views."""
    hand.choose(page.get_by_role("link", name=re.compile("^Disagreements")))
    expect(page.locator(".segments [aria-current]")).to_contain_text("Disagreements")
    count = int(page.locator(".segments [aria-current] .number").inner_text())
    expect(page.locator("#list .entry")).to_have_count(count)
    hand.choose(page.locator("#list .entry").first)
    expect(page.locator("#card-title")).to_be_focused()
    first = page.locator("#card-title").inner_text()
    if count > 1:
        hand.choose(page.locator("[data-step=next]"))
        expect(page.locator("#card-title")).not_to_have_text(first)
    hand.choose(page.locator("[data-step=close]"))
    expect(page.locator("#card .card")).to_have_count(0)
    for view, part in (("Claims in rows", "#rows table"), ("Told by one", "#told li"), ("Overview", "#map svg")):
        hand.choose(page.get_by_role("navigation", name="Views").get_by_role("link", name=view))
        expect(page.locator(part).first).to_be_visible()
    hand.choose(page.get_by_role("navigation", name="Views").get_by_role("link", name="Both texts"))
    expect(page.locator("#right")).to_be_visible()


def correct(page: Page, hand: Hand) -> None:
    """Mark a disagreement wrong, take that back, and write a note on it."""
    entry = page.locator("#list .entry").first
    mark = entry.get_attribute("data-id")
    hand.choose(entry)
    hand.choose(page.get_by_role("button", name="Wrong", exact=True))
    undo = page.get_by_role("button", name="Undo: Marked wrong")
    expect(undo).to_be_visible()
    expect(page.locator(f'.entry[data-id="{mark}"]')).to_have_count(0)
    hand.choose(undo)
    expect(page.locator(f'.entry[data-id="{mark}"]')).to_have_count(1)
    hand.choose(page.locator("#card").get_by_text("Note …"))
    hand.write(page.get_by_label("Your note"), NOTE)
    hand.choose(page.get_by_role("button", name="Save the note"))
    expect(page.get_by_text(f"Note: {NOTE}", exact=True)).to_be_visible()


def share(page: Page, hand: Hand) -> str:
    hand.choose(page.locator(".tools").get_by_role("link", name="Share", exact=True))
    hand.choose(page.get_by_role("button", name="Make a link"))
    link = page.get_by_role("textbox", name="The link").input_value()
    hand.choose(page.get_by_role("link", name="Back to the comparison"))
    page.wait_for_url(RESULT)
    return link


def read_in_private(browser: Browser, link: str) -> None:
    """Somebody without an account reads it and learns nothing of its owner."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(link)
        expect(page.get_by_role("heading", level=1)).to_contain_text("The Oskvale Echo")
        assert NAME not in page.content()
        page.locator("#list .entry").first.click()
        expect(page.locator("#card-title")).to_be_visible()
        expect(page.get_by_role("button", name="Wrong", exact=True)).to_have_count(0)


def hand_on(page: Page, hand: Hand, comparison: Comparison, folder: Path) -> None:
    """Download every format and every ledger, and open each with a reader of its kind."""
    hand.choose(page.locator(".tools").get_by_role("link", name="Download"))
    for form, read_file in READERS.items():
        link = page.locator(f'#downloads a[href$="/comparisons/{comparison.key}/download/{form}/"]')
        assert "Oskvale" in read_file(download(page, hand, link, folder)), form
    hand.choose(page.locator(".tools").get_by_role("link", name="Ledgers"))
    for ledger in LEDGERS:
        hand.choose(page.locator(f'.ledger-tabs a[href="?ledger={ledger}"]'))
        link = page.locator(f"#{ledger}").get_by_role("link", name=re.compile("as CSV"))
        assert read_ledger(download(page, hand, link, folder)), ledger


def download(page: Page, hand: Hand, link: Locator, folder: Path) -> Path:
    with page.expect_download() as begun:
        hand.choose(link)
    file = folder / begun.value.suggested_filename
    begun.value.save_as(file)
    return file


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(FORMATS)


PAGES = (
    "/", "/comparisons/", "/quality/", "/account/", "{0}", "{0}?card=d1", "{0}?view=one&card=d1", "{0}?view=rows",
    "{0}?view=told", "{0}?view=map&show=all", "{0}?show=all", "{0}ledgers/", "{0}ledgers/?ledger=prominence",
    "{0}share/", "{0}corrections/", "{1}", "{1}?card=d1", "{1}?view=map",
)  # fmt: skip
CUT_OFF = """() => {
    const beyond = (element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
    };
    const mayGoBeyond = (element) => {
        for (let one = element; one; one = one.parentElement) {
            const style = getComputedStyle(one);
            if (["auto", "scroll"].includes(style.overflowX) || style.clipPath !== "none") return true;
        }
        return false;
    };
    const clipped = (element) => {
        const style = getComputedStyle(element);
        return style.overflowX === "hidden" && style.clipPath === "none" && element.scrollWidth > element.clientWidth + 1;
    };
    return [...document.querySelectorAll("body *")]
        .filter((one) => one.checkVisibility({ contentVisibilityAuto: true }) && !one.closest(".visually-hidden, .skip"))
        .filter((one) => (beyond(one) && !mayGoBeyond(one)) || clipped(one))
        .map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`);
}"""


@pytest.fixture
def addresses(live_server: LiveServer, page: Page, journalist: User, day: str) -> list[str]:
    """Every page of that day, of a finished and shared comparison, for the signed-in journalist."""
    comparison = make_comparison(Person(user_id=journalist.pk), done=True)
    link = ShareLink.objects.create(comparison=comparison)
    sign_in(day, page, Mouse())
    return [live_server.url + one.format(comparison.get_absolute_url(), link.get_absolute_url()) for one in PAGES]


def test_at_twice_the_size_nothing_is_cut_off(addresses: list[str], page: Page) -> None:
    """A window of 1400 pixels shows, at 200 %, what one of 700 pixels shows."""
    page.set_viewport_size({"width": 700, "height": 450})
    for address in addresses:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.evaluate(CUT_OFF) == [], address


@pytest.mark.parametrize("width", [1400, 1000, 390])
def test_with_letters_of_twice_the_size_nothing_is_cut_off(addresses: list[str], page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for address in addresses:
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.evaluate(CUT_OFF) == [], address


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing_all_day(
    addresses: list[str], page: Page, paper: Literal["light", "dark"], width: int
) -> None:
    page.emulate_media(color_scheme=paper, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    for address in addresses:
        page.goto(address)
        assert complaints(page) == [], address
