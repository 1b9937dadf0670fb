"""What is put in the queue for an import: a few seconds of it at a time, and less where somebody waits."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from comparer.library.importing.models import SILENT_AFTER, ImportBatch
from comparer.library.importing.working import bring_in

AFTER_PEOPLE = -5
"""Priority: after comparisons that people wait for, before the pieces are read (-10)."""
BEFORE_OTHERS = 10
SECONDS_AT_ONCE = 4.0


@task(priority=AFTER_PEOPLE)
def run_import(pk: int) -> None:
    """Bring in a part of the batch, and queue the rest."""
    batch = ImportBatch.objects.unfinished().filter(pk=pk).select_related("collection", "by").first()
    if batch is not None and not bring_in(batch, seconds=SECONDS_AT_ONCE, is_in_the_way=people_wait):
        run_import.enqueue(pk)


def people_wait() -> bool:
    """True where a job waits that goes before imports: a comparison that somebody looks at, most of all."""
    return DBTaskResult.objects.ready().filter(priority__gt=AFTER_PEOPLE).exists()


@task(priority=BEFORE_OTHERS)
def look_after_import(pk: int) -> None:
    """Take the batch up again if its worker has died; look again later."""
    take_up_again(pk)
    if ImportBatch.objects.unfinished().filter(pk=pk).exists():
        _look_later(pk)


def enqueue_import(pk: int) -> None:
    """Have the batch brought in once the transaction holds."""

    def enqueue() -> None:
        run_import.enqueue(pk)
        _look_later(pk)

    transaction.on_commit(enqueue)


def take_up_again(pk: int) -> bool:
    """Queue the batch anew where nothing has happened to it for long; True if so. Any number may ask at once."""
    now = timezone.now()
    silent = ImportBatch.objects.unfinished().filter(pk=pk, asked="", heartbeat__lt=now - SILENT_AFTER)
    if not silent.update(heartbeat=now):
        return False
    transaction.on_commit(lambda: run_import.enqueue(pk))
    return True


def _look_later(pk: int) -> None:
    look = timezone.now() + SILENT_AFTER + timedelta(seconds=1)
    look_after_import.using(run_after=look).enqueue(pk)
