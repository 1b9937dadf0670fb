"""Deletes students and their answers when the time that the teacher set is over."""

from __future__ import annotations

from datetime import datetime

from comparer.classroom.models import Pupil, Room


def forget_answers(*, at: datetime) -> int:
    """Delete the students, with all their answers, of every room whose time is over; return how many they were.

    The room stays, without anything of a student: its teacher sees that it was held.
    """
    return sum(
        forget_room(room=room, at=at) for room in Room.objects.filter(ends__lt=at, pupils__isnull=False).distinct()
    )


def forget_room(*, room: Room, at: datetime) -> int:
    """Delete the students of one room if its time is over; return how many they were."""
    if room.forgotten_on > at:
        return 0
    return forget_pupils(room)


def forget_pupils(room: Room) -> int:
    count = room.pupils.count()
    room.pupils.all().delete()
    return count


def forget_pupil(*, pupil: Pupil) -> None:
    """Delete one student with all their answers, at once and for good: they asked for it themselves."""
    pupil.delete()
