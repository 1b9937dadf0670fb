"""Events: several pieces laid beside each other. Asking for one, deleting, bringing back; the work is in `event_work`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from math import comb

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from comparer.analysis.compare import ENGINE
from comparer.library.catalogue.models import Item
from comparer.library.finding.event_work import forget_event, work_out_event
from comparer.library.finding.models import Event, EventState
from comparer.library.lexicons.live import live_words

FEWEST, MOST = 3, 8
SILENCE = timedelta(minutes=3)
"""An event under way that shows no sign of life for so long is taken up again."""


def request_event(*, items: Sequence[Item], owner_id: int) -> Event:
    """Return this account's event of these pieces as they stand now, under way or done; asked for again if it failed."""
    versions = _versions(items)
    same = Event.objects.of(owner_id).live().filter(versions=versions)
    event = same.first()
    if event is None:
        try:
            with transaction.atomic():
                event = Event.objects.create(owner_id=owner_id, versions=versions, total=comb(len(items), 2))
                event.items.set(items)
                _enqueue(event)
        except IntegrityError:
            return same.get()
    elif event.state == EventState.FAILED:
        take_up_again(event=event)
    return event


def take_up_again(*, event: Event) -> None:
    """Begin the work anew, where it failed or its worker died."""
    Event.objects.filter(pk=event.pk).update(state=EventState.WAITING, done=0, heartbeat=timezone.now())
    _enqueue(event)


def look_after(*, event: Event) -> bool:
    """Take the work up again if it has been silent too long; True if so."""
    if not event.is_under_way or event.heartbeat > timezone.now() - SILENCE:
        return False
    take_up_again(event=event)
    return True


@transaction.atomic
def delete_event(*, event: Event) -> None:
    """Take it out of sight now; it is forgotten for good when the time for undoing is over."""
    event.deleted = timezone.now()
    event.save(update_fields=["deleted"])
    forget_later(event.pk)


def forget_later(pk: int) -> None:
    """Have a deleted event forgotten once it can no longer be brought back."""
    over = timezone.now() + timedelta(hours=settings.COMPARER_UNDO_HOURS, seconds=1)
    transaction.on_commit(lambda: forget_event.using(run_after=over).enqueue(pk))


@transaction.atomic
def restore_event(*, event: Event) -> Event:
    """Undo a deletion. Return the event that stands in the list now: where it was made anew meanwhile, that one."""
    if other := Event.objects.of(event.owner_id).live().filter(versions=event.versions).first():
        return other
    event.deleted = None
    event.save(update_fields=["deleted"])
    if event.is_under_way:
        take_up_again(event=event)
    return event


def is_current(event: Event, items: Sequence[Item]) -> bool:
    """Return whether the pieces have no newer versions, and the engine and word lists are those of the event."""
    return event.versions == _versions(items)


def _enqueue(event: Event) -> None:
    transaction.on_commit(lambda: work_out_event.enqueue(event.pk))


def _versions(items: Sequence[Item]) -> str:
    told = f"{ENGINE} {live_words().number} {sorted(item.current_id or 0 for item in items)}"
    return hashlib.sha256(told.encode()).hexdigest()
