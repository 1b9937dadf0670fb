"""What an owner does with the link to a comparison: each function one act."""

from __future__ import annotations

from datetime import date

from comparer.comparisons.models import Comparison, ShareLink, make_link_key


def switch_link_on(*, comparison: Comparison, last_day: date | None) -> ShareLink:
    """Return the link, working until the end of `last_day` (None: until it is switched off)."""
    link, _ = ShareLink.objects.update_or_create(comparison=comparison, defaults={"is_on": True, "last_day": last_day})
    return link


def switch_link_off(*, comparison: Comparison) -> None:
    """Stop the link at once; switched on again, it is the same one."""
    ShareLink.objects.filter(comparison=comparison).update(is_on=False)


def allow_embedding(*, comparison: Comparison, is_allowed: bool) -> None:
    """Let other sites show single cards and ledgers in a frame while the link works, or stop it at once."""
    ShareLink.objects.filter(comparison=comparison).update(is_embeddable=is_allowed)


def renew_link(*, comparison: Comparison) -> None:
    """Give the link another key: whoever holds the old address can no longer read."""
    ShareLink.objects.filter(comparison=comparison).update(key=make_link_key())
