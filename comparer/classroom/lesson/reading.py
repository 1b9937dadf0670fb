"""The content of a version, parsed once: two hundred phones ask for the same exercise."""

from __future__ import annotations

from functools import lru_cache

from comparer.classroom.content import Content, content_from_json
from comparer.classroom.making.hiding import hide_outlets
from comparer.classroom.models import ExerciseVersion


def content_of(version: ExerciseVersion) -> Content:
    """Return what the version holds."""
    return content_in(version.content)


def shown_content_of(version: ExerciseVersion) -> Content:
    """Return it as students see it before the reveal: a blind exercise without what gives its outlets away."""
    return shown_content_in(version.content)


@lru_cache(maxsize=32)
def shown_content_in(written: str) -> Content:
    return hide_outlets(content_in(written))


@lru_cache(maxsize=32)
def content_in(written: str) -> Content:
    return content_from_json(written)
