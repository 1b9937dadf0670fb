"""Taking answers: each once, however often it is sent, and none after the room has closed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from comparer.classroom.content import Task
from comparer.classroom.lesson.given import DOES_NOT_FIT, check_given
from comparer.classroom.lesson.reading import content_of
from comparer.classroom.lesson.troubles import LessonError, NotTakenError
from comparer.classroom.marking import mark_task
from comparer.classroom.models import Answer, ExerciseVersion, Pace, Pupil, Room, Stage

MOST_REMEMBERED = 40
"""Earlier sendings of one answer that are known again when a slow network brings them late."""


@dataclass(frozen=True, slots=True)
class Sending:
    """An answer under way. `replaces`: sendings of the same answer that the browser knows to be older."""

    id: UUID
    replaces: Sequence[UUID] = ()


def find_task(*, room: Room, task_id: str, version_id: int | None = None) -> tuple[ExerciseVersion, Task]:
    """Return the task, in the version that the student had before them. LessonError where there is none."""
    version = room.version
    if version_id is not None and version_id != version.pk:
        given_before = room.exercise.versions.filter(pk=version_id, number__lte=version.number).first()
        version = given_before or version
    task = content_of(version).task(task_id)
    if task is None:
        raise LessonError("Your teacher has changed the exercise, and this task is gone. Go on with the next one.")
    return version, task


def submit_answer(
    *, pupil: Pupil, task_id: str, given: Mapping[str, Sequence[str]], sending: Sending, version_id: int | None = None
) -> Answer:
    """Take an answer and mark it where that needs no person; return it as it is kept.

    The same sending again changes nothing, nor does one that a newer has
    replaced. NotTakenError after closing or for a task that is not open yet;
    LessonError where the answer does not fit the task.
    """
    for _ in range(2):
        try:
            with transaction.atomic():
                # Locked: once the teacher has closed the room, no answer that was under way comes after it.
                # Alone: PostgreSQL would join whoever waited to the version as it was before.
                room = Room.objects.select_for_update().get(pk=pupil.room_id)
                _refuse_unless_open(room, pupil)
                version, task = find_task(room=room, task_id=task_id, version_id=version_id)
                _refuse_ahead(room, task_id)
                return _keep(pupil, version, task, check_given(task, given), sending)
        except IntegrityError:
            # On PostgreSQL the same sending may have come twice at once: the second try finds what the first has kept.
            continue
    # The sending belongs to somebody else's answer.
    raise LessonError(DOES_NOT_FIT)


def _keep(pupil: Pupil, version: ExerciseVersion, task: Task, given: dict[str, list[str]], sending: Sending) -> Answer:
    answer = Answer.objects.select_for_update().filter(pupil=pupil, task=task.id).first()
    if answer is None:
        answer = Answer(pupil=pupil, task=task.id, given=None, replaced=_names(sending.replaces))
    elif str(sending.id) in answer.replaced or (answer.sending == sending.id and answer.given == given):
        return answer
    else:
        answer.replaced = _names([*sending.replaces, answer.sending], but=sending.id, before=answer.replaced)
    if answer.given != given or answer.version_id != version.pk:
        answer.points, answer.by_hand, answer.note = mark_task(task, given), False, ""
    answer.version, answer.given, answer.sending = version, given, sending.id
    answer.save()
    return answer


def _names(ids: Collection[UUID], *, but: UUID | None = None, before: Sequence[str] = ()) -> list[str]:
    return list(dict.fromkeys([*before, *(str(one) for one in ids if one != but)]))[-MOST_REMEMBERED:]


def _refuse_unless_open(room: Room, pupil: Pupil) -> None:
    if not Pupil.objects.present().filter(pk=pupil.pk).exists():
        raise NotTakenError("Your teacher has taken you out of this room. Ask them to let you back in.")
    if room.stage == Stage.REVEALED:
        raise NotTakenError("The answers are shown already, so no more are taken.")
    if room.stage == Stage.CLOSED:
        raise NotTakenError("Your teacher has closed the room, so this answer was not taken. It can be opened again.")
    if not room.takes_answers:
        raise NotTakenError("The time of this room is over, so this answer was not taken. Tell your teacher.")


def _refuse_ahead(room: Room, task_id: str) -> None:
    """At the teacher's pace nobody answers what the class has not reached."""
    if room.pace != Pace.TEACHER:
        return
    tasks = [task.id for task in content_of(room.version).tasks]
    if task_id in tasks and tasks.index(task_id) > room.step:
        raise NotTakenError("Your teacher has not opened this task yet.")
