"""Trying the drafts out on the whole library: in the background, slice by slice, going on where it was interrupted."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from comparer.analysis.tools import Tools, load_tools
from comparer.library.catalogue.models import Item
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.lexicons.holding import changed_words, holders
from comparer.library.lexicons.live import LiveWords, live_words
from comparer.library.lexicons.models import ChangedPiece, WholeState, WholeTrial
from comparer.library.lexicons.services import digest_of_drafts, next_words
from comparer.library.lexicons.trying import compare_marks
from comparer.web.people import Person

log = logging.getLogger(__name__)
BEHIND_OTHERS = -20
"""Priority: whoever waits for a comparison goes first, and pieces that wait to be read, too."""
AT_ONCE = 500
SLICE_SECONDS = 10.0
"""After so long the worker is free for others, and the trial goes to the end of the queue."""
SILENCE = timedelta(minutes=3)
MARKS_KEPT = 20
TRIALS_KEPT = 3
WAYS = ("comes", "goes")


@dataclass(frozen=True, slots=True)
class Trying:
    """With what the pieces are read."""

    before: LiveWords
    after: LiveWords
    tools: Tools


@transaction.atomic
def begin_whole_trial(*, person: Person) -> WholeTrial:
    """Have the drafts tried out on all that this person sees. One of the same drafts is returned, and goes on if stopped."""
    mine = WholeTrial.objects.filter(made_by=person.user_id)
    if same := mine.filter(drafts=digest_of_drafts()).first():
        go_on(trial=same)
        return same
    mine.filter(pk__in=list(mine.values_list("pk", flat=True)[TRIALS_KEPT - 1 :])).delete()
    trial, is_new = WholeTrial.objects.get_or_create(
        drafts=digest_of_drafts(),
        made_by_id=person.user_id,
        defaults={"total": _readable(person).count(), "heartbeat": timezone.now()},
    )
    # The button pressed twice makes one.
    if is_new:
        _enqueue(trial)
    return trial


def latest_whole_trial(person: Person) -> WholeTrial | None:
    """Return the person's trial of the drafts as they are now."""
    return WholeTrial.objects.filter(drafts=digest_of_drafts(), made_by=person.user_id).first()


def stop(*, trial: WholeTrial) -> None:
    """Have it end after the piece that is being read; what it has found stays."""
    WholeTrial.objects.filter(pk=trial.pk, state=WholeState.WORKING).update(state=WholeState.STOPPED)


@transaction.atomic
def go_on(*, trial: WholeTrial) -> None:
    """Take up a trial that was stopped or failed, from the piece that it had reached."""
    waiting = WholeTrial.objects.filter(pk=trial.pk, state__in=[WholeState.STOPPED, WholeState.FAILED])
    if waiting.update(state=WholeState.WORKING, run=F("run") + 1, heartbeat=timezone.now()):
        trial.refresh_from_db()
        _enqueue(trial)


@transaction.atomic
def look_after(*, trial: WholeTrial) -> None:
    """Take the work up again if it has been silent too long: its worker has died."""
    silent = WholeTrial.objects.filter(pk=trial.pk, state=WholeState.WORKING, heartbeat__lt=timezone.now() - SILENCE)
    if silent.update(run=F("run") + 1, heartbeat=timezone.now()):
        trial.refresh_from_db()
        _enqueue(trial)


def _enqueue(trial: WholeTrial) -> None:
    transaction.on_commit(lambda: try_whole_library.enqueue(trial.pk, trial.run))


def _readable(person: Person) -> ItemQuerySet:
    return Item.objects.visible_to(person).filter(current__isnull=False)


@task(priority=BEHIND_OTHERS)
def try_whole_library(pk: int, run: int) -> None:
    """Do a slice of the trial, and queue the next. One that was stopped, or that another worker has, is left alone."""
    trial = WholeTrial.objects.filter(pk=pk, run=run, state=WholeState.WORKING).first()
    if trial is None:
        return
    try:
        if _do_slice(trial):
            try_whole_library.enqueue(pk, run)
    except Exception:
        WholeTrial.objects.filter(pk=pk, run=run).update(state=WholeState.FAILED)
        log.exception("Trial %s of the word lists on the whole library failed.", pk)


def _do_slice(trial: WholeTrial) -> bool:
    """Return whether anything is left to do."""
    if digest_of_drafts() != trial.drafts:
        # Whoever changes the drafts wants to know of the new ones.
        _note(trial, state=WholeState.STOPPED)
        return False
    person, until, words = Person(user_id=trial.made_by_id), monotonic() + SLICE_SECONDS, changed_words()
    trying = Trying(live_words(), next_words(), load_tools())
    while pks := _next(person, trial.reached):
        holding = holders(pks, words)
        for pk in pks:
            if pk in holding:
                _compare(trial, pk, trying)
                trial.read += 1
            trial.reached, trial.done = pk, trial.done + 1
            if pk not in holding and pk != pks[-1]:
                continue
            if not _note(trial):
                return False
            if monotonic() >= until:
                return True
    trial.total = trial.done
    _note(trial, state=WholeState.DONE)
    return False


def _next(person: Person, after: int) -> list[int]:
    return list(_readable(person).filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:AT_ONCE])


def _compare(trial: WholeTrial, pk: int, trying: Trying) -> None:
    item = Item.objects.select_related("current").filter(pk=pk).first()
    # Deleted for good or taken down since its number was asked for.
    if item is None or item.current is None or item.taken_down:
        return
    try:
        changed = compare_marks(item.current, trying.before, trying.after, trying.tools)
    except Exception:
        # One piece that cannot be read is no reason to tell nothing of the others.
        log.exception("Item %s could not be read for trial %s.", pk, trial.pk)
        return
    if changed:
        _keep(trial, item, changed)


@transaction.atomic
def _keep(trial: WholeTrial, item: Item, changed: dict[str, Any]) -> None:
    """Keep what was found, unless the piece was taken down while it was read: its words are quoted nowhere then."""
    if not Item.objects.select_for_update().filter(pk=item.pk, taken_down__isnull=True).exists():
        return
    counts = {way: len(changed[way]) for way in WAYS}
    marks = {way: changed[way][:MARKS_KEPT] for way in WAYS}
    ChangedPiece.objects.update_or_create(trial=trial, item=item, defaults={**counts, "marks": marks})


def _note(trial: WholeTrial, **more: Any) -> bool:
    """Write how far it is. False where it was stopped, deleted or taken over."""
    mine = WholeTrial.objects.filter(pk=trial.pk, run=trial.run, state=WholeState.WORKING)
    far = {"reached": trial.reached, "done": trial.done, "read": trial.read}
    # Pieces may have come meanwhile.
    return bool(mine.update(**far, total=max(trial.total, trial.done), heartbeat=timezone.now(), **more))
