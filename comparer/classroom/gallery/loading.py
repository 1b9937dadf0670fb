"""Put the ready exercises into the database, where everybody can look at them and copy them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from comparer.classroom.content import Content, content_to_json
from comparer.classroom.making.files import read_file
from comparer.classroom.models import Exercise, ExerciseVersion

FOLDER = Path(__file__).parent


def read_gallery(folder: Path = FOLDER) -> Iterator[tuple[str, Content]]:
    """Yield the ready exercises, each with its name, which is its key in addresses too."""
    for path in sorted(folder.glob("*.json")):
        yield path.stem, read_file(path.read_bytes())


@transaction.atomic
def load_gallery(*, folder: Path = FOLDER) -> int:
    """Bring the gallery up to date with its files. Return how many exercises are new or changed.

    Doing it again changes nothing. An exercise whose file is gone leaves the gallery; people's copies stay.
    """
    changed = 0
    names: list[str] = []
    for name, content in read_gallery(folder):
        names.append(name)
        changed += _keep(name, content)
    Exercise.objects.gallery().exclude(key__in=names).update(deleted=timezone.now())
    return changed


def _keep(name: str, content: Content) -> bool:
    exercise, is_new = Exercise.objects.get_or_create(key=name, owner=None, defaults={"title": content.title})
    written = content_to_json(content)
    latest = exercise.versions.order_by("-number").first()
    if exercise.deleted is None and latest is not None and latest.content == written:
        return False
    if latest is None or latest.content != written:
        number = 1 if is_new or latest is None else latest.number + 1
        ExerciseVersion.objects.create(exercise=exercise, number=number, content=written)
    exercise.title, exercise.deleted = content.title, None
    exercise.save(update_fields=["title", "deleted", "changed"])
    return True
