"""Fetching one page of the public web. Nothing inside this network is reached, whatever a name or a redirect says."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from types import MappingProxyType
from typing import Self
from urllib.parse import SplitResult, urljoin, urlsplit

from comparer.library.importing.checking import RefusedError

MOST_SECONDS = 20.0
MOST_REDIRECTS = 5
PORTS: Mapping[str, int] = MappingProxyType({"http": 80, "https": 443})
_KINDS: Mapping[str, str] = MappingProxyType({
    "text/html": "page.html", "application/xhtml+xml": "page.html", "text/plain": "page.txt",
    "application/pdf": "page.pdf", "application/rss+xml": "feed.xml", "application/atom+xml": "feed.xml",
    "application/xml": "feed.xml", "text/xml": "feed.xml",
})  # fmt: skip
_HEADERS = {"User-Agent": "Comparer library", "Accept": ", ".join(_KINDS), "Accept-Encoding": "identity"}
_TOO_LONG = "This address took too long to answer. Try again later, or save the page."
_TRANSLATES = ip_network("64:ff9b::/96")
_MOVED = frozenset({301, 302, 303, 307, 308})

IPAddress = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Fetched:
    """`address` is where the page was found after redirects; the name's ending tells its kind."""

    address: str
    data: bytes
    file_name: str


def is_public(address: IPAddress, port: int) -> bool:
    """Return True for a usual web port of a host on the open internet; not private, loopback, link-local or multicast."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped, port)
        # addresses that stand for an IPv4 address behind a translator could lead anywhere
        if address.sixtofour or address.teredo or address.is_site_local or address in _TRANSLATES:
            return False
    return port in PORTS.values() and address.is_global and not address.is_multicast


def fetch(
    address: str,
    *,
    most_bytes: int,
    seconds: float = MOST_SECONDS,
    may_reach: Callable[[IPAddress, int], bool] = is_public,
) -> Fetched:
    """Return what the address answers. RefusedError says in a plain sentence why there is nothing.

    Each name is looked up once, checked, and that very address is connected to,
    at every redirect anew. `may_reach` is there for tests, which run a server of
    their own on this machine.
    """
    deadline = time.monotonic() + seconds
    for _ in range(MOST_REDIRECTS + 1):
        answer = _ask(address, most_bytes, deadline, may_reach)
        if isinstance(answer, Fetched):
            return answer
        address = urljoin(address, answer)
    raise RefusedError(
        f"This address leads on more than {MOST_REDIRECTS} times. Open it in a browser and save the page."
    )


def _ask(address: str, most_bytes: int, deadline: float, may_reach: Callable[[IPAddress, int], bool]) -> Fetched | str:
    """Return the page, or the address it has moved to."""
    parts, host, port = _split(address)
    connection = _Connection(_look_up(host, port, may_reach), host, port, deadline, is_secure=parts.scheme == "https")
    try:
        with connection:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", path, headers=_HEADERS)
            with connection.getresponse() as response:
                if response.status in _MOVED and (moved_to := response.headers.get("Location")):
                    return moved_to
                return Fetched(address, _read(response, most_bytes, deadline), _file_name(response))
    except (OSError, http.client.HTTPException, ValueError) as problem:
        if time.monotonic() >= deadline:
            raise RefusedError(_TOO_LONG) from problem
        raise RefusedError(
            f"{host} could not be reached, or broke off. Try again later, or save the page."
        ) from problem


def _split(address: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(address)
        port = parts.port or PORTS.get(parts.scheme, 0)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError) as problem:
        raise RefusedError("This is not a web address. It looks like https://example.org/story.") from problem
    if parts.scheme not in PORTS or not host:
        raise RefusedError("Only addresses that begin with http:// or https:// are fetched.")
    if parts.username or parts.password:
        raise RefusedError("This address holds a name or a password, so it is not fetched.")
    if any(ord(character) <= 32 or ord(character) > 126 for character in parts.path + parts.query):
        raise RefusedError("This address holds characters that no address has. Copy it from your browser.")
    return parts, host, port


def _look_up(host: str, port: int, may_reach: Callable[[IPAddress, int], bool]) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [ip_address(str(place[0]).partition("%")[0]) for *_kind, place in found]
    except (OSError, ValueError, UnicodeError) as problem:
        raise RefusedError(f"There is no site called {host}. Is the address right?") from problem
    # all of them: a name with one address outside and one inside is no accident
    if not addresses or not all(may_reach(address, port) for address in addresses):
        raise RefusedError("This address leads into a private network or to an unusual port, so it is not fetched.")
    return str(addresses[0])


class _Connection(http.client.HTTPConnection):
    """To an address that was looked up and checked before, under the name of the host; cut off at the deadline."""

    def __init__(self, checked: str, host: str, port: int, deadline: float, *, is_secure: bool) -> None:
        super().__init__(host, port)
        self._checked = checked
        self._left = max(0.1, deadline - time.monotonic())
        self._is_secure = is_secure
        # kept here, too: http.client lets go of its socket as soon as it hands over the answer
        self._reached: socket.socket | None = None
        self._alarm = threading.Timer(self._left, self._cut)

    def connect(self) -> None:
        self._alarm.start()
        self.sock = self._reached = socket.create_connection((self._checked, self.port), timeout=self._left)
        if self._is_secure:
            context = ssl.create_default_context()
            secure = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock = self._reached = secure
            secure.do_handshake()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._alarm.cancel()
        self.close()

    def _cut(self) -> None:
        """A server that sends a byte now and then never runs into a socket's own time limit."""
        with contextlib.suppress(OSError):
            if self._reached is not None:
                socket.socket.shutdown(self._reached, socket.SHUT_RDWR)


def _read(response: http.client.HTTPResponse, most_bytes: int, deadline: float) -> bytes:
    if response.status != HTTPStatus.OK:
        raise RefusedError(f"The site answered “{response.status} {response.reason[:60]}” and no page.")
    _file_name(response)
    data = response.read(most_bytes + 1)
    if time.monotonic() >= deadline:
        # cut off, it looks like a page that has come to its end
        raise RefusedError(_TOO_LONG)
    if len(data) > most_bytes:
        raise RefusedError(f"This page has more than {most_bytes / 1e6:.0f} MB. Save what matters of it as a file.")
    return data


def _file_name(response: http.client.HTTPResponse) -> str:
    kind = response.headers.get_content_type()
    if kind not in _KINDS:
        raise RefusedError(f"This address gives no page but “{kind[:60]}”, which is not fetched.")
    return _KINDS[kind]
