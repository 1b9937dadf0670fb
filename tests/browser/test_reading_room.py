"""Reading both texts in a real browser: scrolling together, one text, the overview, what is folded, lasting links."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sizes import NARROW, WIDE

LOW = {"width": 1400, "height": 704}
SIDES = ("left", "right")
TOP = "pane => pane.scrollTop"


def scroll(page: Page, side: str, way: int) -> None:
    """Turn the wheel over one text, and wait until nothing moves any more."""
    page.locator(f"#{side}").hover()
    page.mouse.wheel(0, way)
    page.wait_for_timeout(100)
    before = None
    while tops(page) != before:
        before = tops(page)
        page.wait_for_timeout(100)


def tops(page: Page) -> tuple[float, float]:
    return page.locator("#left").evaluate(TOP), page.locator("#right").evaluate(TOP)


def test_scrolling_one_text_takes_the_other_along_from_end_to_end(quiet: Page, address: str) -> None:
    quiet.set_viewport_size(LOW)  # type: ignore[arg-type]
    quiet.goto(address)
    ends = [quiet.locator(f"#{side}").evaluate("pane => pane.scrollHeight - pane.clientHeight") for side in SIDES]
    scroll(quiet, "left", ends[0] // 2)
    assert 0.2 * ends[1] < tops(quiet)[1] < 0.8 * ends[1]
    scroll(quiet, "left", 9_000)
    assert tops(quiet) == pytest.approx(ends, abs=3)
    scroll(quiet, "right", -9_000)
    assert tops(quiet) == pytest.approx((0, 0), abs=3)


def test_scrolling_together_is_switched_off_and_stays_so(quiet: Page, address: str) -> None:
    quiet.set_viewport_size(LOW)  # type: ignore[arg-type]
    quiet.goto(address)
    control = quiet.get_by_role("switch", name="Scroll together")
    expect(control).to_be_checked()
    control.uncheck()
    scroll(quiet, "left", 400)
    assert tops(quiet)[1] == 0
    quiet.reload()
    expect(control).not_to_be_checked()
    scroll(quiet, "right", 400)
    assert tops(quiet)[0] == 0
    control.check()
    scroll(quiet, "right", 200)
    assert tops(quiet)[0] > 0


def test_opening_a_card_is_no_scrolling_that_leads(quiet: Page, address: str) -> None:
    quiet.emulate_media(reduced_motion="reduce")
    quiet.set_viewport_size(LOW)  # type: ignore[arg-type]
    quiet.goto(address)
    scroll(quiet, "left", 300)
    quiet.locator(".entry[data-id=d1]").click()
    expect(quiet.locator("#card-title")).to_be_visible()
    left, right = (quiet.locator(f"#{side} [data-m~=d1]").first.bounding_box() for side in ("left", "right"))
    assert left
    assert right
    assert abs(left["y"] - right["y"]) < 12


def test_ribbons_follow_scrolling(quiet: Page, address: str) -> None:
    quiet.goto(f"{address}?show=match")
    drawn = "() => [...document.querySelectorAll('#ribbons path')].map((path) => path.getAttribute('d') ?? '')"
    before = quiet.evaluate(drawn)
    assert any(before)
    scroll(quiet, "left", 120)
    assert quiet.evaluate(drawn) != before


def test_one_text_at_a_wide_window_opens_the_others_words_in_it(quiet: Page, address: str) -> None:
    quiet.goto(address)
    quiet.get_by_role("link", name="One text").click()
    expect(quiet.locator("#right")).to_be_hidden()
    expect(quiet.get_by_role("switch", name="Scroll together")).to_be_hidden()
    quiet.locator("#left a.m[href]", has_text="Grey Teeth reef").click()
    expect(quiet.locator("#left .reading > p + #card .passage[data-side=right]")).to_be_visible()
    expect(quiet.locator("#left .reading .passage[data-side=left]")).to_be_hidden()
    expect(quiet).to_have_url(re.compile("view=one"))
    quiet.reload()
    expect(quiet.locator("#left .reading > p + #card .passage[data-side=right]")).to_be_visible()
    quiet.keyboard.press("o")
    expect(quiet.locator("#right")).to_be_visible()
    expect(quiet.locator("#card .card")).to_have_count(0)


def test_both_texts_on_a_narrow_window_for_who_asks(quiet: Page, address: str) -> None:
    quiet.set_viewport_size(NARROW)
    quiet.goto(address)
    expect(quiet.locator("#right")).to_be_hidden()
    quiet.get_by_role("link", name="Both", exact=True).click()
    expect(quiet.locator("#right")).to_be_visible()
    expect(quiet.locator("#left")).to_be_visible()
    assert quiet.evaluate("document.documentElement.scrollWidth <= innerWidth")
    quiet.locator("#left a.m[href]", has_text="Grey Teeth reef").click()
    expect(quiet.locator("#panel #card-title")).to_be_in_viewport()
    expect(quiet.locator("#left .here").first).to_be_in_viewport()


def test_the_overview_leads_to_cards_by_mouse(quiet: Page, address: str) -> None:
    quiet.goto(address)
    quiet.get_by_role("link", name="Overview").click()
    dot = quiet.locator("#map .dot[data-id=d9]")
    dot.hover()
    expect(quiet.locator(".entry[data-id=d9]")).to_have_class(re.compile("lit"))
    dot.click()
    expect(quiet.locator("#card-title")).to_contain_text("Grey Teeth reef")
    quiet.get_by_role("link", name="Show it in the texts").click()
    expect(quiet.locator("#left .here").first).to_be_in_viewport()
    expect(quiet.locator("#right .here").first).to_be_in_viewport()
    expect(quiet).to_have_url(re.compile(r"\?card=d9$"))


def test_the_overview_is_worked_by_keyboard(quiet: Page, address: str) -> None:
    quiet.goto(f"{address}?view=map")
    assert quiet.locator("#map .dot[tabindex='0']").count() == 1
    quiet.locator("#map .dot[tabindex='0']").focus()
    first = quiet.evaluate("document.activeElement.dataset.id")
    quiet.keyboard.press("ArrowRight")
    second = quiet.evaluate("document.activeElement.dataset.id")
    assert second != first
    quiet.keyboard.press("ArrowLeft")
    assert quiet.evaluate("document.activeElement.dataset.id") == first
    quiet.keyboard.press("End")
    quiet.keyboard.press("ArrowUp")
    chosen = quiet.evaluate("document.activeElement.dataset.id")
    quiet.keyboard.press("Enter")
    expect(quiet.locator(f"[data-card={chosen}]")).to_be_visible()
    quiet.keyboard.press("Escape")
    expect(quiet.locator(f"#map .dot[data-id={chosen}]")).to_be_focused()
    quiet.get_by_role("link", name=re.compile("^Places, they disagree: “Grey Teeth reef”")).press("Enter")
    expect(quiet.locator("#card-title")).to_contain_text("Grey Teeth reef")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_views_work_without_scripts(browser: Browser, address: str, size: dict[str, int]) -> None:
    with browser.new_context(java_script_enabled=False, viewport=size) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}?view=map")
        page.locator("#map .dot[data-id=d9]").click(force=True)
        expect(page.locator("#card-title")).to_contain_text("Grey Teeth reef")
        page.goto(f"{address}?view=one&show=conflict")
        expect(page.locator("#right")).to_be_hidden()
        page.locator(".switch a", has_text="Northern Chronicle").click()
        expect(page.locator("#right")).to_be_visible()
        expect(page).to_have_url(re.compile("show=conflict.*view=one"))


def test_what_differs_in_form_only_is_folded_with_its_count(quiet: Page, address: str) -> None:
    quiet.goto(address)
    folded = quiet.locator(".folded")
    expect(folded).to_contain_text("same after all")
    folded.get_by_role("link", name="Show all").click()
    fold = quiet.locator("#list .fold")
    count = int(fold.locator("summary .number").inner_text())
    expect(fold.locator(".entry").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator(".entry:visible")).to_have_count(count)


def test_every_term_of_a_card_is_explained_where_it_stands(quiet: Page, address: str) -> None:
    quiet.goto(f"{address}?card=d1")
    for number, (term, meaning) in enumerate(
        [("Numbers", "How many, how much"), ("they disagree", "both can’t be true"), ("sure", "leave little doubt")]
    ):
        button = quiet.locator(".card .term").nth(number)
        expect(button).to_have_text(term)
        button.press("Enter")
        expect(quiet.locator(".means:popover-open")).to_contain_text(meaning)
        quiet.keyboard.press("Escape")
        expect(quiet.locator(".means:popover-open")).to_have_count(0)
        expect(quiet.locator(".card")).to_be_visible()


def test_a_lasting_link_is_copied_and_leads_back(quiet: Page, address: str) -> None:
    quiet.context.grant_permissions(["clipboard-read", "clipboard-write"])
    quiet.goto(f"{address}?card=d9")
    quiet.get_by_role("button", name="Copy it").click()
    expect(quiet.get_by_role("button", name="Copied")).to_be_visible()
    link = quiet.evaluate("navigator.clipboard.readText()")
    assert re.search(r"\?mark=[0-9a-f]{10}&version=", link)
    quiet.goto(link)
    expect(quiet.locator("#card-title")).to_contain_text("Grey Teeth reef")
    quiet.keyboard.press("Escape")
    assert "mark=" not in quiet.url


def test_on_a_narrow_window_the_tools_stand_in_one_closed_block_at_the_top(quiet: Page, address: str) -> None:
    quiet.set_viewport_size(NARROW)
    quiet.goto(address)
    expect(quiet.get_by_role("link", name="Ledgers").first).to_be_hidden()
    quiet.locator(".tools-menu summary").click()
    for name in ("Ledgers", "Download"):
        expect(quiet.locator(".tools-menu").get_by_role("link", name=name)).to_be_in_viewport()
    quiet.locator(".tools-menu").get_by_role("link", name="Download").click()
    expect(quiet.locator("#downloads")).to_be_in_viewport()
