"""The ledgers in a real browser: there and back, each row to its card, the phone, paper, no scripts, axe."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from comparer.analysis.report import report_to_json
from comparer.comparisons.ledgers import LEDGERS
from comparer.comparisons.models import Comparison
from comparer.library.models import Article
from comparer.web.people import Person
from tests.browser.axe import complaints
from tests.comparisons.ledgers.reading_more import make_full_report
from tests.comparisons.making import make_comparison


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """The address of a finished comparison that everybody may see."""
    comparison = make_comparison(Person(visitor="somebody"), done=True, report=report_to_json(make_full_report()))
    for article in (comparison.left, comparison.right):
        Article.objects.filter(pk=article.pk).update(is_example=True, visitor="", outlet="")
    Comparison.objects.filter(pk=comparison.pk).update(is_example=True, visitor="")
    return f"{live_server.url}{comparison.get_absolute_url()}"


def test_a_row_leads_to_its_card_and_back_to_the_ledger(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Ledgers").click()
    expect(page.get_by_role("heading", name="Numbers", exact=True)).to_be_visible()
    row = page.get_by_role("row", name="about 4 million crowns")
    expect(row).to_contain_text("6 million crowns")
    row.get_by_role("link", name=re.compile("they disagree")).click()
    expect(page.locator("#card-title")).to_contain_text("the salvage costs about 4 million crowns")
    page.go_back()
    expect(page.get_by_role("heading", name="Numbers", exact=True)).to_be_visible()
    page.get_by_role("link", name="Back to both texts").click()
    expect(page.locator("#left")).to_be_visible()


def test_every_row_leads_to_something_on_the_result_page(page: Page, address: str) -> None:
    page.goto(f"{address}ledgers/?ledger=all")
    links = page.locator(".ledger tbody a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) > 40
    for link in dict.fromkeys(links):
        page.goto(link)
        target = page.locator("#card-title") if "card=" in link else page.locator(f"#{link.partition('#')[2]}")
        expect(target).to_have_count(1)


def test_ledgers_are_reached_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}ledgers/")
    voices = page.get_by_role("link", name=re.compile("^Voices"))
    voices.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Voices", exact=True)).to_be_visible()
    page.get_by_text("What these words mean").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Somebody whose name is kept back", exact=False)).to_be_visible()


def test_csv_is_downloaded(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}ledgers/?ledger=told")
    with page.expect_download() as begun:
        page.get_by_role("link", name=re.compile("as CSV")).click()
    assert begun.value.suggested_filename.endswith("-told.csv")
    begun.value.save_as(tmp_path / "told.csv")
    assert "Records seen by the Chronicle" in (tmp_path / "told.csv").read_text(encoding="utf-8-sig")


def test_ledgers_work_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="Ledgers").click()
    page.get_by_role("link", name=re.compile("^Prominence")).click()
    expect(page.get_by_role("img", name=re.compile("claims, each a line"))).to_be_visible()
    context.close()


@pytest.mark.parametrize("ledger", LEDGERS)
def test_ledgers_fit_a_phone_and_twice_the_size(ledger: str, page: Page, address: str) -> None:
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(f"{address}ledgers/?ledger={ledger}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_holds_the_tables_alone(page: Page, address: str) -> None:
    page.goto(f"{address}ledgers/?ledger=all")
    page.emulate_media(media="print")
    for hidden in (".site", ".ledger-tabs", ".csv", ".back"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".sheet-table")).not_to_have_count(0)
    expect(page.locator("thead").first).to_be_visible()


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing(paper: Literal["light", "dark"], width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=paper)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for ledger in (*LEDGERS, "all"):
        page.goto(f"{address}ledgers/?ledger={ledger}")
        assert complaints(page) == [], ledger
    assert said == []
