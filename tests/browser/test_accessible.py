"""Axe finds nothing on any of the site's own pages, on light and on dark paper; nor do they scroll sideways."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.comparisons.models import Comparison
from comparer.comparisons.states import State, Trouble
from comparer.web.people import Person
from tests.browser.axe import complaints
from tests.comparisons.making import LEFT, RIGHT, make_comparison

PAGES = [
    "/",
    "/?example",
    "/comparisons/",
    "/account/signup/",
    "/account/login/",
    "/account/password/reset/",
    "/account/password/reset/sent/",
    "/account/password/reset/x/y/",
    "/account/password/reset/complete/",
    "/quality/",
    "/nothing/",
]


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_pages_are_accessible(
    address: str, paper: Literal["light", "dark"], live_server: LiveServer, page: Page
) -> None:
    page.emulate_media(color_scheme=paper)
    page.goto(live_server.url + address)
    assert complaints(page) == []


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_pages_of_a_comparison_are_accessible(
    paper: Literal["light", "dark"], live_server: LiveServer, page: Page
) -> None:
    page.emulate_media(color_scheme=paper)
    page.goto(live_server.url)
    page.get_by_label("Paste the text").first.fill("Too few")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert complaints(page) == []
    page.get_by_label("Paste the text").first.fill(LEFT.raw)
    page.get_by_label("Paste the text").last.fill(RIGHT.raw)
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", name="Comparing")).to_be_visible()
    assert complaints(page) == []
    Comparison.objects.update(state=State.FAILED, trouble=Trouble.COMPARING)
    expect(page.get_by_role("heading", name="Not compared")).to_be_visible()
    assert complaints(page) == []
    make_comparison(Person(visitor=Comparison.objects.get().visitor), done=True, name="Harbour fire")
    page.goto(live_server.url + "/comparisons/")
    page.get_by_role("link", name="Rename Harbour fire").click()
    expect(page.get_by_label("Name", exact=True)).to_be_visible()
    assert complaints(page) == []
    page.get_by_role("button", name="Delete Harbour fire").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert complaints(page) == []


@pytest.mark.parametrize("address", PAGES)
def test_pages_fit_a_narrow_screen(address: str, live_server: LiveServer, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(live_server.url + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
