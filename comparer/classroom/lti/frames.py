"""Which of our pages may stand in a frame, and whose: those of a launch, and the platform's that it came from."""

from __future__ import annotations

import json
from typing import TypeVar

from csp.constants import NONE, SELF
from django.http import HttpResponse
from jwcrypto.common import base64url_decode

from comparer.classroom.lti.addresses import origin_of
from comparer.classroom.lti.models import Platform
from comparer.classroom.lti.signature import LONGEST_TOKEN

Response = TypeVar("Response", bound=HttpResponse)


def frame_origins(platform: Platform) -> list[str]:
    """Return the addresses that may show our pages, without paths."""
    named = [platform.issuer, platform.login_url, *platform.framed_by.split()]
    return list(dict.fromkeys(origin for address in named if (origin := origin_of(address))))


def allow_in(response: Response, platform: Platform | None, *, send_to: str = "") -> Response:
    """Let this platform show the page, and the page send a form to `send_to`; no platform: nobody frames it."""
    if platform is None:
        return response
    origins = frame_origins(platform)
    policy = {"frame-ancestors": origins or [NONE], "form-action": [SELF, *filter(None, [origin_of(send_to)])]}
    # What django-csp's and Django's decorators set, which know no platform.
    vars(response).update(_csp_replace=policy, xframe_options_exempt=True)
    return response


def guess_platform(issuer: str = "", *, token: str = "") -> Platform | None:
    """Return the registered platform that something says it comes from. Only to let it show why that was refused."""
    said = issuer or _issuer_in(token)
    return Platform.objects.filter(issuer=said, is_active=True).first() if said and "\0" not in said else None


def _issuer_in(token: str) -> str:
    try:
        said = json.loads(base64url_decode(token[:LONGEST_TOKEN].split(".")[1]))
        return str(said["iss"])
    except (ValueError, IndexError, KeyError, TypeError):
        return ""
