"""What is put in the queue: the work, and a look some seconds later at whether it still lives.

The look waits in the queue like any task, so each worker process, the one
started after a crash included, takes up what a dead one left behind.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from comparer.comparisons.models import Comparison
from comparer.comparisons.running import perform
from comparer.comparisons.states import State, Trouble
from comparer.library.models import Article

BEFORE_OTHERS = 10
"""Priority of a look: it takes a millisecond and must not wait behind the work of others."""


@task()
def run_comparison(pk: int) -> None:
    perform(pk)


@task(priority=BEFORE_OTHERS)
def look_after_comparison(pk: int) -> None:
    take_up_again(pk)
    if Comparison.objects.live().filter(pk=pk, state__in=[State.QUEUED, State.RUNNING]).exists():
        _look_later(pk)


@task()
def forget_comparison(pk: int) -> None:
    """Delete for good what is still deleted when its time for undoing is over."""
    over = timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)
    with transaction.atomic():
        comparison = Comparison.objects.select_for_update().filter(pk=pk, deleted__lte=over).first()
        if comparison is None:
            return
        comparison.delete()
        Article.objects.filter(pk__in=[comparison.left_id, comparison.right_id]).unused().delete()


def enqueue_comparison(pk: int) -> None:
    """Put a waiting comparison into the queue once the transaction holds."""

    def enqueue() -> None:
        run_comparison.enqueue(pk)
        _look_later(pk)

    transaction.on_commit(enqueue)


def take_up_again(pk: int) -> bool:
    """Queue the comparison anew where its worker has died or its task was lost; True if so.

    After too many tries it is marked as failed instead. Any number of
    processes may ask at once: only one of them changes the row.
    """
    now = timezone.now()
    silence = timedelta(seconds=settings.COMPARER_SILENCE_SECONDS)
    # A waiting comparison has no worker that could beat for it; a busy queue is no sign that its task was lost.
    silent = Comparison.objects.filter(pk=pk).silent_since(now - silence, waiting_since=now - 10 * silence)
    # Asked for at every look at the progress page: only where there is something to do is anything written.
    if not silent.exists():
        return False
    if silent.filter(attempts__gte=settings.COMPARER_MAX_ATTEMPTS).give_up(Trouble.INTERRUPTED, at=now):
        return False
    if not silent.update(state=State.QUEUED, step="", heartbeat=now, updated=now):
        return False
    transaction.on_commit(lambda: run_comparison.enqueue(pk))
    return True


def forget_later(pk: int) -> None:
    """Have a deleted comparison forgotten once it can no longer be brought back."""
    over = timezone.now() + timedelta(hours=settings.COMPARER_UNDO_HOURS, seconds=1)
    transaction.on_commit(lambda: forget_comparison.using(run_after=over).enqueue(pk))


def _look_later(pk: int) -> None:
    look = timezone.now() + timedelta(seconds=settings.COMPARER_SILENCE_SECONDS + 1)
    look_after_comparison.using(run_after=look).enqueue(pk)
