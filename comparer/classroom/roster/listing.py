"""What a teacher does with the class list of a room: each function one act."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.models import Room
from comparer.classroom.roster.models import Listed, make_slip_code
from comparer.classroom.roster.reading import MOST_LINES


@transaction.atomic
def add_names(*, room: Room, names: Sequence[str]) -> int:
    """Put names on the list, each with a code of its own; return how many are new. One taken off before comes back."""
    Room.objects.select_for_update().only("pk").get(pk=room.pk)
    if room.forgotten_on <= timezone.now():
        raise LessonError("This room is over and its answers are deleted. Open it again first, then make the list.")
    there = {line.name: line for line in room.listed.all()}
    new = [Listed(room=room, name=name) for name in names if name not in there]
    if len(there) + len(new) > MOST_LINES:
        raise LessonError(f"A class list takes {MOST_LINES} lines at most. There are {len(there)} already.")
    back = [there[name].pk for name in names if name in there and there[name].removed is not None]
    room.listed.filter(pk__in=back).update(removed=None)
    Listed.objects.bulk_create(new)
    return len(new) + len(back)


def take_off(*, line: Listed) -> None:
    """Have the code let nobody in any more; who is in stays, and it can be undone."""
    line.removed = timezone.now()
    line.save(update_fields=["removed"])


def put_back(*, line: Listed) -> None:
    """Undo `take_off`."""
    line.removed = None
    line.save(update_fields=["removed"])


def change_slip(*, line: Listed) -> None:
    """Give the line another code: a slip was lost or read by somebody else. Who is in stays."""
    line.code = make_slip_code()
    line.save(update_fields=["code"])
