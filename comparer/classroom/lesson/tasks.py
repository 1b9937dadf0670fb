"""What the workers do for a room by themselves."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from comparer.classroom.lesson.forgetting import forget_room
from comparer.classroom.models import Room


@task()
def forget_when_due(room_id: int) -> None:
    """Delete the room's students and answers; where it was given more time meanwhile, look again then."""
    room = Room.objects.filter(pk=room_id).first()
    if room is None:
        return
    now = timezone.now()
    if room.forgotten_on > now:
        forget_when_due.using(run_after=room.forgotten_on).enqueue(room.pk)
        return
    forget_room(room=room, at=now)
