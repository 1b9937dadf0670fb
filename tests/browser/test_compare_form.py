"""The form of two pieces in a real browser: what is seen without scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer


@pytest.mark.parametrize(("width", "height"), [(1366, 650), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("path", ["/", "/?example"])
def test_the_button_is_seen_at_once(path: str, width: int, height: int, live_server: LiveServer, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(live_server.url + path)
    expect(page.get_by_role("button", name="Compare", exact=True)).to_be_in_viewport(ratio=1)
    box = page.get_by_label("Paste the text").first.bounding_box()
    assert box
    assert box["height"] >= 110
