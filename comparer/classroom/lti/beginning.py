"""The first step of every launch: the platform says that somebody comes, and we ask it who that is."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils import timezone

from comparer.classroom.lti.models import LOGIN_LIVES, Login, Platform
from comparer.classroom.lti.troubles import AGAIN, TELL, LtiError

LONGEST_HINT = 4000


def find_platform(*, issuer: str, client_id: str) -> Platform | None:
    """Return the registered platform; an issuer with one registration needs no client id."""
    if "\0" in issuer + client_id:
        return None
    found: QuerySet[Platform] = Platform.objects.filter(issuer=issuer, is_active=True)
    if client_id:
        found = found.filter(client_id=client_id)
    platforms = list(found[:2])
    return platforms[0] if len(platforms) == 1 else None


def begin_login(*, asked: Mapping[str, str], launch_url: str) -> tuple[Login, str]:
    """Return the login that has begun, and where to send the browser. LtiError where nobody registered it.

    pylti1p3 keeps state and nonce apart and forgets neither; here they are one
    row, which the launch deletes.
    """
    issuer, hint = asked.get("iss", ""), asked.get("login_hint", "")
    if not issuer or not hint:
        raise LtiError("This address is for learning platforms. Open the exercise from your course.")
    platform = find_platform(issuer=issuer, client_id=asked.get("client_id", ""))
    if platform is None:
        raise LtiError(f"This learning platform is not registered here. {TELL}")
    message = asked.get("lti_message_hint", "")
    if len(hint) > LONGEST_HINT or len(message) > LONGEST_HINT:
        raise LtiError(f"Your learning platform sent more than fits. {TELL}")
    Login.objects.filter(begun__lt=timezone.now() - LOGIN_LIVES).delete()
    login = Login.objects.create(platform=platform, state=secrets.token_urlsafe(32), nonce=secrets.token_urlsafe(32))
    return login, _address(login, launch_url, hint, message)


def _address(login: Login, launch_url: str, hint: str, message: str) -> str:
    asked = {
        "scope": "openid",
        "response_type": "id_token",
        "response_mode": "form_post",
        "prompt": "none",
        "client_id": login.platform.client_id,
        "redirect_uri": launch_url,
        "login_hint": hint,
        "state": login.state,
        "nonce": login.nonce,
    } | ({"lti_message_hint": message} if message else {})
    joined = "&" if "?" in login.platform.login_url else "?"
    return f"{login.platform.login_url}{joined}{urlencode(asked)}"


def take_login(state: str) -> Login:
    """Return the login of this state, and end it: the same state is never good again. LtiError where there is none."""
    login = Login.objects.select_related("platform").filter(state=state).first() if state.isprintable() else None
    # Of two that come with one state, only the one that deletes it goes on.
    if login is None or not Login.objects.filter(pk=login.pk).delete()[0]:
        raise LtiError(f"This launch was used before, or did not begin here. {AGAIN}")
    if login.is_over:
        raise LtiError(f"This launch took longer than ten minutes. {AGAIN}")
    if not login.platform.is_active:
        raise LtiError(f"This learning platform is not registered here. {TELL}")
    return login
