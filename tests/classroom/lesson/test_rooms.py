"""What a teacher does with a room."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comparer.classroom.board.erasing import erase_pupil
from comparer.classroom.content import content_to_json
from comparer.classroom.lesson.rooms import (
    change_code,
    close,
    open_room,
    remove_pupil,
    reopen,
    return_pupil,
    reveal,
    set_step,
    update_room_to_latest_version,
)
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.models import ExerciseVersion, Pace, Stage
from tests.classroom.making import CONTENT, make_exercise, make_pupil, make_room, make_teacher

pytestmark = pytest.mark.django_db


def test_open_room_takes_the_newest_version_and_plans_its_forgetting() -> None:
    exercise = make_exercise(make_teacher())
    newest = ExerciseVersion.objects.create(exercise=exercise, number=2, content=exercise.latest.content)
    room = open_room(exercise=exercise, hours=2, pace=Pace.PUPIL, keep_days=7, name="8b")
    assert (room.version, room.pace, room.name, room.takes_answers) == (newest, Pace.PUPIL, "8b", True)
    assert timedelta(hours=1.9) < room.ends - timezone.now() < timedelta(hours=2.1)
    planned = DBTaskResult.objects.get()
    assert planned.task_path.endswith("forget_when_due")
    assert planned.run_after == room.forgotten_on


@pytest.mark.parametrize("step", [-1, 3, 99])
def test_set_step_refuses_tasks_that_are_not_there(step: int) -> None:
    room = make_room()
    with pytest.raises(LessonError, match="this exercise has 3"):
        set_step(room=room, step=step)
    room.refresh_from_db()
    assert room.step == 0


def test_reopening_a_room_that_is_over_gives_it_time() -> None:
    room = make_room(ends=timezone.now() - timedelta(days=1))
    assert not room.takes_answers
    reopen(room=room)
    room.refresh_from_db()
    assert room.takes_answers
    ends = room.ends
    close(room=room)
    reopen(room=room)
    room.refresh_from_db()
    assert (room.ends, room.stage) == (ends, Stage.OPEN)


@pytest.mark.parametrize(("days", "planned"), [(1, 0), (31, 1)])
def test_a_room_that_was_forgotten_is_forgotten_again_after_reopening(days: int, planned: int) -> None:
    room = make_room(ends=timezone.now() - timedelta(days=days))
    reopen(room=room)
    assert [one.run_after for one in DBTaskResult.objects.all()] == [room.forgotten_on] * planned
    assert room.forgotten_on > timezone.now()


def test_reveal_takes_no_more_answers() -> None:
    room = make_room()
    reveal(room=room)
    room.refresh_from_db()
    assert (room.stage, room.takes_answers) == (Stage.REVEALED, False)


def test_change_code_gives_another_one() -> None:
    room = make_room(code="BCD234")
    change_code(room=room)
    room.refresh_from_db()
    assert room.code != "BCD234"
    assert len(room.code) == 6


def test_removed_student_comes_back_unless_the_name_is_taken() -> None:
    room = make_room()
    pupil = make_pupil(room)
    assert remove_pupil(room=room, pupil_id=pupil.pk) == pupil
    assert remove_pupil(room=room, pupil_id=pupil.pk) is None
    assert not room.pupils.present()
    assert return_pupil(room=room, pupil_id=pupil.pk) == pupil
    remove_pupil(room=room, pupil_id=pupil.pk)
    make_pupil(room, "OTTER")
    with pytest.raises(LessonError, match="Somebody else"):
        return_pupil(room=room, pupil_id=pupil.pk)


def test_a_deleted_student_is_not_let_back_in_by_an_old_page() -> None:
    pupil = make_pupil(make_room())
    erase_pupil(pupil=pupil)
    assert return_pupil(room=pupil.room, pupil_id=pupil.pk) is None
    pupil.refresh_from_db()
    assert pupil.removed is not None


def test_students_of_another_room_are_out_of_reach() -> None:
    room, other = make_room(), make_room(make_exercise(make_teacher("other")))
    pupil = make_pupil(other)
    assert remove_pupil(room=room, pupil_id=pupil.pk) is None
    assert other.pupils.present().count() == 1


def test_update_to_a_shorter_version_keeps_the_step_inside() -> None:
    room = make_room()
    set_step(room=room, step=2)
    short = content_to_json(replace(CONTENT, tasks=CONTENT.tasks[:1]))
    ExerciseVersion.objects.create(exercise=room.exercise, number=2, content=short)
    update_room_to_latest_version(room=room)
    room.refresh_from_db()
    assert (room.version.number, room.step) == (2, 0)
