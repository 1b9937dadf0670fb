"""What a teacher does about colleagues who watch and run a room: each function one act.

Whether a name or address has an account is never told: it is kept as typed, and the answer is the same for known and
unknown ones. Only when the colleague opens the room does the teacher see that somebody did.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from comparer.classroom.colleagues.models import Colleague
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.models import Room
from comparer.comparisons.sharing.inviting import find_account

MOST = 20


@transaction.atomic
def let_run(*, room: Room, name: str) -> Colleague:
    """Let the account of this user name or address watch and run the room, if there is one. LessonError beyond MOST."""
    Room.objects.select_for_update().only("pk").get(pk=room.pk)
    _forget_old(room)
    colleague = room.colleagues.filter(name__iexact=name).first() or Colleague(room=room, name=name)
    is_new = colleague.pk is None or colleague.removed is not None
    if is_new and room.colleagues.standing().count() >= MOST:
        raise LessonError(f"A room takes {MOST} colleagues at most. Take one off first.")
    colleague.removed = None
    colleague.account_id = colleague.account_id or find_account(name)
    colleague.save()
    return colleague


def _forget_old(room: Room) -> None:
    """Forget those taken off whose time for undoing is over."""
    over = timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)
    room.colleagues.filter(removed__lt=over).delete()


def take_back(*, colleague: Colleague) -> None:
    """Let this one in no more, at once; it can be undone."""
    colleague.removed = timezone.now()
    colleague.save(update_fields=["removed"])


def restore(*, colleague: Colleague) -> None:
    """Undo `take_back`."""
    colleague.removed = None
    colleague.save(update_fields=["removed"])


def note_opened(*, room: Room, user_id: int, at: datetime) -> None:
    """Keep when a colleague opened the room first."""
    room.colleagues.for_account(user_id).filter(opened__isnull=True).update(opened=at)
