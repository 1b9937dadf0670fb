"""Exercises, rooms and pupils for tests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from comparer.accounts.models import User
from comparer.classroom.content import Choice, Content, Item, Line, Piece, Task, content_to_json
from comparer.classroom.models import Exercise, ExerciseVersion, Pupil, Room

LEFT = Piece(
    "Orsa Post",
    "Ferry aground",
    (Line("l1", "A ferry ran aground off Orsa on Monday."), Line("l2", "Forty people were on board.")),
)
RIGHT = Piece("Merrow Echo", "Ferry disaster", (Line("r1", "On Monday a ferry hit a reef near Orsa."), Line("r2", "Sixty souls feared for their lives.")))  # fmt: skip
SIDES = (Choice("left", "the first piece"), Choice("right", "the second piece"))
MATCH = Task(
    "t1", "match", "Match the claims", "Find the sentence that tells the same.",
    (
        Item("i1", "one", LEFT.lines[0].text, tuple(Choice(line.id, line.text) for line in RIGHT.lines), ("r1",), lines=("l1",)),
        Item("i2", "one", LEFT.lines[1].text, tuple(Choice(line.id, line.text) for line in RIGHT.lines), ("r2",), lines=("l2",)),
    ),
    points=4,
)  # fmt: skip
SORT = Task(
    "t2",
    "sort",
    "Sort the wording",
    "Which piece says it?",
    (Item("i1", "one", "disaster", SIDES, ("right",), lines=("r2",)),),
)
REFLECT = Task(
    "t3",
    "reflect",
    "Think and write",
    "Write a few sentences.",
    (Item("i1", "text", "Which piece calms?"),),
    rubric="Names a word.",
)
CONTENT = Content("Two ferries", LEFT, RIGHT, (MATCH, SORT, REFLECT))


def make_teacher(name: str = "teacher") -> User:
    return User.objects.create_user(name, password="a long password")


def make_exercise(owner: User | None = None, content: Content = CONTENT) -> Exercise:
    exercise = Exercise.objects.create(owner=owner, title=content.title)
    ExerciseVersion.objects.create(exercise=exercise, number=1, content=content_to_json(content))
    return exercise


def make_room(exercise: Exercise | None = None, **columns: Any) -> Room:
    exercise = exercise or make_exercise(make_teacher())
    ends = columns.pop("ends", timezone.now() + timedelta(hours=8))
    return Room.objects.create(exercise=exercise, version=exercise.latest, ends=ends, **columns)


def make_pupil(room: Room, nickname: str = "Otter", **columns: Any) -> Pupil:
    return Pupil.objects.create(room=room, nickname=nickname, word="lantern", **columns)
