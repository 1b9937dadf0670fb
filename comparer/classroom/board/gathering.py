"""What the board counts, out of the database: in a fixed number of queries, however large the class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max, Q, Sum

from comparer.classroom.board.sent import Sent, by_task, keep_fitting
from comparer.classroom.board.whereabouts import AWAY_AFTER, Student
from comparer.classroom.lesson.reading import content_of
from comparer.classroom.models import Answer, ExerciseVersion, Pace, Room


@dataclass(frozen=True, slots=True)
class Gathered:
    """The answers of a class by task; `aside` counts those whose question has been put otherwise since."""

    answers: Mapping[str, Sequence[Sent]]
    aside: int

    def to(self, task: str) -> Sequence[Sent]:
        return self.answers.get(task, ())


def newest(room: Room, *, now: datetime) -> str:
    """Return a word that changes whenever the board does; two small queries, for it is asked all the time."""
    present = room.pupils.present().aggregate(
        count=Count("pk"), steps=Sum(F("pk") * (F("step") + 1)), away=Count("pk", filter=Q(seen__lt=now - AWAY_AFTER))
    )
    answers = Answer.objects.filter(pupil__room=room, pupil__removed__isnull=True).aggregate(
        count=Count("pk"), last=Max("changed")
    )
    last = answers["last"].timestamp() if answers["last"] else 0
    room_itself = (room.version_id, room.stage, room.pace, room.step, int(room.has_ended))
    return "-".join(str(one) for one in (*room_itself, *present.values(), answers["count"], last))


def gather_students(room: Room) -> list[Student]:
    """Return everybody in the room; at the teacher's pace all of them are where the teacher is."""
    rows = room.pupils.present().values_list("pk", "nickname", "step", "seen")
    done: dict[int, set[str]] = {}
    for pupil, task in Answer.objects.filter(pupil__room=room).values_list("pupil_id", "task"):
        done.setdefault(pupil, set()).add(task)
    together = room.pace == Pace.TEACHER
    return [
        Student(pk, nickname, room.step if together else step, frozenset(done.get(pk, ())), seen)
        for pk, nickname, step, seen in rows
    ]


def gather_answers(room: Room, *, task: str | None = None) -> Gathered:
    """Return what those in the room answered, to one task or to all of what the room is given now."""
    rows = Answer.objects.filter(pupil__room=room, pupil__removed__isnull=True)
    if task is not None:
        rows = rows.filter(task=task)
    sent = [Sent(*row) for row in rows.values_list("pupil_id", "task", "given", "version_id")]
    earlier = {one.version for one in sent} - {room.version_id}
    versions = {one.pk: content_of(one) for one in ExerciseVersion.objects.filter(pk__in=earlier)} if earlier else {}
    fitting, other = keep_fitting(sent, content_of(room.version), versions)
    return Gathered(by_task(fitting), len(other))
