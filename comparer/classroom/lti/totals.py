"""The points of each student of a room, of how many."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from comparer.classroom.lesson.reading import content_of
from comparer.classroom.models import Answer, Room


@dataclass(frozen=True, slots=True)
class Total:
    """What goes to the platform. Not final while a person still has to mark something."""

    points: float
    maximum: float
    is_final: bool


def totals_of(room: Room) -> dict[int, Total]:
    """Return {pupil id: total} of those who answered anything. Tasks not answered earn nothing."""
    worth = {task.id: task.points for task in content_of(room.version).tasks}
    maximum = float(sum(worth.values()))
    found: dict[int, list[float | None]] = defaultdict(list)
    answers = Answer.objects.filter(pupil__room=room, pupil__removed__isnull=True, task__in=worth)
    for pupil, task, points in answers.values_list("pupil_id", "task", "points"):
        found[pupil].append(None if points is None else min(points, worth[task]))
    return {pupil: _add(points, maximum) for pupil, points in found.items()} if maximum else {}


def _add(points: list[float | None], maximum: float) -> Total:
    return Total(round(sum(one or 0.0 for one in points), 2), maximum, None not in points)
