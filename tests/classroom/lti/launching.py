"""Steps of a launch for tests: registering the platform, and going through both steps as a browser does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.classroom.lti.keys import make_key, public_keys
from comparer.classroom.lti.models import AccountLink, Placement, Platform, ToolKey
from comparer.classroom.lti.sealing import hash_subject
from comparer.classroom.models import Exercise, Room
from tests.classroom.lti.platform import CLIENT, DEPLOYMENT, TestPlatform


def register(platform: TestPlatform, **columns: Any) -> Platform:
    """Return the platform as this site knows it; and have it know our keys."""
    row = Platform.objects.create(
        **{
            "name": "Merrow School",
            "issuer": platform.root,
            "client_id": CLIENT,
            "login_url": f"{platform.root}/login",
            "token_url": f"{platform.root}/token",
            "keys_url": f"{platform.root}/keys",
        }
        | columns
    )
    row.deployments.create(deployment_id=DEPLOYMENT)
    private, public = _tool_key()
    ToolKey.objects.create(private=private, public=public)
    platform.tool_key_set = public_keys()
    return row


@cache
def _tool_key() -> tuple[str, Any]:
    """Return a key pair as this site makes them, made once: it takes a while."""
    made = make_key()
    return made.private, made.public


def begin(client: Client, platform: TestPlatform, **asked: str) -> dict[str, str]:
    """Go through the first step; return what the platform is asked."""
    hints = {"iss": platform.root, "login_hint": "7314", "client_id": CLIENT, "target_link_uri": "http://testserver/"}
    response = client.post(reverse("lti_login"), hints | asked)
    assert response.status_code == 302, response.content.decode()
    address = urlsplit(response["Location"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{platform.root}/login"
    return {name: values[0] for name, values in parse_qs(address.query).items()}


def launch(
    client: Client, platform: TestPlatform, *, headers: Mapping[str, str] | None = None, deep: bool = False, **said: Any
) -> Any:
    """Go through both steps; return the page that the browser gets."""
    asked = begin(client, platform)
    claims = (platform.deep_claims if deep else platform.claims)(asked["nonce"], **said)
    sent = {"id_token": platform.sign(claims), "state": asked["state"]}
    return client.post(reverse("lti_launch"), sent, headers=dict(headers or {}))


def place(row: Platform, exercise: Exercise, room: Room | None = None, **columns: Any) -> Placement:
    """Put an exercise behind the link that `TestPlatform.claims` launches."""
    return Placement.objects.create(
        platform=row, deployment=DEPLOYMENT, exercise=exercise, room=room, **{"resource_link": "link-1"} | columns
    )


def link(row: Platform, account: User, subject: str = "7314") -> AccountLink:
    """Link an account as a code would."""
    return AccountLink.objects.create(platform=row, subject=hash_subject(row.pk, subject), account=account)
