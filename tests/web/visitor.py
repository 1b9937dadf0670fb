"""A visitor's browser reduced to what a test needs: cookies, links followed, forms sent."""

from __future__ import annotations

import re
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.cookiejar import CookieJar


@dataclass
class Visitor:
    site: str
    """Address without the last slash."""
    jar: CookieJar = field(default_factory=CookieJar)

    def get(self, path: str) -> tuple[str, str]:
        """Return the path at which the visitor ends, and the page there."""
        return self._open(urllib.request.Request(self.site + path))

    def post(self, path: str, fields: dict[str, str]) -> tuple[str, str]:
        """Send a form with the token that its page holds."""
        _, page = self.get(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert token is not None
        sent = urllib.parse.urlencode(fields | {"csrfmiddlewaretoken": token[1]}).encode()
        return self._open(urllib.request.Request(self.site + path, data=sent, headers={"Referer": self.site + path}))

    def wait_to_leave(self, path: str, *, seconds: float) -> tuple[str, str]:
        """Ask again and again until the path leads elsewhere."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            where, page = self.get(path)
            if where != path:
                return where, page
            time.sleep(0.1)
        raise AssertionError(f"{path} still leads nowhere else: {page}")

    def _open(self, request: urllib.request.Request) -> tuple[str, str]:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        with opener.open(request, timeout=60) as response:
            return urllib.parse.urlsplit(response.url).path, response.read().decode()
