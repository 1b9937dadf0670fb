"""What a student sees at the end: their own answers beside the key, what the machine said, points and words back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from comparer.classroom.content import Content, Item, Task
from comparer.classroom.lesson.reading import content_of
from comparer.classroom.marking import mark_item
from comparer.classroom.models import Answer, ExerciseVersion, Room


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """One item. `machine` is empty where it said the same as the key, and where it said nothing."""

    shown: str
    mine: tuple[str, ...]
    key: tuple[str, ...]
    machine: tuple[str, ...]
    machine_agrees: bool
    why: str
    verdict: str
    """In a word: right, nearly, partly, not right, not answered, or "" where a person marks."""
    in_order: bool
    are_words: bool
    """Single words, which need no list of their own."""


@dataclass(frozen=True, slots=True)
class TaskOutcome:
    number: int
    task: Task
    items: tuple[ItemOutcome, ...]
    points: float | None
    feedback: str
    note: str
    is_answered: bool


def show_outcome(
    room: Room, answers: Iterable[Answer], *, read: Callable[[ExerciseVersion], Content] = content_of
) -> list[TaskOutcome]:
    """Return every task of the room with a student's own answers, each in the version that it was given to.

    `read` is `shown_content_of` where a student asks before the reveal: then outlets stay hidden.
    """
    by_task = {answer.task: answer for answer in answers}
    found = []
    for number, task in enumerate(read(room.version).tasks, start=1):
        answer = by_task.get(task.id)
        answered = read(answer.version).task(task.id) if answer else None
        found.append(_show_task(number, answered or task, answer))
    return found


def _show_task(number: int, task: Task, answer: Answer | None) -> TaskOutcome:
    given = answer.given if answer else {}
    items = tuple(_show_item(item, given.get(item.id, []), is_answered=answer is not None) for item in task.items)
    if answer is None:
        return TaskOutcome(number, task, items, None, "", "", is_answered=False)
    return TaskOutcome(number, task, items, answer.points, answer.feedback, answer.note, is_answered=True)


def _show_item(item: Item, chosen: Sequence[str], *, is_answered: bool) -> ItemOutcome:
    agree = item.machine == item.key if item.asked == "order" else set(item.machine) == set(item.key)
    return ItemOutcome(
        item.shown,
        _texts(item, chosen),
        _texts(item, item.key),
        () if agree else _texts(item, item.machine),
        bool(item.machine) and agree,
        item.why,
        _verdict(item, chosen) if is_answered else "not answered",
        item.asked == "order",
        item.asked == "many" and all(len(choice.text.split()) == 1 for choice in item.choices),
    )


def _texts(item: Item, chosen: Sequence[str]) -> tuple[str, ...]:
    if item.asked == "text":
        return tuple(chosen)
    texts = {choice.id: choice.text for choice in item.choices}
    return tuple(texts[one] for one in chosen if one in texts)


def _verdict(item: Item, chosen: Sequence[str]) -> str:
    if item.asked == "text":
        return ""
    share = mark_item(item, chosen)
    if share == 1:
        return "right"
    if not chosen:
        return "not answered"
    if share == 0:
        return "not right"
    return "nearly" if item.asked == "one" else "partly"
