"""Who is where: how far each student has come, and who has not been heard of for a while."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from comparer.classroom.board.tally import percent
from comparer.classroom.content import Task

ASKS_EVERY = 0.7
"""Seconds after which the board asks for news: an answer is on the wall within a second or so."""
AWAY_AFTER = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Student:
    """One student: `at` is the place of the task they are at, from 0; `answered` the ids of tasks done."""

    pk: int
    nickname: str
    at: int
    answered: frozenset[str]
    seen: datetime


@dataclass(frozen=True, slots=True)
class Seat:
    """One student as the board shows them, with a sign for each task: "done", "here" or "open"."""

    nickname: str
    signs: tuple[str, ...]
    done: int
    at: int
    away_since: datetime | None
    """None for whoever is there."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One task: how many have answered it, and who is at it without an answer yet."""

    number: int
    task: Task
    answered: int
    students: int
    is_current: bool
    still: tuple[str, ...]

    @property
    def percent(self) -> int:
        return percent(self.answered, self.students)


def seat(students: Iterable[Student], tasks: Sequence[Task], *, now: datetime) -> list[Seat]:
    """Return a seat for each student, those who have come least far first."""
    seats = [_seat(one, tasks, now) for one in students]
    return sorted(seats, key=lambda one: (one.done, one.nickname.casefold()))


def _seat(student: Student, tasks: Sequence[Task], now: datetime) -> Seat:
    signs = tuple(
        "done" if task.id in student.answered else "here" if place == student.at else "open"
        for place, task in enumerate(tasks)
    )
    gone = now - student.seen
    away = student.seen if gone >= AWAY_AFTER else None
    return Seat(student.nickname, signs, signs.count("done"), min(student.at, max(0, len(tasks) - 1)), away)


def progress(students: Collection[Student], tasks: Sequence[Task], *, current: int | None) -> list[Progress]:
    """Return how far the class has come with each task; `current` is the place where the teacher has put everybody."""
    at: Mapping[int, list[Student]] = {
        place: [one for one in students if one.at == place] for place in range(len(tasks))
    }
    return [
        Progress(
            place + 1,
            task,
            sum(task.id in one.answered for one in students),
            len(students),
            place == current,
            tuple(one.nickname for one in at[place] if task.id not in one.answered),
        )
        for place, task in enumerate(tasks)
    ]


def say_progress(rows: Sequence[Progress], students: int) -> str:
    """Return the state of the class in one sentence, for those who hear the page."""
    if not students:
        return "Nobody has come in yet."
    current = next((row for row in rows if row.is_current), None)
    if current:
        return f"{current.answered} of {students} have answered task {current.number}."
    done = sum(row.answered for row in rows)
    return f"{done} of {students * len(rows)} answers are in, from {students} student{'' if students == 1 else 's'}."
