"""The second step: the platform's signed word on who comes and what for, checked in every part.

pylti1p3 reads the token, finds the key and checks the signature and the form of
the message. Four things it leaves open are checked here: that the answer belongs to a
login begun here and is used once, that the token ends, that it is meant for us
alone, and which way it is signed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from pylti1p3.cookie import CookieService
from pylti1p3.exception import LtiException
from pylti1p3.message_launch import MessageLaunch
from pylti1p3.request import Request
from pylti1p3.session import SessionService

from comparer.classroom.lti.beginning import take_login
from comparer.classroom.lti.fetching import PlatformSession
from comparer.classroom.lti.keys import registration_of
from comparer.classroom.lti.keysets import keys_for
from comparer.classroom.lti.models import Login, Platform
from comparer.classroom.lti.roles import Who, who_is
from comparer.classroom.lti.troubles import AGAIN, HELP, TELL, LtiError

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
LONGEST_TOKEN = 100_000
LONGEST_ID = 255


@dataclass(frozen=True, slots=True)
class Launch:
    """Who comes from where, what for. Lives for one request; nothing of it is kept as it is."""

    platform: Platform
    claims: Mapping[str, Any]

    @property
    def deployment(self) -> str:
        return self.text(f"{CLAIM}deployment_id")

    @property
    def subject(self) -> str:
        return self.text("sub")

    @property
    def who(self) -> Who:
        return who_is(role for role in _list(self.claims.get(f"{CLAIM}roles")) if isinstance(role, str))

    @property
    def is_deep_linking(self) -> bool:
        return self.text(f"{CLAIM}message_type") == "LtiDeepLinkingRequest"

    @property
    def resource_link(self) -> str:
        return self.text(f"{CLAIM}resource_link", "id")

    @property
    def course(self) -> str:
        return (self.text(f"{CLAIM}context", "title") or self.text(f"{CLAIM}context", "label"))[:80]

    @property
    def line_item(self) -> str:
        """Where grades of this link go; "" where the platform takes none from us."""
        scopes = _list(_dict(self.claims.get(GRADES)).get("scope"))
        return self.text(GRADES, "lineitem") if SCORE in scopes else ""

    @property
    def deep_linking(self) -> dict[str, Any]:
        return _dict(self.claims.get(DEEP))

    def text(self, claim: str, part: str = "") -> str:
        """Return a claim that is text, or a part of one that has parts; "" for anything else."""
        found = _dict(self.claims.get(claim)).get(part) if part else self.claims.get(claim)
        return found if isinstance(found, str) and "\0" not in found else ""


def check_launch(*, token: str, state: str) -> Launch:
    """Return who comes. LtiError says in a plain sentence what is wrong; the login is used up either way."""
    login = take_login(state)
    if not token:
        raise LtiError(f"{login.platform.name} did not say who you are. Are you still signed in there? {AGAIN}")
    checked = _Token(token)
    try:
        claims = _check(checked, login)
    except LtiException as wrong:
        raise LtiError(
            f"{login.platform.name} sent a message that is not signed as it should be, or that is too old. {AGAIN} {HELP}"
        ) from wrong
    _check_deployment(login.platform, claims)
    return Launch(login.platform, claims)


class _NoRequest(Request):
    def is_secure(self) -> bool:
        return True

    def get_param(self, key: str) -> str:  # noqa: ARG002 -- what pylti1p3 asks
        return ""


class _NoCookies(CookieService):
    def get_cookie(self, name: str) -> str | None:  # noqa: ARG002 -- the same
        return None

    def set_cookie(self, name: str, value: str | int, exp: int | None = 0) -> None:
        """Keep nothing."""


class _Token(MessageLaunch[Any, Any, Any, Any]):
    """pylti1p3's checks of one token, without its cookies and sessions."""

    def __init__(self, token: str) -> None:
        request = _NoRequest()
        super().__init__(
            request, cast("Any", None), SessionService(request), _NoCookies(), requests_session=PlatformSession()
        )
        self.set_auto_validation(enable=False)
        self._token = token[:LONGEST_TOKEN]

    def _get_request_param(self, key: str) -> str:
        return self._token if key == "id_token" else ""

    def header(self) -> Mapping[str, Any]:
        return _dict(self._jwt.get("header"))

    def check_signature(self, platform: Platform) -> None:
        """LtiException where none of the platform's keys made it, or it is over."""
        key_id = self.header().get("kid")
        self._registration = registration_of(platform)
        self._registration.set_key_set({"keys": keys_for(platform, key_id if isinstance(key_id, str) else "")})
        self.validate_jwt_signature()


def _check(token: _Token, login: Login) -> Mapping[str, Any]:
    token.validate_jwt_format()
    if token.header().get("alg") != "RS256":
        raise LtiException("Platforms sign with RS256.")
    token.check_signature(login.platform)
    claims = _dict(token.get_launch_data())
    _check_claims(claims, login)
    _check_message(token, claims)
    return claims


def _check_claims(claims: Mapping[str, Any], login: Login) -> None:
    platform = login.platform
    if not all(isinstance(claims.get(name), int) for name in ("exp", "iat")):
        raise LtiException("The token must say when it was made and when it ends.")
    if claims.get("iss") != platform.issuer:
        raise LtiError(f"This launch did not come from {platform.name}, where it began. {AGAIN}")
    audience = claims.get("aud")
    meant_for = _list(audience) if isinstance(audience, list) else [audience]
    if platform.client_id not in meant_for or claims.get("azp", platform.client_id) != platform.client_id:
        raise LtiError(f"{platform.name} sent a message that was meant for another tool. {TELL}")
    if len(meant_for) > 1 and "azp" not in claims:
        raise LtiError(f"{platform.name} sent a message that was meant for several tools. {TELL}")
    if claims.get("nonce") != login.nonce:
        raise LtiError(f"This launch was used before, or did not begin here. {AGAIN}")


def _check_message(token: _Token, claims: Mapping[str, Any]) -> None:
    kind = claims.get(f"{CLAIM}message_type")
    if kind not in {"LtiResourceLinkRequest", "LtiDeepLinkingRequest"}:
        raise LtiError(f"Your learning platform asked for something that this site does not do. {TELL}")
    subject, deployment = claims.get("sub"), claims.get(f"{CLAIM}deployment_id")
    named = [subject, deployment]
    if kind == "LtiResourceLinkRequest":
        named.append(_dict(claims.get(f"{CLAIM}resource_link")).get("id"))
    if not all(isinstance(name, str) and 0 < len(name) <= LONGEST_ID and "\0" not in name for name in named):
        raise LtiError(f"Your learning platform does not say who you are, or where you come from. {TELL}")
    token.validate_message()


def _check_deployment(platform: Platform, claims: Mapping[str, Any]) -> None:
    if not platform.deployments.filter(deployment_id=claims[f"{CLAIM}deployment_id"]).exists():
        raise LtiError(
            f"{platform.name} is registered here, but not the place in it that you come from (its deployment ID). {TELL}"
        )


def _dict(found: object) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _list(found: object) -> list[Any]:
    return found if isinstance(found, list) else []
