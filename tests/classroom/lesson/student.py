"""A student's phone reduced to what the server sees of it: one connection, its cookies, forms sent."""

from __future__ import annotations

import http.client
import json
import re
import time
import urllib.parse
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from uuid import uuid4

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
STATE = re.compile(r"pulse/\?state=([\w-]+)")


@dataclass
class Student:
    """`times` holds (what, seconds) of each request that was answered."""

    port: int
    nickname: str
    cookies: dict[str, str] = field(default_factory=dict)
    times: list[tuple[str, float]] = field(default_factory=list)
    room: str = ""
    token: str = ""
    state: str = ""
    _connection: http.client.HTTPConnection | None = None

    def join(self, code: str) -> None:
        """Come in as by the QR code, and open the first task."""
        self._read(self.ask("open the join page", "GET", f"/join/{code}/")[1])
        form = {"code": code, "nickname": self.nickname}
        status, _, location = self.ask("join", "POST", "/join/", form)
        assert status == 302, f"{self.nickname} was not let in: {status}"
        self.room = location.removesuffix("welcome/")
        self.look()

    def look(self) -> None:
        """Open the task of the class."""
        self._read(self.ask("open a task", "GET", self.room)[1])

    def pulse(self) -> bool:
        """Ask whether the lesson stands where it was; True where it does."""
        address = f"{self.room}pulse/?state={self.state}"
        return self.ask("pulse", "GET", address, headers={"HX-Request": "true"})[0] == 204

    def answer(self, task: str, fields: dict[str, str], sending: str | None = None) -> int:
        """Send an answer as the page's script does; return the status."""
        form = fields | {"sending": sending or str(uuid4())}
        status, body, _ = self.ask("answer", "POST", f"{self.room}task/{task}/", form, {"Accept": "application/json"})
        if status == 200:
            assert json.loads(body)["sending"] == form["sending"]
        return status

    def ask(
        self,
        what: str,
        method: str,
        path: str,
        form: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> tuple[int, str, str]:
        """Return status, body and where it leads. OSError or HTTPException where the server is gone."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} | (headers or {})
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form | {"csrfmiddlewaretoken": self.token})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection = self._connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        began = time.perf_counter()
        try:
            self._connection.request(method, path, body, headers)
            response = self._connection.getresponse()
            read = response.read().decode()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        self.times.append((what, time.perf_counter() - began))
        for line in response.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return response.status, read, response.headers.get("Location", "")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _read(self, page: str) -> None:
        if found := TOKEN.search(page):
            self.token = found[1]
        if found := STATE.search(page):
            self.state = found[1]
