"""Fetching: the public web only, whatever names and redirects say, within size, time and kind."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any

import pytest

from comparer.library.importing.checking import RefusedError
from comparer.library.importing.fetching import fetch, is_public

PAGE = b"<html><body>story</body></html>"


class Site(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            return self._answer(302, location=self.path.removeprefix("/to/"))
        if self.path == "/round":
            return self._answer(301, location="/round")
        if self.path == "/hangs":
            time.sleep(5)
        if self.path == "/drips":
            return self._drip()
        kinds = {"/feed": "application/rss+xml", "/film": "video/mp4", "/pdf": "application/pdf"}
        body = PAGE * 1_000 if self.path == "/large" else PAGE
        return self._answer(
            404 if self.path == "/gone" else 200, kinds.get(self.path, "text/html; charset=utf-8"), body
        )

    def _answer(self, status: int, kind: str = "text/html", body: bytes = b"", location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(100):
            try:
                self.wfile.write(b"x")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    def log_message(self, *_said: object) -> None:
        """Quiet."""


@contextmanager
def serving() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving() as address:
        yield address


def get(address: str, **more: float) -> object:
    return fetch(address, most_bytes=int(more.pop("most_bytes", 10_000)), may_reach=lambda _ip, _port: True, **more)


@pytest.mark.parametrize(("path", "name"), [("/a?b=c", "page.html"), ("/feed", "feed.xml"), ("/pdf", "page.pdf")])
def test_a_page_comes_with_its_address_and_kind(site: str, path: str, name: str) -> None:
    found = fetch(f"{site}{path}", most_bytes=10_000, may_reach=lambda _ip, _port: True)
    assert (found.address, found.data, found.file_name) == (f"{site}{path}", PAGE, name)


def test_redirects_are_followed_to_the_address_that_counts(site: str) -> None:
    found = fetch(f"{site}/to//to//a", most_bytes=10_000, may_reach=lambda _ip, _port: True)
    assert found.address == f"{site}/a"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gone", "“404 Not Found”"),
        ("/film", "no page but “video/mp4”"),
        ("/large", "more than 0 MB"),
        ("/round", "leads on more than 5 times"),
        ("/to/ftp://a.example/", "begin with http"),
        ("/to/file:///etc/passwd", "begin with http"),
        ("/to/http://user:word@a.example/", "holds a name or a password"),
        ("/to/http://no-such-name.invalid/", "no site called no-such-name.invalid"),
    ],
)
def test_what_is_no_page_is_refused_in_a_sentence(site: str, path: str, words: str) -> None:
    with pytest.raises(RefusedError, match=words) as refusal:
        get(f"{site}{path}")
    assert str(refusal.value).endswith((".", "?"))


@pytest.mark.parametrize("path", ["/hangs", "/drips"])
def test_a_site_that_hangs_is_left_in_time(site: str, path: str) -> None:
    with pytest.raises(RefusedError, match="took too long"):
        get(f"{site}{path}", seconds=0.5)


def test_a_site_that_is_not_there_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(RefusedError, match=r"127\.0\.0\.1 could not be reached"):
        get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/", "http://192.168.0.1/", "http://172.16.0.9/",
        "http://169.254.169.254/latest/", "http://[fe80::1]/", "http://[fc00::1]/", "http://0.0.0.0/", "http://[::]/",
        "http://224.0.0.1/", "http://100.64.0.1/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/", "http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://255.255.255.255/",
        "http://8.8.8.8:8080/", "https://8.8.8.8:22/", "http://[fec0::1]/", "http://192.0.2.1/",
    ],
)  # fmt: skip
def test_nothing_inside_is_reached(address: str) -> None:
    with pytest.raises(RefusedError, match=r"private network|no site called"):
        fetch(address, most_bytes=1_000)


@pytest.mark.parametrize(
    "address",
    [
        "not an address",
        "http://",
        "http://a b.example/",
        "http://[::1",
        "http://a.example:99999/",
        "http://a.example/a\r\nHost: b",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(RefusedError):
        fetch(address, most_bytes=1_000)


def test_a_redirect_inside_is_not_followed(site: str) -> None:
    port = int(site.rpartition(":")[2])
    reached = []

    def only_first(_ip: object, asked: int) -> bool:
        reached.append(asked)
        return asked == port

    with pytest.raises(RefusedError, match="private network"):
        fetch(f"{site}/to/http://127.0.0.1:1/", most_bytes=1_000, may_reach=only_first)
    assert reached == [port, 1]


def test_the_address_that_was_checked_is_the_one_connected_to(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers otherwise the second time (DNS rebinding) gains nothing: it is not asked again."""
    port = int(site.rpartition(":")[2])
    asked: list[str] = []
    look_up: Any = socket.getaddrinfo

    def once(host: str, *more: object, **named: object) -> Any:
        asked.append(host)
        return look_up("127.0.0.1" if host == "news.example" else host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    found = fetch(f"http://news.example:{port}/a", most_bytes=1_000, may_reach=lambda _ip, _port: True)
    assert found.data == PAGE
    assert asked.count("news.example") == 1


def test_a_name_with_one_address_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(0, 0, 0, "", ("8.8.8.8", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_named: both)
    with pytest.raises(RefusedError, match="private network"):
        fetch("http://two.example/", most_bytes=1_000)


@pytest.mark.parametrize(
    ("address", "port", "public"), [("8.8.8.8", 443, True), ("2606:4700::1", 80, True), ("8.8.8.8", 25, False)]
)
def test_is_public_is_the_open_web(address: str, port: int, public: bool) -> None:  # noqa: FBT001 -- a case
    assert is_public(ip_address(address), port) == public
