"""A real browser for the pages: CHROMIUM names it, else the first of the usual names."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from comparer.comparisons.models import Comparison
from comparer.library.models import Article
from comparer.web.people import Person
from tests.browser.sizes import WIDE
from tests.comparisons.making import make_comparison

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


ARGUMENTS = [
    "--no-sandbox",  # the superuser of a container has no other way
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find_chromium() -> str | None:
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = find_chromium()
    if found is None:
        pytest.fail("No Chromium found; `make test` brings one, or name yours by CHROMIUM.")
    return browser_type_launch_args | {"executable_path": found, "args": ARGUMENTS}


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """The address of a finished comparison that everybody may see."""
    comparison = make_comparison(Person(visitor="somebody"), done=True)
    for article in (comparison.left, comparison.right):
        Article.objects.filter(pk=article.pk).update(is_example=True, visitor="", outlet="")
    Comparison.objects.filter(pk=comparison.pk).update(is_example=True, visitor="")
    return f"{live_server.url}{comparison.get_absolute_url()}"


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    """A wide page that must not report an error."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_viewport_size(WIDE)
    yield page
    assert said == []
