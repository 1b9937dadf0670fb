from __future__ import annotations

from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer


def test_first_page_opens_without_an_error_in_the_console(live_server: LiveServer, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    response = page.goto(live_server.url)
    assert response is not None
    assert response.ok
    page.wait_for_load_state("networkidle")
    assert said == []
