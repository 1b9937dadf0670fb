"""HTML that is the same for a whole class, drawn once: two hundred phones open a task in the same moment.

Kept in memory by what the version holds, so that an edited exercise is drawn anew.
"""

from __future__ import annotations

from functools import lru_cache

from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from comparer.classroom.content import Task
from comparer.classroom.lesson.glossary import GLOSSARY
from comparer.classroom.lesson.reading import content_in, shown_content_in
from comparer.classroom.lesson.showing import Given, show_items, show_pieces
from comparer.classroom.models import ExerciseVersion


def draw_texts(version: ExerciseVersion, *, is_revealed: bool) -> SafeString:
    """Return both pieces with the reading help; a blind exercise without what gives its outlets away until revealed."""
    return _draw_texts(version.content, is_revealed=is_revealed)


def draw_task(version: ExerciseVersion, task_id: str, given: Given, sent: QueryDict | None = None) -> SafeString:
    """Return the questions of a task with what was given so far; a refused form, `sent`, as it was typed."""
    if given or sent:
        task = shown_content_in(version.content).task(task_id)
        return _draw_items(task, given, sent) if task else SafeString()
    return _draw_empty(version.content, task_id)


@lru_cache(maxsize=32)
def _draw_texts(written: str, *, is_revealed: bool) -> SafeString:
    content = content_in(written) if is_revealed else shown_content_in(written)
    pieces = show_pieces(content, with_outlets=is_revealed)
    return render_to_string("classroom/lesson_texts.html", {"pieces": pieces, "glossary": GLOSSARY})


@lru_cache(maxsize=256)
def _draw_empty(written: str, task_id: str) -> SafeString:
    task = shown_content_in(written).task(task_id)
    return _draw_items(task, {}, None) if task else SafeString()


def _draw_items(task: Task, given: Given, sent: QueryDict | None) -> SafeString:
    return render_to_string("classroom/lesson_items.html", {"task": task, "items": show_items(task, given, sent)})
