"""Two ways to work a page: with the mouse, and with nothing but the keyboard."""

from __future__ import annotations

from typing import Protocol

from playwright.sync_api import Locator, Page

MOST_TABS = 400
IS_FOCUSED = "element => element === document.activeElement"
SHOWS_FOCUS = """element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
}"""


class Hand(Protocol):
    def choose(self, target: Locator) -> None:
        """Follow a link, press a button, open a block, tick a box."""

    def write(self, field: Locator, words: str) -> None:
        """Put words into a field in place of what it holds."""


class Mouse:
    def choose(self, target: Locator) -> None:
        target.click()

    def write(self, field: Locator, words: str) -> None:
        field.click()
        field.fill(words)


class Keys:
    """Goes with the tab key from where the focus is, as a person would, and never calls the mouse."""

    def __init__(self, page: Page) -> None:
        self.keyboard = page.keyboard

    def choose(self, target: Locator) -> None:
        self._reach(target)
        self.keyboard.press("Enter")

    def write(self, field: Locator, words: str) -> None:
        self._reach(field)
        self.keyboard.press("ControlOrMeta+a")
        self.keyboard.insert_text(words)

    def _reach(self, target: Locator) -> None:
        target.wait_for(state="attached")
        for _ in range(MOST_TABS):
            if target.evaluate(IS_FOCUSED):
                assert target.evaluate(SHOWS_FOCUS), f"{target} does not show that it has the focus"
                return
            self.keyboard.press("Tab")
        raise AssertionError(f"{target} is not reached with {MOST_TABS} presses of the tab key")
