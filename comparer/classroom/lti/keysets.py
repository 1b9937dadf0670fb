"""The public keys of a platform: kept for an hour, and asked for again when it signs with one that is new."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import requests
from django.utils import timezone

from comparer.classroom.lti.fetching import PlatformSession
from comparer.classroom.lti.models import Platform
from comparer.classroom.lti.troubles import AGAIN, HELP, LtiError

FRESH_FOR = timedelta(hours=1)
NOT_AGAIN_FOR = timedelta(seconds=20)
"""Tokens with made-up key names must not have us ask the platform all the time."""


def keys_for(platform: Platform, key_id: str) -> list[Any]:
    """Return the platform's keys. LtiError where it cannot be asked and nothing is known of it."""
    now = timezone.now()
    age = now - platform.keys_read if platform.keys_read else None
    is_known = any(isinstance(key, dict) and key.get("kid") == key_id for key in platform.keys)
    if age is not None and age < (FRESH_FOR if is_known else NOT_AGAIN_FOR):
        return list(platform.keys)
    try:
        platform.keys = _ask(platform.keys_url)
    except (requests.RequestException, ValueError) as trouble:
        if is_known:
            return list(platform.keys)
        raise LtiError(f"{platform.name} did not show the keys that it signs with. {AGAIN} {HELP}") from trouble
    platform.keys_read = now
    platform.save(update_fields=["keys", "keys_read"])
    return list(platform.keys)


def _ask(address: str) -> list[Any]:
    with PlatformSession() as session:
        answer = session.get(address, headers={"Accept": "application/json"})
    answer.raise_for_status()
    found = answer.json()
    keys = found.get("keys") if isinstance(found, dict) else None
    if answer.status_code != requests.codes.ok or not isinstance(keys, list):
        raise ValueError("This is no list of keys.")
    return [key for key in keys if isinstance(key, dict)]
