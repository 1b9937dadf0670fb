"""The content of a version, parsed once: two hundred phones ask for the same exercise."""

from __future__ import annotations

from functools import lru_cache

from comparer.classroom.content import Content, content_from_json
from comparer.classroom.models import ExerciseVersion


def content_of(version: ExerciseVersion) -> Content:
    """Return what the version holds."""
    return _parsed(version.content)


@lru_cache(maxsize=32)
def _parsed(written: str) -> Content:
    return content_from_json(written)
