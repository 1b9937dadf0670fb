"""What people do with exercises: each function one act, in one transaction."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from comparer.classroom.content import Content, content_to_json
from comparer.classroom.making.files import LONGEST_TITLE
from comparer.classroom.making.forgetting import forget_later
from comparer.classroom.models import Exercise, ExerciseVersion
from comparer.comparisons.models import Comparison

COPY = " (copy)"


class ChangedMeanwhileError(Exception):
    """Somebody saved the exercise after the page was loaded. Nothing was written."""


@transaction.atomic
def keep_exercise(*, content: Content, owner_id: int | None, comparison: Comparison | None = None) -> Exercise:
    """Return a new exercise with its first version; without an owner it belongs to the gallery."""
    exercise = Exercise.objects.create(owner_id=owner_id, title=content.title[:200], comparison=comparison)
    ExerciseVersion.objects.create(exercise=exercise, number=1, content=content_to_json(content))
    return exercise


@transaction.atomic
def save_version(*, exercise: Exercise, content: Content, based_on: int) -> bool:
    """Keep this as the next version. False where nothing changed: no version is made then.

    ChangedMeanwhileError where there is a later version than the one it is based on.
    """
    Exercise.objects.select_for_update().get(pk=exercise.pk)
    latest, written = exercise.latest, content_to_json(content)
    if latest.content == written:
        return False
    if latest.number != based_on:
        raise ChangedMeanwhileError
    ExerciseVersion.objects.create(exercise=exercise, number=latest.number + 1, content=written)
    exercise.title = content.title
    exercise.save(update_fields=["title", "changed"])
    return True


def copy_exercise(*, exercise: Exercise, owner_id: int) -> Exercise:
    """Return a copy of the latest version, as this person's own; under a title that tells it from one of their own."""
    content = exercise.latest.read()
    if exercise.owner_id == owner_id:
        content = replace(content, title=f"{content.title[: LONGEST_TITLE - len(COPY)]}{COPY}")
    return keep_exercise(content=content, owner_id=owner_id, comparison=exercise.comparison)


@transaction.atomic
def delete_exercise(*, exercise: Exercise) -> None:
    """Take it out of sight; rooms of it let nobody new in. It is forgotten for good when undoing is over."""
    exercise.deleted = timezone.now()
    exercise.save(update_fields=["deleted"])
    forget_later(exercise.pk)


def restore_exercise(*, exercise: Exercise) -> None:
    exercise.deleted = None
    exercise.save(update_fields=["deleted"])
