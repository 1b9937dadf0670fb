"""The result page in a real browser: cards, filters, keys, the narrow page, the page without scripts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from comparer.library.models import Article
from tests.browser.axe import complaints
from tests.browser.sizes import NARROW, WIDE


def place_of(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"]


def test_choosing_a_mark_opens_its_card_and_keeps_the_place(quiet: Page, address: str) -> None:
    quiet.goto(address)
    mark = quiet.locator("#left a.m[href]", has_text="Grey Teeth reef")
    before = mark.bounding_box()
    mark.click()
    expect(quiet.locator("#card-title")).to_contain_text("puts the ship on the Grey Teeth reef")
    expect(quiet.locator("#card-title")).to_be_focused()
    assert mark.bounding_box() == before
    expect(quiet).to_have_url(re.compile(r"card=d9$"))
    expect(quiet.locator("#right a.m", has_text="Widow’s Rock reef")).to_have_class(re.compile("here"))


def test_both_sides_of_a_chosen_mark_stand_on_one_level(quiet: Page, address: str) -> None:
    quiet.emulate_media(reduced_motion="reduce")
    quiet.goto(address)
    quiet.locator(".entry[data-id=d1]").click()
    expect(quiet.locator("#card-title")).to_be_visible()
    left, right = (place_of(quiet, f"#{side} [data-m~=d1]") for side in ("left", "right"))
    assert abs(left - right) < 12


def test_the_texts_and_the_list_scroll_and_never_the_page(quiet: Page, address: str) -> None:
    quiet.set_viewport_size({"width": 1400, "height": 720})
    quiet.goto(f"{address}?show=all")
    panel = quiet.locator("#panel")
    assert panel.evaluate("panel => panel.scrollHeight > panel.clientHeight")
    assert quiet.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_escape_closes_the_card_and_gives_the_focus_back(quiet: Page, address: str) -> None:
    quiet.goto(address)
    mark = quiet.locator("#left a.m[href]", has_text="Grey Teeth reef")
    mark.focus()
    quiet.keyboard.press("Enter")
    expect(quiet.locator("#card-title")).to_be_focused()
    quiet.keyboard.press("Escape")
    expect(quiet.locator("#card .card")).to_have_count(0)
    expect(mark).to_be_focused()
    assert "card=" not in quiet.url


def test_keys_lead_through_the_cards(quiet: Page, address: str) -> None:
    quiet.goto(address)
    titles = []
    for key in ("j", "j", "ArrowRight", "k"):
        before = quiet.url
        quiet.keyboard.press(key)
        quiet.wait_for_url(lambda url, before=before: url != before)  # type: ignore[misc]
        expect(quiet.locator(".card-nav")).to_be_visible()
        card = quiet.url.rpartition("=")[2]
        expect(quiet.locator(f"[data-card={card}]")).to_be_visible()
        titles.append(card)
    assert titles[3] == titles[1]
    assert len(set(titles)) == 3
    quiet.keyboard.press("?")
    expect(quiet.locator("#keys")).to_be_visible()
    quiet.keyboard.press("Escape")
    expect(quiet.locator("#keys")).to_be_hidden()
    expect(quiet.locator(".card")).to_be_visible()


def test_keys_go_on_from_the_card_closed_last(quiet: Page, address: str) -> None:
    quiet.goto(f"{address}?card=d9")
    expect(quiet.locator("[data-card=d9]")).to_be_visible()
    after = quiet.locator("#card [data-step=next]").get_attribute("href") or ""
    quiet.keyboard.press("Escape")
    expect(quiet.locator("#card .card")).to_have_count(0)
    quiet.keyboard.press("j")
    card = after.removesuffix("#card").rpartition("=")[2]
    expect(quiet.locator(f"[data-card={card}]")).to_be_visible()
    quiet.keyboard.press("Escape")
    expect(quiet.locator("#card .card")).to_have_count(0)
    quiet.keyboard.press("k")
    expect(quiet).to_have_url(re.compile("card=d9$"))


def test_pointing_at_a_mark_lights_up_both_sides(quiet: Page, address: str) -> None:
    quiet.goto(address)
    quiet.locator("#left a.m", has_text="Grey Teeth reef").hover()
    expect(quiet.locator("#right a.m", has_text="Widow’s Rock reef")).to_have_class(re.compile(r"\blit\b"))
    quiet.locator(".pane-head").first.hover()
    expect(quiet.locator(".lit")).to_have_count(0)


def test_filters_change_marks_and_list_without_sending_the_texts(quiet: Page, address: str) -> None:
    quiet.goto(address)
    sizes: list[int] = []
    quiet.on("response", lambda response: sizes.append(len(response.body())))
    pane = quiet.locator("#left")
    pane.evaluate("pane => { pane.scrollTop = 200 }")
    quiet.locator("#kind-number").click()
    expect(quiet.locator("#kind-number")).to_have_attribute("aria-current", "true")
    expect(quiet.locator("#list .entry")).to_have_count(3)
    expect(quiet.locator("#left a.m[href]")).to_have_count(3)
    expect(quiet.locator("#right a.m[href]")).to_have_count(3)
    expect(quiet).to_have_url(re.compile(r"\?kind=number$"))
    assert pane.evaluate("pane => pane.scrollTop") == 200
    assert max(sizes) < 15_000
    quiet.go_back()
    expect(quiet.locator("#kind-number")).not_to_have_attribute("aria-current", "true")
    expect(quiet.locator("#list .entry")).to_have_count(17)


def test_marks_painted_in_the_browser_equal_those_of_the_server(quiet: Page, address: str) -> None:
    marks = """() => [...document.querySelectorAll("#texts [data-m]")].map(
        (run) => [run.dataset.m, run.className, run.getAttribute("href"), run.dataset.n ?? ""])"""
    for query in ("?show=all", "?show=match", "?show=only&kind=omission"):
        quiet.goto(f"{address}{query}")
        loaded = quiet.evaluate(marks)
        quiet.goto(address)
        quiet.evaluate(
            "href => { const a = document.querySelector('[data-go]'); a.setAttribute('href', href); a.click() }", query
        )
        expect(quiet).to_have_url(f"{address}{query}")
        expect(quiet.locator("#said")).not_to_be_empty()
        assert quiet.evaluate(marks) == loaded


def test_views_change_in_place_and_cards_open_beside_rows(quiet: Page, address: str) -> None:
    quiet.goto(address)
    quiet.keyboard.press("2")
    expect(quiet.locator("#rows .pairs")).to_be_visible()
    expect(quiet.locator("#texts")).to_be_hidden()
    quiet.locator("#rows [data-card-link]").first.click()
    expect(quiet.locator("#card .card")).to_be_visible()
    quiet.keyboard.press("3")
    expect(quiet.locator("#told .claim").first).to_be_visible()
    quiet.locator("#told [data-card-link]").first.click()
    expect(quiet.locator("#card-title")).to_contain_text("Only")
    quiet.keyboard.press("1")
    expect(quiet.locator("#left")).to_be_visible()


def test_a_link_to_a_card_opens_it(quiet: Page, address: str) -> None:
    quiet.goto(f"{address}?card=d1")
    expect(quiet.locator("#card-title")).to_contain_text("4 million crowns")
    expect(quiet.locator("#left .here")).to_be_in_viewport()
    expect(quiet.locator("#right .here")).to_be_in_viewport()


def test_a_link_may_name_the_card_behind_a_hash(quiet: Page, address: str) -> None:
    quiet.goto(f"{address}#d9")
    expect(quiet.locator("#card-title")).to_contain_text("Grey Teeth reef")
    expect(quiet).to_have_url(re.compile(r"\?card=d9$"))


def test_the_card_never_covers_its_passage(quiet: Page, address: str) -> None:
    for width in (1400, 1000):
        quiet.set_viewport_size({"width": width, "height": 900})
        quiet.emulate_media(reduced_motion="reduce")
        quiet.goto(f"{address}?card=d1")
        expect(quiet.locator("#card .card")).to_be_visible()
        card = quiet.locator("#panel").bounding_box()
        assert card is not None
        for side in ("left", "right"):
            mark = quiet.locator(f"#{side} .here").first.bounding_box()
            assert mark is not None
            beside = mark["x"] + mark["width"] <= card["x"]
            above = mark["y"] + mark["height"] <= card["y"]
            assert beside or above, (width, side, mark, card)


def test_in_a_low_window_the_whole_passage_stands_above_its_card(quiet: Page, address: str) -> None:
    quiet.set_viewport_size({"width": 1000, "height": 700})
    quiet.emulate_media(reduced_motion="reduce")
    quiet.goto(address)
    for mark in ("d1", "d2", "d9"):
        quiet.locator(f".entry[data-id={mark}]").click()
        expect(quiet.locator(f"[data-card={mark}]")).to_be_visible()
        card = quiet.locator("#panel").bounding_box()
        assert card is not None
        assert card["height"] <= 0.35 * 700 + 1
        for side in ("left", "right"):
            box = quiet.locator(f"#{side} .here").last.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= card["y"], (mark, side)
        quiet.keyboard.press("Escape")


def test_on_a_narrow_screen_a_mark_opens_the_other_sides_words_under_its_passage(quiet: Page, address: str) -> None:
    quiet.set_viewport_size(NARROW)
    quiet.goto(address)
    expect(quiet.locator("#right")).to_be_hidden()
    quiet.locator("#left a.m[href]", has_text="Grey Teeth reef").click()
    expect(quiet.locator("#left .reading > p + #card .passage[data-side=right]")).to_be_visible()
    quiet.locator(".switch a", has_text="Northern Chronicle").click()
    expect(quiet.locator("#right")).to_be_visible()
    expect(quiet.locator("#left")).to_be_hidden()
    expect(quiet.locator("#card .card")).to_have_count(0)


def test_on_a_narrow_screen_the_filters_take_one_row_and_the_view_is_one_text(quiet: Page, address: str) -> None:
    expectations = [(WIDE, "Both texts", False), (NARROW, "One text", True)]
    for size, name, one_row in expectations:
        quiet.set_viewport_size(size)
        quiet.goto(address)
        expect(quiet.locator(".tabs [aria-current]:visible")).to_have_text(name)
        apart = place_of(quiet, ".chips") - place_of(quiet, ".segments")
        assert (apart < 10) == one_row
    assert quiet.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert place_of(quiet, "#left .reading > *") < 480


def test_copied_text_comes_without_marks(quiet: Page, address: str) -> None:
    quiet.goto(f"{address}?show=all")
    text = quiet.locator("#left .reading").inner_text()
    assert "The Aurelia struck the Grey Teeth reef at 5:40 a.m., about two kilometres south of Karsund harbour." in text


def test_paper_changes_from_light_to_dark(quiet: Page, address: str) -> None:
    quiet.emulate_media(color_scheme="light")
    quiet.goto(address)
    colour = "() => getComputedStyle(document.documentElement).backgroundColor"
    light = quiet.evaluate(colour)
    switch = quiet.locator("[data-theme-switch]")
    switch.click()
    assert quiet.evaluate(colour) == light
    switch.click()
    assert quiet.evaluate(colour) != light
    quiet.reload()
    expect(switch).to_contain_text("dark")
    assert quiet.evaluate(colour) != light


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_link_works_without_scripts(browser: Browser, address: str, size: Any) -> None:
    page = browser.new_context(java_script_enabled=False, viewport=size).new_page()
    page.goto(address)
    page.locator("#left a.m[href]", has_text="Grey Teeth reef").click()
    expect(page.locator("#card-title")).to_be_in_viewport()
    page.locator("[data-step=close]").click()
    page.locator("#kind-number").click()
    expect(page.locator("#list .entry")).to_have_count(3)
    page.locator("#view-rows").click()
    expect(page.locator("#rows tbody tr")).to_have_count(3)
    page.locator("#view-told").click()
    expect(page.locator("#told .claim").first).to_be_visible()
    page.locator("#view-texts:visible, #view-texts-narrow:visible").click()
    expect(page.locator("#left")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(page: Page, address: str, scheme: Any, size: Any) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for query in (
        "",
        "?show=all",
        "?card=d1",
        "?card=left-c9",
        "?view=rows&show=match",
        "?view=rows&card=p1",
        "?view=told",
    ):
        page.goto(f"{address}{query}")
        assert complaints(page) == [], query


def test_card_leads_from_its_word_of_sureness_to_what_was_measured(quiet: Page, address: str) -> None:
    quiet.goto(address + "?card=d7")
    quiet.get_by_text("What these words mean").first.click()
    quiet.locator("#card").get_by_role("link", name="How right it is").click()
    expect(quiet.get_by_role("heading", name="How right it is", level=1)).to_be_visible()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_long_name_without_a_space_stays_in_the_card(size: Any, quiet: Page, address: str) -> None:
    Article.objects.filter(headline__startswith="The Left").update(outlet="harbourpost.example:WEATHER,SHIPPING,TIDES")
    quiet.set_viewport_size(size)
    quiet.goto(f"{address}?card=d1")
    table = quiet.locator(".slots")
    expect(table).to_be_visible()
    assert table.evaluate("table => table.offsetWidth <= table.parentElement.clientWidth")
    assert quiet.evaluate("document.documentElement.scrollWidth <= innerWidth")
