"""A small learning platform for tests: keys of its own, real signatures, a server that answers over HTTP.

It logs people in, launches, takes what a teacher chose, gives leave to send
grades and takes them, as the LTI 1.3 and Assignment and Grade Services documents say.
"""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from jwcrypto.jwk import JWK

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
COURSE_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
CLIENT, DEPLOYMENT = "comparer-client", "deployment-1"
PLATFORM_KEY = JWK.generate(kty="RSA", size=2048, kid="platform-key")
HEAD = "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>Platform</title><style>iframe{width:100%;height:80vh;border:1px solid}</style>"
STRANGER = JWK.generate(kty="RSA", size=2048, kid="platform-key")
"""A key of the same name that is not the platform's."""


@dataclass
class TestPlatform:
    """The platform's side. `scores` holds what was sent to it, `chosen` the deep-linking answers it took."""

    __test__ = False

    root: str = ""
    tool_key_set: list[dict[str, Any]] = field(default_factory=list)
    """The public keys that the tool shows."""
    key: JWK = PLATFORM_KEY
    scores: list[dict[str, Any]] = field(default_factory=list)
    chosen: list[dict[str, Any]] = field(default_factory=list)
    refuse_scores: list[int] = field(default_factory=list)
    """What to answer to the next scores instead of taking them."""
    refuse_headers: dict[str, str] = field(default_factory=dict)
    """Headers that go with these."""
    plain_scores: bool = False
    """Take scores with words that are no JSON."""
    slow: float = 0
    """Seconds before a score is answered."""
    refuse_leave: int = 0
    key_set: bytes | None = None
    """What to show instead of the keys."""
    asked: list[str] = field(default_factory=list)
    leaves: set[str] = field(default_factory=set)
    next_claims: dict[str, Any] = field(default_factory=dict)
    """What the login page launches with, for browsers."""

    def claims(self, nonce: str, *, who: str = "Learner", subject: str = "7314", **more: Any) -> dict[str, Any]:
        """Return what the platform says of a person who follows a link; `more` sets further claims by short name."""
        now = int(time.time())
        said: dict[str, Any] = {
            "iss": self.root,
            "aud": CLIENT,
            "sub": subject,
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "given_name": "Ilka",
            "family_name": "Sandvoss",
            "name": "Ilka Sandvoss",
            "email": "ilka.sandvoss@school.example",
            f"{CLAIM}message_type": "LtiResourceLinkRequest",
            f"{CLAIM}version": "1.3.0",
            f"{CLAIM}deployment_id": DEPLOYMENT,
            f"{CLAIM}roles": [f"{COURSE_ROLE}{who}"],
            f"{CLAIM}resource_link": {"id": "link-1", "title": "Two ferries"},
            f"{CLAIM}context": {"id": "course-1", "title": "Media 8b"},
            f"{CLAIM}target_link_uri": "http://testserver/class/lti/launch/",
            "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint": {
                "scope": [SCORE],
                "lineitems": f"{self.root}/grades",
                "lineitem": f"{self.root}/grades/link-1",
            },
        }
        return said | {name if ":" in name or name in said else f"{CLAIM}{name}": value for name, value in more.items()}

    def deep_claims(self, nonce: str, *, who: str = "Instructor", **more: Any) -> dict[str, Any]:
        """Return what it says of a person who chooses content."""
        said = self.claims(nonce, who=who, **more)
        del said[f"{CLAIM}resource_link"], said["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]
        asked: dict[str, Any] = {
            f"{CLAIM}message_type": "LtiDeepLinkingRequest",
            "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings": {
                "deep_link_return_url": f"{self.root}/chosen",
                "accept_types": ["ltiResourceLink"],
                "accept_presentation_document_targets": ["iframe", "window"],
                "data": "course-1:section-2",
            },
        }
        return said | asked | {name: value for name, value in more.items() if ":" in name}

    def sign(self, claims: dict[str, Any], *, key: JWK | None = None, **header: Any) -> str:
        """Return the claims as a token, signed with the platform's key or another."""
        signing = (key or self.key).export_to_pem(private_key=True, password=None)
        return jwt.encode(claims, signing, algorithm="RS256", headers={"kid": "platform-key"} | header)

    def answer_login(self, asked: dict[str, str]) -> str:
        """Return the page that sends a browser on to the tool, as whoever `next_claims` says."""
        claims = self.claims(asked["nonce"]) | self.next_claims | {"nonce": asked["nonce"]}
        return _form(asked["redirect_uri"], {"id_token": self.sign(claims), "state": asked["state"]})

    def take_chosen(self, token: str) -> dict[str, Any]:
        """Check and keep what a teacher chose."""
        key = jwt.PyJWK(next(key for key in self.tool_key_set if key["kid"] == jwt.get_unverified_header(token)["kid"]))
        said: dict[str, Any] = jwt.decode(token, key, algorithms=["RS256"], audience=self.root, issuer=CLIENT)
        self.chosen.append(said)
        return said

    def give_leave(self, sent: dict[str, list[str]]) -> tuple[int, Any]:
        if self.refuse_leave:
            return self.refuse_leave, {"error": "invalid_client"}
        assertion = sent["client_assertion"][0]
        header = jwt.get_unverified_header(assertion)
        key = jwt.PyJWK(next(key for key in self.tool_key_set if key["kid"] == header["kid"]))
        jwt.decode(assertion, key, algorithms=["RS256"], audience=f"{self.root}/token", issuer=CLIENT)
        leave = uuid.uuid4().hex
        self.leaves.add(leave)
        return 200, {"access_token": leave, "token_type": "Bearer", "expires_in": 3600, "scope": sent["scope"][0]}

    def take_score(self, path: str, authorization: str, body: bytes) -> tuple[int, Any]:
        if authorization.removeprefix("Bearer ") not in self.leaves:
            return 401, {}
        if self.refuse_scores:
            return self.refuse_scores.pop(0), {}
        time.sleep(self.slow)
        self.scores.append({"path": path, **json.loads(body)})
        return 200, {}


class Handler(BaseHTTPRequestHandler):
    """The platform's server; `platform` is set on a class of its own for each."""

    platform: TestPlatform

    def do_GET(self) -> None:
        self.platform.asked.append(self.path)
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/keys":
            shown = (
                self.platform.key_set or json.dumps({"keys": [json.loads(self.platform.key.export_public())]}).encode()
            )
            self._send(200, shown, "application/json")
        elif parts.path == "/login":
            self._page(self.platform.answer_login(asked))
        elif parts.path == "/redirects":
            self.send_response(302)
            self.send_header("Location", f"{self.platform.root}/keys")
            self.end_headers()
        else:
            self._page(f'<h1>A course</h1><iframe title="Exercise" src="{escape(asked.get("begin", ""))}"></iframe>')

    def do_POST(self) -> None:
        self.platform.asked.append(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/token":
            self._answer(*self.platform.give_leave(parse_qs(body.decode())))
        elif self.path == "/chosen":
            said = self.platform.take_chosen(parse_qs(body.decode())["JWT"][0])
            items = said["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"]
            self._page(f"<h1>Put into the course: {escape(items[0]['title'])}</h1>")
        else:
            status, said = self.platform.take_score(self.path, self.headers.get("Authorization", ""), body)
            is_plain = status == HTTPStatus.OK and self.platform.plain_scores
            self._send(status, b"Thank you." if is_plain else json.dumps(said).encode(), "application/json")

    def _answer(self, status: int, said: Any) -> None:
        self._send(status, json.dumps(said).encode(), "application/json")

    def _page(self, html: str) -> None:
        self._send(200, f"{HEAD}{html}".encode(), "text/html; charset=utf-8")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in self.platform.refuse_headers.items() if status != HTTPStatus.OK else ():
            self.send_header(name, value)
        self.end_headers()
        # Whoever asked may have lost patience.
        with suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, *_words: Any) -> None:
        """Say nothing."""


@contextmanager
def running_platform(host: str = "127.0.0.1") -> Iterator[TestPlatform]:
    """Run a platform on a free port of this machine."""
    platform = TestPlatform()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"platform": platform}))
    platform.root = f"http://{host}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield platform
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _form(address: str, fields: dict[str, str]) -> str:
    inputs = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in fields.items())
    return f'<form method="post" action="{address}">{inputs}</form><script>document.forms[0].submit()</script>'
