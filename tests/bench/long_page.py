"""The result page of a long pair: what it costs the server, and how it feels in a browser."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Page, sync_playwright

from comparer.analysis.compare import ENGINE
from comparer.comparisons.models import Comparison
from comparer.comparisons.running import perform
from comparer.comparisons.services import make_example
from tests.bench.long_pair import make_long_pair
from tests.bench.measure import Row, seconds_of, seconds_once
from tests.browser.conftest import ARGUMENTS, find_chromium
from tests.browser.sizes import WIDE

WORDS = 3_000
"""In each of the two pieces."""
IN_PLACE = {"HX-Request": "true", "HX-Target": "bar"}
PARTS = (
    ("filter: disagreements", "?show=conflict"),
    ("filter: all differences", "?show=all"),
    ("filter: all matches", "?show=match"),
    ("view: claims in rows", "?view=rows"),
    ("view: told by one", "?view=told"),
    ("view: overview", "?view=map"),
)
FRAMES = """() => {
    window.frames_ = [];
    let last = performance.now();
    const note = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(note); };
    requestAnimationFrame(note);
    window.long_ = [];
    new PerformanceObserver((list) => window.long_.push(...list.getEntries().map((one) => one.duration)))
        .observe({ type: "longtask" });
}"""
CLICK = """async (selector) => {
    const began = performance.now();
    document.querySelector(selector).click();
    await new Promise((resolve) => document.addEventListener("htmx:afterSettle", resolve, { once: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
}"""


def measure() -> Iterator[Row]:
    """Yield the figures of a pair of twice `WORDS` words; needs a database that may be written to."""
    left, right = make_long_pair(words=WORDS)
    comparison = make_example(left=left, right=right, engine=ENGINE)
    yield Row(f"a pair of {2 * WORDS:,} words to a report", seconds=seconds_once(lambda: perform(comparison.pk)))
    comparison.refresh_from_db()
    if not comparison.is_done:
        raise SystemExit(f"The long pair could not be compared: {comparison.get_trouble_display()}")
    yield from _server(comparison)
    yield from _browser(comparison)


def _server(comparison: Comparison) -> Iterator[Row]:
    client, address = Client(), comparison.get_absolute_url()
    yield Row("  its page, whole", seconds=seconds_of(lambda: client.get(address)), aim="1000 ms")
    sent = client.get(address).content
    yield Row("    as sent", size=len(sent))
    yield Row("    compressed", size=len(gzip.compress(sent)))
    for name, query in (*PARTS, ("card", "?card=d1")):
        headers = IN_PLACE | ({"HX-Target": "card"} if name == "card" else {})
        answer = client.get(address + query, headers=headers).content
        if b'class="pane"' in answer:
            raise SystemExit(f"{query} sends the texts again.")
        seconds = seconds_of(lambda query=query, headers=headers: client.get(address + query, headers=headers))  # type: ignore[misc]
        yield replace(Row(f"  {name}", seconds=seconds, size=len(answer)), aim="100 ms")


def _browser(comparison: Comparison) -> Iterator[Row]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with _served() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport=WIDE)
        page.goto(server + comparison.get_absolute_url())
        page.wait_for_load_state("networkidle")
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        yield Row("in Chromium: first content", seconds=painted / 1000, aim="1000 ms")
        yield from _scrolling(page)
        for name, selector in (("disagreements", "#show-2"), ("all differences", "#show-7"), ("back", "#show-1")):
            taken = page.evaluate(CLICK, selector)
            yield Row(f"  filter from click to screen: {name}", seconds=taken / 1000)
        browser.close()


def _scrolling(page: Page) -> Iterator[Row]:
    page.evaluate(FRAMES)
    page.locator("#left").hover()
    for _ in range(80):
        page.mouse.wheel(0, 150)
        page.wait_for_timeout(16)
    frames = sorted(page.evaluate("window.frames_"))
    yield Row("  scrolling both texts: a frame, middle one", seconds=frames[len(frames) // 2] / 1000, aim="17 ms")
    yield Row("    95 of 100 take at most", seconds=frames[int(len(frames) * 0.95)] / 1000)
    yield Row("    work over 50 ms, together", seconds=sum(page.evaluate("window.long_")) / 1000, aim="0 ms")


@contextmanager
def _served() -> Iterator[str]:
    """Serve the site from a thread, on this thread's database."""
    connection = connections["default"]
    connection.inc_thread_sharing()
    thread = LiveServerThread("localhost", StaticFilesHandler, connections_override={"default": connection})
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    try:
        yield f"http://localhost:{thread.port}"
    finally:
        thread.terminate()
        connection.dec_thread_sharing()
