"""Queue again what is to be forgotten of classes later on; a restore does so, for the queue is in no backup."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from comparer.classroom.board.erasing import forget_erased_pupil, forget_erased_room, undo_ends
from comparer.classroom.lesson.forgetting import rooms_with_somebody
from comparer.classroom.lesson.tasks import forget_when_due
from comparer.classroom.making.forgetting import forget_later
from comparer.classroom.models import Exercise, Pupil, Room


class Command(BaseCommand):
    help = "Have the workers delete students, answers, rooms and exercises when their time is over."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        for room in rooms_with_somebody().iterator():
            forget_when_due.using(run_after=room.forgotten_on).enqueue(room.pk)
        for pk in Room.objects.filter(erased__isnull=False).values_list("pk", flat=True):
            forget_erased_room.using(run_after=undo_ends()).enqueue(pk)
        for pk in Pupil.objects.filter(erased__isnull=False).values_list("pk", flat=True):
            forget_erased_pupil.using(run_after=undo_ends()).enqueue(pk)
        for pk in Exercise.objects.filter(deleted__isnull=False).values_list("pk", flat=True):
            forget_later(pk)
