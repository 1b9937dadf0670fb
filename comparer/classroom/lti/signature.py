"""A platform's token: read where one of its keys has signed it by RS256, and refused otherwise.

Done with PyJWT, which is looked after; pylti1p3 takes no part in a launch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jwt

from comparer.classroom.lti.keysets import keys_for
from comparer.classroom.lti.models import Platform

LONGEST_TOKEN = 100_000
METHOD = "RS256"
"""The one way that platforms sign: a token that names another is refused before any key is looked at."""
SKEW = 60
"""Seconds by which a platform's clock may be off."""


class NotSignedError(Exception):
    """The token was not signed by the platform, is over or not yet good, or is no token."""


def read_token(token: str, platform: Platform) -> Mapping[str, Any]:
    """Return what the platform says. NotSignedError where it did not, LtiError where it shows no keys."""
    if len(token) > LONGEST_TOKEN:
        raise NotSignedError("It is too long.")
    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") != METHOD:
            raise NotSignedError("Platforms sign with RS256.")
        key = _find_key(header.get("kid"), platform)
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=[METHOD],
            leeway=SKEW,
            options={"require": ["exp", "iat"], "verify_aud": False, "verify_iss": False},
        )
    except (jwt.PyJWTError, ValueError, TypeError) as wrong:
        raise NotSignedError(str(wrong)) from wrong
    return claims


def _find_key(key_id: object, platform: Platform) -> jwt.PyJWK:
    """Return the platform's key of that name. Keys that come along in a token itself are never looked at."""
    if not isinstance(key_id, str) or not key_id:
        raise NotSignedError("It names no key.")
    for key in keys_for(platform, key_id):
        if key.get("kid") == key_id and key.get("alg", METHOD) == METHOD and key.get("use", "sig") == "sig":
            return jwt.PyJWK(key, algorithm=METHOD)
    raise NotSignedError("The platform shows no such key.")
