"""Our own key pair, made on first use, and what pylti1p3 must know of a platform to sign and check."""

from __future__ import annotations

from typing import Any

from jwcrypto.jwk import JWK
from pylti1p3.registration import Registration

from comparer.classroom.lti.models import Platform, ToolKey
from comparer.classroom.lti.sealing import password

PUBLISHED = 2
"""The key that signs and the one before it: a platform may have read the list an hour ago."""


def make_key() -> ToolKey:
    """Make the key pair that signs from now on."""
    key = JWK.generate(kty="RSA", size=2048)
    public = Registration.get_jwk(key.export_to_pem().decode())
    private = key.export_to_pem(private_key=True, password=password()).decode()
    return ToolKey.objects.create(private=private, public=public)


def public_keys() -> list[Any]:
    """Return the public keys that platforms may meet, newest first."""
    _signing_key()
    return [key.public for key in ToolKey.objects.all()[:PUBLISHED]]


def registration_of(platform: Platform) -> Registration:
    """Return the platform as pylti1p3 knows it, with our key."""
    key = _signing_key()
    found = Registration()
    found.set_issuer(platform.issuer).set_client_id(platform.client_id)
    found.set_auth_login_url(platform.login_url).set_auth_token_url(platform.token_url)
    found.set_key_set_url(platform.keys_url).set_auth_audience(platform.token_audience)
    found.set_tool_private_key(key.export_to_pem(private_key=True, password=None).decode())
    found.set_tool_public_key(key.export_to_pem().decode())
    return found


def _signing_key() -> JWK:
    """Return our key; a new one where there is none, or SECRET_KEY is another than when it was made."""
    newest = ToolKey.objects.first() or make_key()
    try:
        return JWK.from_pem(newest.private.encode(), password=password())
    except ValueError:
        return JWK.from_pem(make_key().private.encode(), password=password())
