"""The public keys of a platform: kept for an hour, and asked for again when it signs with one that is new."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import requests
from django.utils import timezone

from comparer.classroom.lti.fetching import PlatformSession
from comparer.classroom.lti.models import Platform
from comparer.classroom.lti.troubles import AGAIN, HELP, LtiError

FRESH_FOR = timedelta(hours=1)
KEPT_FOR = timedelta(days=1)
"""So long known keys are good where the platform shows none: it may have taken them back meanwhile."""
NOT_AGAIN_FOR = timedelta(seconds=20)
"""Tokens with made-up key names must not have us ask the platform all the time, nor one that is out of order."""
FAILED: dict[str, datetime] = {}
"""When an address last could not be asked, in this process."""


def keys_for(platform: Platform, key_id: str) -> list[Any]:
    """Return the platform's keys. LtiError where it cannot be asked and nothing is known of it."""
    now = timezone.now()
    age = now - platform.keys_read if platform.keys_read else None
    is_known = any(isinstance(key, dict) and key.get("kid") == key_id for key in platform.keys)
    if age is not None and age < (FRESH_FOR if is_known else NOT_AGAIN_FOR):
        return list(platform.keys)
    failed = FAILED.get(platform.keys_url)
    found = None if failed is not None and now - failed < NOT_AGAIN_FOR else _ask(platform.keys_url)
    if found is None and is_known and age is not None and age < KEPT_FOR:
        return list(platform.keys)
    if found is None:
        raise LtiError(f"{platform.name} did not show the keys that it signs with. {AGAIN} {HELP}")
    platform.keys, platform.keys_read = found, now
    platform.save(update_fields=["keys", "keys_read"])
    return list(platform.keys)


def _ask(address: str) -> list[Any] | None:
    """Return the keys at the address; None, and a note of when, where it shows none."""
    try:
        found = _fetch(address)
    except (requests.RequestException, ValueError):
        FAILED[address] = timezone.now()
        return None
    FAILED.pop(address, None)
    return found


def _fetch(address: str) -> list[Any]:
    with PlatformSession() as session:
        answer = session.get(address, headers={"Accept": "application/json"})
    answer.raise_for_status()
    found = answer.json()
    keys = found.get("keys") if isinstance(found, dict) else None
    if answer.status_code != requests.codes.ok or not isinstance(keys, list):
        raise ValueError("This is no list of keys.")
    return [key for key in keys if isinstance(key, dict)]
