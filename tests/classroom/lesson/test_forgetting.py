"""Students and answers go when their time is over, by the workers and by the command."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comparer.classroom.lesson.forgetting import forget_answers
from comparer.classroom.lesson.tasks import forget_when_due
from comparer.classroom.models import Answer, Pupil, Room
from tests.classroom.making import make_exercise, make_pupil, make_room, make_teacher

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def room_over(days: int, keep_days: int = 30) -> Room:
    room = make_room(
        make_exercise(make_teacher(f"teacher{days}")), ends=NOW - timedelta(days=days), keep_days=keep_days
    )
    pupil = make_pupil(room)
    Answer.objects.create(pupil=pupil, version=room.version, task="t1", given={}, sending=uuid4())
    return room


@pytest.mark.parametrize(("at", "left"), [(NOW, 1), (NOW - timedelta(days=2), 2), (NOW + timedelta(days=40), 0)])
def test_only_what_is_due_goes(at: datetime, left: int) -> None:
    due, early = room_over(31), room_over(29)
    assert forget_answers(at=at) == 2 - left
    assert (Pupil.objects.count(), Answer.objects.count()) == (left, left)
    assert Room.objects.count() == 2
    assert forget_answers(at=at) == 0
    assert {due.pk, early.pk} == set(Room.objects.values_list("pk", flat=True))


def test_removed_students_go_too() -> None:
    room = room_over(31)
    make_pupil(room, "Fox", removed=NOW)
    assert forget_answers(at=NOW) == 2
    assert not Pupil.objects.exists()


def test_command_says_how_many() -> None:
    room_over(31)
    said = StringIO()
    call_command("forget_answers", stdout=said)
    assert said.getvalue() == "Deleted 1 student with their answers.\n"


def test_task_forgets_when_due_and_waits_where_the_room_was_given_more_time() -> None:
    due, early = room_over(31), room_over(29)
    forget_when_due.func(due.pk)
    assert not due.pupils.exists()
    forget_when_due.func(early.pk)
    assert early.pupils.exists()
    assert DBTaskResult.objects.get().run_after == early.forgotten_on
    forget_when_due.func(9999)
