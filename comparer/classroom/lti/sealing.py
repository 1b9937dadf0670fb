"""Keeps of a person on a platform only a keyed hash, and where grades need it their number there, encrypted."""

from __future__ import annotations

import json

from django.utils.crypto import salted_hmac
from jwcrypto.common import JWException, base64url_encode
from jwcrypto.jwe import JWE
from jwcrypto.jwk import JWK

_HEADER = json.dumps({"alg": "dir", "enc": "A256GCM"})


def hash_subject(platform_id: int, subject: str) -> str:
    """Return what finds a person of this platform again, and tells nobody who they are (64 letters)."""
    return _mac("subject", f"{platform_id}:{subject}").hex()


def seal(text: str) -> str:
    """Return the text encrypted with a key made of SECRET_KEY."""
    sealed = JWE(text.encode(), _HEADER)
    sealed.add_recipient(_key())
    return str(sealed.serialize(compact=True))


def unseal(sealed: str) -> str | None:
    """Return the text; None where it was sealed under another SECRET_KEY, or is damaged."""
    opened = JWE()
    try:
        opened.deserialize(sealed, key=_key())
    except (JWException, ValueError):
        return None
    return bytes(opened.payload).decode()


def password() -> bytes:
    """Return the word under which the tool's private key lies in the database."""
    return _mac("key", "").hex().encode()


def _key() -> JWK:
    return JWK(kty="oct", k=base64url_encode(_mac("seal", "")))


def _mac(purpose: str, text: str) -> bytes:
    return salted_hmac(f"classroom.lti.{purpose}", text, algorithm="sha256").digest()
