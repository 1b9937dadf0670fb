"""Exercises as files: written for copying to other sites, and read with distrust."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from comparer.classroom.content import KINDS, SCHEMA, Content, Item, Task, content_from_json, content_to_json
from comparer.classroom.making.faults import MOST_WORDS

MOST_LINES, MOST_TASKS, MOST_ITEMS, MOST_CHOICES = 1_500, 20, 30, MOST_WORDS
LONGEST = 5_000
"""Characters of any one text in it."""
LONGEST_TITLE = 120
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,11}\Z")
WORDS_ONLY = re.compile(r"[^\W_]+")


class NoExerciseError(Exception):
    """Carries one plain sentence that says why a file is not taken, and what to do."""


def write_file(content: Content) -> bytes:
    """Return the exercise as a file that people can look into."""
    return (json.dumps(json.loads(content_to_json(content)), ensure_ascii=False, indent=1) + "\n").encode()


def name_file(content: Content) -> str:
    """Return a name for the file, of plain letters: "two-ferries.exercise.json"."""
    words = WORDS_ONLY.findall(content.title.encode("ascii", "ignore").decode().lower())
    return f"{'-'.join(words)[:60].strip('-') or 'exercise'}.exercise.json"


def read_file(written: bytes) -> Content:
    """Return the exercise of a file. NoExerciseError says what is wrong with it."""
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoExerciseError("This is no file of an exercise: it isn’t text. Choose one that ends in .json.") from None
    if "\\u0000" in text or "\0" in text:
        raise NoExerciseError("This file holds characters that belong to no text. Save the exercise again.")
    _check_schema(text)
    try:
        content = content_from_json(text)
        text.encode()
        content_to_json(content)
    except (ValueError, RecursionError):
        raise NoExerciseError(
            "This file isn’t a whole exercise: parts of it are missing or have another form. Save it again where it is "
            "from, and don’t change the file by hand."
        ) from None
    problem = next(_problems(content), None)
    if problem:
        raise NoExerciseError(f"This file can’t be used: {problem}")
    return content


def _check_schema(text: str) -> None:
    """Say plainly where a file is JSON, but no exercise or one of another version."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise NoExerciseError(
            "This file can’t be read as an exercise. Choose a file that was saved with “Save as a file”."
        ) from None
    schema = document.get("schema") if isinstance(document, dict) else None
    if not (isinstance(schema, str) and schema.startswith("exercise/")):
        raise NoExerciseError(
            "This file holds something else than an exercise. Choose one saved with “Save as a file”."
        )
    if schema != SCHEMA:
        raise NoExerciseError("This exercise was saved by another version of the site, which this one can’t read.")


def _problems(content: Content) -> Iterator[str]:
    if not content.title.strip() or len(content.title) > LONGEST_TITLE:
        yield "its title is missing or too long."
    lines = [line.id for line in content.lines()]
    tasks = (*content.tasks, *content.spare)
    if not content.tasks:
        yield "it has no task."
    if len(lines) > MOST_LINES or len(tasks) > MOST_TASKS:
        yield f"it is too long; {MOST_LINES:,} sentences and {MOST_TASKS} tasks are the most."
    yield from _problems_of_ids(lines, "two sentences")
    yield from _problems_of_ids([one.id for one in tasks], "two tasks")
    if any(len(text) > LONGEST for text in _texts(content)):
        yield f"one of its texts is longer than {LONGEST:,} characters."
    known = set(lines)
    for task in tasks:
        yield from _problems_of_task(task, known)


def _problems_of_task(task: Task, lines: set[str]) -> Iterator[str]:
    items = (*task.items, *task.spare)
    name = f"task “{task.title[:40]}”"
    if task.kind not in KINDS or not (
        1 <= task.points <= 100 and 1 <= task.minutes <= 90 and task.difficulty in (1, 2, 3)
    ):
        yield f"{name} has points, minutes or a difficulty out of range."
    if not task.items or len(items) > MOST_ITEMS:
        yield f"{name} has no question, or too many."
    yield from _problems_of_ids([one.id for one in items], f"two questions of {name}")
    for item in items:
        if not _fits(item, lines):
            yield f"a key of {name} doesn’t fit its choices."


def _fits(item: Item, lines: set[str]) -> bool:
    choices = [one.id for one in item.choices]
    known = set(choices)
    if item.asked == "text":
        return not item.choices and not item.key
    if len(known) != len(choices) or not 1 < len(choices) <= MOST_CHOICES or not all(map(ID.match, choices)):
        return False
    right = sorted(item.key) == sorted(choices) if item.asked == "order" else set(item.key) <= known and bool(item.key)
    worths = all(0 <= worth <= 1 for worth in item.near.values())
    return right and worths and known >= {*item.near, *item.machine} and lines >= set(item.lines)


def _problems_of_ids(ids: Sequence[str], what: str) -> Iterator[str]:
    if any(count > 1 for count in Counter(ids).values()):
        yield f"{what} have the same id."
    if not all(map(ID.match, ids)):
        yield "it has ids that aren’t of small letters and digits."


def _texts(content: Content) -> Iterator[str]:
    yield from (content.intro, content.ages, content.left.outlet, content.right.outlet, content.left.title)
    yield from (content.right.title, content.left.published or "", content.right.published or "")
    yield from (line.text for line in content.lines())
    for task in (*content.tasks, *content.spare):
        yield from (task.title, task.instructions, task.rubric)
        for item in (*task.items, *task.spare):
            yield from (item.shown, item.why, *(one.text for one in item.choices))
