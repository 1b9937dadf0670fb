"""Deleted exercises: kept while they can be brought back, and while a class's answers are."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import RestrictedError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comparer.classroom.making.forgetting import forget_exercise
from comparer.classroom.making.services import delete_exercise, restore_exercise
from comparer.classroom.models import Answer, Exercise
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


def test_account_is_deleted_with_its_exercises_rooms_and_answers() -> None:
    teacher = make_teacher()
    exercise = make_exercise(teacher)
    pupil = make_pupil(make_room(exercise))
    Answer.objects.create(pupil=pupil, version=exercise.latest, task="t1", given={}, sending=uuid4())
    teacher.delete()
    assert not Exercise.objects.exists()
    assert not Answer.objects.exists()


def test_version_with_answers_is_not_deleted_by_itself() -> None:
    exercise = make_exercise(make_teacher())
    make_room(exercise)
    with pytest.raises(RestrictedError):
        exercise.latest.delete()
