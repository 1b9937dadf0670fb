"""What a teacher does with a room: each function one act. Nothing here deletes an answer."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from comparer.classroom.content import Content
from comparer.classroom.lesson.reading import content_of
from comparer.classroom.lesson.tasks import forget_when_due
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.lti.queue import grades_changed
from comparer.classroom.models import Exercise, Pace, Pupil, Room, Stage, make_code

LONGER = timedelta(hours=2)
"""What a room that has ended is given when it is opened again."""


def open_room(
    *, exercise: Exercise, hours: int, pace: Pace = Pace.TEACHER, keep_days: int = 30, name: str = ""
) -> Room:
    """Open a room on the exercise as it is now. Its answers are deleted by themselves `keep_days` after its end."""
    with transaction.atomic():
        room = Room.objects.create(
            exercise=exercise,
            version=exercise.latest,
            code=_free_code(),
            name=name,
            pace=pace,
            ends=timezone.now() + timedelta(hours=hours),
            keep_days=keep_days,
        )
        forget_when_due.using(run_after=room.forgotten_on).enqueue(room.pk)
    return room


def set_step(*, room: Room, step: int) -> None:
    """Take everybody to the task at this place, from 0. LessonError where there is none."""
    tasks = len(content_of(room.version).tasks)
    if not 0 <= step < tasks:
        raise LessonError(f"There is no such task: this exercise has {tasks}.")
    room.step = step
    room.save(update_fields=["step"])


def set_pace(*, room: Room, pace: Pace) -> None:
    room.pace = pace
    room.save(update_fields=["pace"])


def lock(*, room: Room) -> None:
    """Let nobody new in; who is in stays and may come back."""
    room.is_locked = True
    room.save(update_fields=["is_locked"])


def unlock(*, room: Room) -> None:
    room.is_locked = False
    room.save(update_fields=["is_locked"])


def close(*, room: Room) -> None:
    """Take no more answers. Students keep what they have not sent."""
    room.stage = Stage.CLOSED
    room.save(update_fields=["stage"])
    grades_changed(room=room)


def reopen(*, room: Room) -> None:
    """Take answers again; a room whose time was over gets two hours more."""
    is_forgotten = room.forgotten_on <= timezone.now()
    room.stage = Stage.OPEN
    if room.has_ended:
        room.ends = timezone.now() + LONGER
    with transaction.atomic():
        room.save(update_fields=["stage", "ends"])
        if is_forgotten:
            # What was planned for it is done already; whoever comes in now is to be forgotten, too.
            forget_when_due.using(run_after=room.forgotten_on).enqueue(room.pk)


def reveal(*, room: Room) -> None:
    """Take no more answers, and show each student their own beside the key, and whose pieces these were."""
    room.stage = Stage.REVEALED
    room.save(update_fields=["stage"])
    grades_changed(room=room)


def change_code(*, room: Room) -> None:
    """Give the room another code: the old one lets nobody in any more; who is in stays."""
    room.code = _free_code()
    room.save(update_fields=["code"])


def remove_pupil(*, room: Room, pupil_id: int) -> Pupil | None:
    """Take a student out; their answers wait to be brought back. None where there is no such student."""
    pupil = room.pupils.present().filter(pk=pupil_id).first()
    if pupil is not None:
        pupil.removed = timezone.now()
        pupil.save(update_fields=["removed"])
    return pupil


def return_pupil(*, room: Room, pupil_id: int) -> Pupil | None:
    """Let a student back in with their answers. LessonError where somebody else has the nickname by now."""
    # Who was deleted comes back by the gradebook alone.
    pupil = room.pupils.filter(pk=pupil_id, removed__isnull=False, erased__isnull=True).first()
    if pupil is None:
        return None
    if room.pupils.present().filter(nickname__iexact=pupil.nickname).exists():
        raise LessonError(f"Somebody else is called {pupil.nickname} by now. Remove them first.")
    pupil.removed = None
    pupil.save(update_fields=["removed"])
    return pupil


def update_room_to_latest_version(*, room: Room) -> None:
    """Give the class the exercise as it is now. Answers that are there keep the version that they were given to."""
    room.version = room.exercise.latest
    room.step = _same_place(room.step, content_of(room.version))
    room.save(update_fields=["version", "step"])


def _same_place(step: int, content: Content) -> int:
    return min(step, max(0, len(content.tasks) - 1))


def _free_code() -> str:
    while Room.objects.filter(code=(code := make_code())).exists():
        continue
    return code
