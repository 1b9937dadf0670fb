"""The second step: the platform's signed word on who comes and what for, checked in every part.

`signature` reads what was signed. Checked here: that the answer belongs to a login
begun here and is used once, that it comes from the platform where it began and is
meant for us alone, from a place in it that is registered, and asks for what we do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comparer.classroom.lti.beginning import take_login
from comparer.classroom.lti.models import Login, Platform
from comparer.classroom.lti.roles import Who, who_is
from comparer.classroom.lti.signature import NotSignedError, read_token
from comparer.classroom.lti.troubles import AGAIN, HELP, TELL, LtiError

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
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
    try:
        claims = read_token(token, login.platform)
        _check_claims(claims, login)
        _check_message(claims)
    except NotSignedError as wrong:
        raise LtiError(
            f"{login.platform.name} sent a message that is not signed as it should be, or that is too old. {AGAIN} {HELP}"
        ) from wrong
    _check_deployment(login.platform, claims)
    return Launch(login.platform, claims)


def _check_claims(claims: Mapping[str, Any], login: Login) -> None:
    platform = login.platform
    if not all(isinstance(claims.get(name), int) for name in ("exp", "iat")):
        raise NotSignedError("The token must say when it was made and when it ends.")
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


def _check_message(claims: Mapping[str, Any]) -> None:
    kind = claims.get(f"{CLAIM}message_type")
    if kind not in {"LtiResourceLinkRequest", "LtiDeepLinkingRequest"}:
        raise LtiError(f"Your learning platform asked for something that this site does not do. {TELL}")
    subject, deployment = claims.get("sub"), claims.get(f"{CLAIM}deployment_id")
    named = [subject, deployment]
    if kind == "LtiResourceLinkRequest":
        named.append(_dict(claims.get(f"{CLAIM}resource_link")).get("id"))
    if not all(isinstance(name, str) and 0 < len(name) <= LONGEST_ID and "\0" not in name for name in named):
        raise LtiError(f"Your learning platform does not say who you are, or where you come from. {TELL}")
    if claims.get(f"{CLAIM}version") != "1.3.0" or not isinstance(claims.get(f"{CLAIM}roles"), list):
        raise LtiError(f"Your learning platform speaks another version of LTI than 1.3. {TELL}")
    settings = _dict(claims.get(DEEP))
    takes_links = "ltiResourceLink" in _list(settings.get("accept_types"))
    if kind == "LtiDeepLinkingRequest" and not (takes_links and settings.get("accept_presentation_document_targets")):
        raise LtiError(f"This place in your learning platform takes no links to exercises. {TELL}")


def _check_deployment(platform: Platform, claims: Mapping[str, Any]) -> None:
    if not platform.deployments.filter(deployment_id=claims[f"{CLAIM}deployment_id"]).exists():
        raise LtiError(
            f"{platform.name} is registered here, but not the place in it that you come from (its deployment ID). {TELL}"
        )


def _dict(found: object) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _list(found: object) -> list[Any]:
    return found if isinstance(found, list) else []
