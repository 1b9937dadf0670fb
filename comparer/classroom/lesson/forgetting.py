"""Deletes students and their answers when the time that the teacher set is over."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from comparer.classroom.models import Pupil, Room


def forget_answers(*, at: datetime) -> int:
    """Delete the students, with all their answers, of every room whose time is over; return how many they were.

    The room stays, without anything of a student: its teacher sees that it was held.
    """
    return sum(forget_room(room=room, at=at) for room in rooms_with_somebody().filter(ends__lt=at))


def rooms_with_somebody() -> QuerySet[Room]:
    """Return the rooms that hold anything of a student: who was there, or stands in the class list."""
    return Room.objects.filter(Q(pupils__isnull=False) | Q(listed__isnull=False)).distinct()


def forget_room(*, room: Room, at: datetime) -> int:
    """Delete the students of one room if its time is over; return how many they were."""
    if room.forgotten_on > at:
        return 0
    return forget_pupils(room)


def forget_pupils(room: Room) -> int:
    """Delete all students of a room, with the list of their names; return how many they were."""
    count = room.pupils.count()
    room.pupils.all().delete()
    room.listed.all().delete()
    return count


def forget_pupil(*, pupil: Pupil) -> None:
    """Delete one student with all their answers and their line of the class list, at once and for good: they ask it."""
    pupil.delete()
