"""Several people at one site, each in a browser of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from comparer.accounts.models import User


class Visits:
    """Opens browsers that share nothing, and hears what goes wrong in them."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self.contexts: list[BrowserContext] = []
        self.thrown: list[str] = []

    def open(self, size: ViewportSize, *, user: User | None = None, **options: Any) -> Page:
        """Return a blank page, signed in as `user` where there is one."""
        context = self._browser.new_context(base_url=self._address, viewport=size, **options)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        if user is not None:
            client = Client()
            client.force_login(user)
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": self._address}])
        page = context.new_page()
        page.on("pageerror", lambda error: self.thrown.append(str(error)))
        return page


@contextmanager
def visits_to(browser: Browser, address: str) -> Iterator[Visits]:
    """Close every browser at the end; no page may have thrown an error."""
    visits = Visits(browser, address)
    yield visits
    for context in visits.contexts:
        context.close()
    assert visits.thrown == []


def fits(page: Page) -> bool:
    """Return True where the page does not scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
