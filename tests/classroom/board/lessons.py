"""A lesson under way in the database, for tests of the board."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from comparer.classroom.content import Content
from comparer.classroom.marking import mark_task
from comparer.classroom.models import Answer, Pupil, Room
from tests.classroom.making import CONTENT, make_exercise, make_pupil, make_room, make_teacher

MATCHED = {"i1": ["r1"], "i2": ["r1"]}
SORTED = {"i1": ["right"]}
WRITTEN = {"i1": ["The first piece calms: it says “aground”."]}


def give(pupil: Pupil, task_id: str, given: Mapping[str, Sequence[str]], **columns: Any) -> Answer:
    """Send an answer to the version that the room has, marked as the lesson marks it."""
    task = pupil.room.version.read().task(task_id)
    points = mark_task(task, given) if task else None
    columns = {"version": pupil.room.version, "points": points, **columns}
    return Answer.objects.create(pupil=pupil, task=task_id, given=given, sending=uuid.uuid4(), **columns)


def make_lesson(students: int = 2, *, content: Content = CONTENT, **columns: Any) -> Room:
    """Return a room in which each student has answered all three tasks."""
    room = make_room(make_exercise(make_teacher(), content), **columns)
    for number in range(students):
        pupil = make_pupil(room, f"Otter {number + 1}")
        for task, given in (("t1", MATCHED), ("t2", SORTED), ("t3", WRITTEN)):
            give(pupil, task, given)
    return room
