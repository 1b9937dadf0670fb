"""A deleted exercise is forgotten for good once undoing is over and no room of it holds answers any more."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from comparer.classroom.models import Exercise, Pupil, Room

LOOK_AGAIN = timedelta(days=1)


@task()
def forget_exercise(pk: int) -> None:
    """Delete for good what is still deleted when its time for undoing is over; wait where a class's answers are kept."""
    over = timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)
    with transaction.atomic():
        exercise = Exercise.objects.select_for_update().filter(pk=pk, deleted__lte=over).first()
        if exercise is None:
            return
        if Pupil.objects.filter(room__exercise=exercise).exists():
            transaction.on_commit(lambda: _enqueue(pk, LOOK_AGAIN))
            return
        Room.objects.filter(exercise=exercise).delete()
        exercise.delete()


def forget_later(pk: int) -> None:
    """Have it forgotten when undoing is over, once the transaction holds."""
    transaction.on_commit(lambda: _enqueue(pk, timedelta(hours=settings.COMPARER_UNDO_HOURS)))


def _enqueue(pk: int, after: timedelta) -> None:
    forget_exercise.using(run_after=timezone.now() + after).enqueue(pk)
