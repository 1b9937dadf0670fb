"""Deleted exercises: kept while they can be brought back, and while a class's answers are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comparer.classroom.making.forgetting import forget_exercise
from comparer.classroom.making.services import delete_exercise, restore_exercise
from comparer.classroom.models import Exercise
from tests.classroom.making import make_exercise, make_pupil, make_room, make_teacher

pytestmark = pytest.mark.django_db


def _delete_long_ago(exercise: Exercise) -> None:
    Exercise.objects.filter(pk=exercise.pk).update(deleted=timezone.now() - timedelta(days=3))


def test_deleting_queues_forgetting_for_when_undoing_is_over(django_capture_on_commit_callbacks: object) -> None:
    exercise = make_exercise(make_teacher())
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        delete_exercise(exercise=exercise)
    queued = DBTaskResult.objects.get()
    assert queued.run_after is not None
    assert queued.run_after > timezone.now() + timedelta(hours=23)


def test_exercise_is_forgotten_with_its_empty_rooms() -> None:
    exercise = make_exercise(make_teacher())
    make_room(exercise)
    _delete_long_ago(exercise)
    forget_exercise.func(exercise.pk)
    assert not Exercise.objects.exists()


def test_exercise_that_was_brought_back_or_just_deleted_stays() -> None:
    exercise = make_exercise(make_teacher())
    delete_exercise(exercise=exercise)
    forget_exercise.func(exercise.pk)
    _delete_long_ago(exercise)
    restore_exercise(exercise=exercise)
    forget_exercise.func(exercise.pk)
    assert Exercise.objects.live().get() == exercise


def test_exercise_waits_for_answers_that_are_kept(django_capture_on_commit_callbacks: object) -> None:
    exercise = make_exercise(make_teacher())
    make_pupil(make_room(exercise))
    _delete_long_ago(exercise)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        forget_exercise.func(exercise.pk)
    assert Exercise.objects.exists()
    assert DBTaskResult.objects.count() == 1
