"""Points and words that a teacher gives, and what a corrected key makes of answers that are marked already."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from comparer.classroom.board.gradebook import write_points
from comparer.classroom.board.sent import asks_the_same
from comparer.classroom.content import Task
from comparer.classroom.lesson.reading import content_of
from comparer.classroom.lti.queue import grades_changed
from comparer.classroom.marking import mark_task
from comparer.classroom.models import Answer, ExerciseVersion, Room


@dataclass(frozen=True, slots=True)
class Marks:
    """What a teacher gave an answer; `points` None: not marked, `by_hand`: not what the key says."""

    points: float | None
    feedback: str
    by_hand: bool


def marks_of(answer: Answer) -> Marks:
    return Marks(answer.points, answer.feedback, answer.by_hand)


def mark_answer(*, answer: Answer, marks: Marks) -> None:
    """Keep the points and the words to the student."""
    answer.points, answer.feedback, answer.by_hand = marks.points, marks.feedback, marks.by_hand
    answer.save(update_fields=["points", "feedback", "by_hand", "changed"])
    grades_changed(room=answer.pupil.room)


def task_of(answer: Answer) -> Task | None:
    """Return the task as it was when it was answered."""
    return content_of(answer.version).task(answer.task)


def points_by_key(answer: Answer) -> float | None:
    """Return what the key of the answer's own version gives; None where a person marks."""
    task = task_of(answer)
    return mark_task(task, answer.given) if task else None


def answers_in(room: Room) -> QuerySet[Answer]:
    """Return the answers of everybody who is in the room, students in the order in which they came."""
    here = Answer.objects.filter(pupil__room=room, pupil__removed__isnull=True)
    return here.select_related("pupil").order_by("pupil__joined", "pupil_id", "task")


@dataclass(frozen=True, slots=True)
class Changed:
    """An answer to an earlier version that the key of now would give other points."""

    answer: Answer
    now: float
    task: Task


def find_changed(room: Room) -> list[Changed]:
    """Return the answers that a corrected key would mark otherwise: those to earlier versions whose question is the same.

    What a person marked stays as it is.
    """
    earlier = answers_in(room).exclude(version_id=room.version_id).filter(by_hand=False, points__isnull=False)
    return [changed for answer in earlier.prefetch_related("version") if (changed := _changed(answer, room.version))]


def _changed(answer: Answer, version: ExerciseVersion) -> Changed | None:
    task, old = content_of(version).task(answer.task), task_of(answer)
    if task is None or not asks_the_same(task, old):
        return None
    now = mark_task(task, answer.given)
    return Changed(answer, now, task) if now is not None and now != answer.points else None


@transaction.atomic
def mark_again(*, room: Room, task_id: str) -> int:
    """Give earlier answers to one task the points of the corrected key, with a note; return how many changed."""
    changed = [one for one in find_changed(room) if one.task.id == task_id]
    for one in changed:
        before = write_points(one.answer.points or 0)
        one.answer.note = f"Marked again with a corrected key: {before} before, {write_points(one.now)} now."
        one.answer.points = one.now
        one.answer.save(update_fields=["points", "note", "changed"])
    grades_changed(room=room)
    return len(changed)


@transaction.atomic
def mark_as_before(*, room: Room, task_id: str) -> int:
    """Undo `mark_again`: give answers that bear its note what the key of their own version says."""
    noted = answers_in(room).filter(task=task_id, by_hand=False).exclude(note="").prefetch_related("version")
    for answer in noted:
        answer.points, answer.note = points_by_key(answer), ""
        answer.save(update_fields=["points", "note", "changed"])
    grades_changed(room=room)
    return len(noted)
