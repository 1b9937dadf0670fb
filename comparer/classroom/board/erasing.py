"""What a teacher deletes of a class, at once out of sight and for good when the time for undoing is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from comparer.classroom.models import Pupil, Room, Stage

MOST_NAMESAKES = 1000


def undo_ends() -> datetime:
    """Return the time until which what is deleted now can be brought back."""
    return timezone.now() + timedelta(hours=settings.COMPARER_UNDO_HOURS)


@transaction.atomic
def erase_pupil(*, pupil: Pupil) -> None:
    """Take a student with all their answers out of the room."""
    now = timezone.now()
    pupil.erased, pupil.removed = now, pupil.removed or now
    pupil.save(update_fields=["erased", "removed"])
    transaction.on_commit(lambda: forget_erased_pupil.using(run_after=_later()).enqueue(pupil.pk))


@transaction.atomic
def bring_pupil_back(*, pupil: Pupil) -> Pupil:
    """Undo: the student is in the room again with all answers, under another nickname where theirs is taken by now."""
    taken = {name.casefold() for name in pupil.room.pupils.present().values_list("nickname", flat=True)}
    names = (pupil.nickname, *(f"{pupil.nickname[:25]} {number}" for number in range(2, MOST_NAMESAKES)))
    pupil.nickname = next(name for name in names if name.casefold() not in taken)
    pupil.erased = pupil.removed = None
    pupil.save(update_fields=["erased", "removed", "nickname"])
    return pupil


@transaction.atomic
def erase_room(*, room: Room) -> None:
    """Take a room with all its students and answers out of sight; it takes no more answers."""
    room.erased = timezone.now()
    room.stage = Stage.CLOSED if room.stage == Stage.OPEN else room.stage
    room.save(update_fields=["erased", "stage"])
    transaction.on_commit(lambda: forget_erased_room.using(run_after=_later()).enqueue(room.pk))


def bring_room_back(*, room: Room) -> None:
    """Undo: everything is there again; the room stays closed until its teacher opens it."""
    room.erased = None
    room.save(update_fields=["erased"])


@task()
def forget_erased_pupil(pk: int) -> None:
    """Delete for good a student who is still deleted when undoing is over."""
    Pupil.objects.filter(pk=pk, erased__lte=_over()).delete()


@task()
def forget_erased_room(pk: int) -> None:
    """Delete for good a room that is still deleted when undoing is over, with everything in it."""
    Room.objects.filter(pk=pk, erased__lte=_over()).delete()


def _over() -> datetime:
    return timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)


def _later() -> datetime:
    return undo_ends() + timedelta(seconds=1)
