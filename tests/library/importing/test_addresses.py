"""Web addresses from the form, feeds and lists of feeds, fetched from a server of this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from comparer.library.catalogue.models import Item
from comparer.library.importing.fetching import fetch
from comparer.library.importing.starting import start_import
from comparer.library.importing.working import bring_in
from tests.library.catalogue.making import make_collection
from tests.library.decode.documents import ENGINE, FERRY, TITLE

pytestmark = pytest.mark.django_db


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        here = f"http://{self.headers['Host']}"
        page = f"""<html><head><title>{TITLE}</title><link rel="canonical" href="{here}/ferry">
        <meta property="og:site_name" content="The Alda Mail"><meta name="author" content="Ana Bell">
        <meta property="article:published_time" content="2024-03-04T10:00:00Z">
        <meta property="article:modified_time" content="2024-03-05T10:00:00Z"></head>
        <body><article><h1>{TITLE}</h1><p>{FERRY}</p><p>{ENGINE}</p></article></body></html>"""
        feed = f"""<rss version="2.0"><channel><title>Orsa Post</title><item><title>Light</title>
        <link>{here}/light</link><description>{FERRY} It was lit.</description></item></channel></rss>"""
        is_feed = self.path == "/rss"
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml" if is_feed else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((feed if is_feed else page).encode())

    def log_message(self, *_said: object) -> None:
        """Quiet."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[str]:
    settings.COMPARER_FETCH = True
    reach_all = partial(fetch, may_reach=lambda _ip, _port: True)
    monkeypatch.setattr("comparer.library.importing.sources.fetch", reach_all)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_kept_with_what_it_says_of_itself(site: str) -> None:
    batch = start_import(
        collection=make_collection(), by_id=None, addresses=[f"{site}/ferry?from=mail"], may_fetch=True
    )
    bring_in(batch)
    item = Item.objects.get()
    assert (item.title, item.byline, item.address) == (TITLE, "Ana Bell", f"{site}/ferry")
    assert (str(item.published), str(item.updated)) == ("2024-03-04", "2024-03-05")
    assert item.outlet is not None
    assert item.outlet.name == "The Alda Mail"
    assert item.current is not None
    assert item.current.file_bytes


def test_a_list_of_feeds_leads_to_the_entries_of_each(site: str) -> None:
    opml = f'<opml><body><outline text="Orsa" xmlUrl="{site}/rss"/></body></opml>'
    upload = SimpleUploadedFile("feeds.opml", opml.encode())
    batch = start_import(collection=make_collection(), by_id=None, files=[upload], may_fetch=True)
    bring_in(batch)
    batch.refresh_from_db()
    assert (batch.total, batch.added) == (1, 1)
    assert [row.name for row in batch.rows.filter(outcome="added")] == ["feeds.opml: Orsa: entry 1"]
    assert Item.objects.get().address == f"{site}/light"


def test_who_may_not_fetch_gets_nothing_fetched(site: str) -> None:
    opml = f'<opml><body><outline text="Orsa" xmlUrl="{site}/rss"/></body></opml>'
    upload = SimpleUploadedFile("feeds.opml", opml.encode())
    batch = start_import(collection=make_collection(), by_id=None, files=[upload])
    bring_in(batch)
    assert "not fetched here" in batch.rows.get(outcome="refused").reason
    assert not Item.objects.exists()
