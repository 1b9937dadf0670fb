"""The page on how right the analysis is: reached from everywhere, read without colour, on a phone and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer


def test_footer_leads_to_the_page_and_its_contents_to_the_parts(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url)
    page.get_by_role("link", name="How right it is").click()
    expect(page.get_by_role("heading", name="How right it is", level=1)).to_be_visible()
    page.get_by_role("link", name="Known failures").click()
    expect(page.get_by_role("heading", name="Known failures")).to_be_in_viewport()


def test_every_drawing_is_told_in_words(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url + "/quality/")
    drawings = page.get_by_role("img")
    told = [drawing.get_attribute("aria-label") or "" for drawing in drawings.all()]
    assert len(told) > 10
    assert all(re.search(r"\d+", words) for words in told)
    expect(drawings.first).to_be_visible()


def test_how_it_was_counted_opens_by_keyboard(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url + "/quality/")
    command = page.get_by_text("python -m comparer.evaluation", exact=False).first
    expect(command).to_be_hidden()
    page.get_by_text("How it was counted").first.focus()
    page.keyboard.press("Enter")
    expect(command).to_be_visible()


@pytest.mark.parametrize("width", [390, 900, 1400])
def test_nothing_scrolls_sideways_and_no_drawing_is_cut(width: int, live_server: LiveServer, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(live_server.url + "/quality/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    rights = page.eval_on_selector_all(".scale", "all => all.map(one => one.getBoundingClientRect().right)")
    assert max(rights) <= width


def test_paper_has_the_tables_and_not_the_menus(live_server: LiveServer, page: Page) -> None:
    page.goto(live_server.url + "/quality/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("table").first).to_be_visible()
    expect(page.get_by_role("heading", name="How to read the figures")).to_be_visible()
