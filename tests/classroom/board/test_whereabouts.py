"""Who is where."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from comparer.classroom.board.whereabouts import Student, progress, say_progress, seat
from tests.classroom.making import CONTENT

NOW = datetime(2033, 2, 27, 10, tzinfo=UTC)


def make_student(name: str = "Otter", at: int = 0, answered: str = "", minutes: float = 0) -> Student:
    return Student(1, name, at, frozenset(answered.split()), NOW - timedelta(minutes=minutes))


def test_seats_show_what_is_done_and_where_they_are() -> None:
    seats = seat(
        [make_student("Vole", 2, "t1 t2"), make_student("otter", 1), make_student("Adder", 1)], CONTENT.tasks, now=NOW
    )
    assert [(one.nickname, one.signs, one.done) for one in seats] == [
        ("Adder", ("open", "here", "open"), 0),
        ("otter", ("open", "here", "open"), 0),
        ("Vole", ("done", "done", "here"), 2),
    ]


@pytest.mark.parametrize(("minutes", "is_away"), [(0, False), (1.9, False), (2, True), (61, True)])
def test_seats_say_who_is_away(minutes: float, *, is_away: bool) -> None:
    away = seat([make_student(minutes=minutes)], CONTENT.tasks, now=NOW)[0].away_since
    assert away == (NOW - timedelta(minutes=minutes) if is_away else None)


def test_a_student_beyond_the_last_task_is_at_the_last() -> None:
    assert seat([make_student(at=9)], CONTENT.tasks, now=NOW)[0].at == 2


def test_progress_counts_answers_and_names_who_is_still_at_it() -> None:
    rows = progress(
        [make_student(at=0), make_student("Vole", 0, "t1"), make_student("Adder", 1)], CONTENT.tasks, current=0
    )
    assert [(row.number, row.answered, row.percent, row.still, row.is_current) for row in rows] == [
        (1, 1, 33, ("Otter",), True),
        (2, 0, 0, ("Adder",), False),
        (3, 0, 0, (), False),
    ]


def test_progress_is_said_in_one_sentence() -> None:
    class_ = [make_student(answered="t1"), make_student("Vole")]
    assert say_progress(progress(class_, CONTENT.tasks, current=0), 2) == "1 of 2 have answered task 1."
    assert say_progress(progress(class_, CONTENT.tasks, current=None), 2) == "1 of 6 answers are in, from 2 students."
    assert say_progress(progress([], CONTENT.tasks, current=0), 0) == "Nobody has come in yet."
