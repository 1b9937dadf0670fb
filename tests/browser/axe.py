"""What axe finds on a page that has come to rest."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

# A button is dimmed while its request is under way, and what is swapped in may still be moving.
AT_REST = """() => !document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")
  && document.getAnimations().every((one) => one.playState !== "running"
    || one.effect.getComputedTiming().iterations === Infinity)"""


def complaints(page: Page | Frame) -> list[str]:
    """Return a line for each thing that axe has against the page as it is when nothing is under way."""
    page.wait_for_function(AT_REST)
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]
