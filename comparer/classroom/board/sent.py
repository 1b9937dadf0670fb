"""Answers as the board counts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comparer.classroom.content import Content, Item, Task
from comparer.classroom.marking import Given


@dataclass(frozen=True, slots=True)
class Sent:
    """One student's answer to one task; `version` is the one that it was given to."""

    pupil: int
    task: str
    given: Given
    version: int = 0


def keep_fitting(sent: Iterable[Sent], now: Content, versions: Mapping[int, Content]) -> tuple[list[Sent], list[Sent]]:
    """Return the answers that can be counted together, and those whose question has been put otherwise since.

    `versions` holds the earlier versions that answers were given to; an answer to any other is one to `now`.
    """
    same = {
        (number, task.id): asks_the_same(task, old.task(task.id))
        for number, old in versions.items()
        for task in now.tasks
    }
    known = {task.id for task in now.tasks}
    fitting: list[Sent] = []
    other: list[Sent] = []
    for one in sent:
        fits = one.task in known and same.get((one.version, one.task), True)
        (fitting if fits else other).append(one)
    return fitting, other


def asks_the_same(task: Task, old: Task | None) -> bool:
    """Return True where both put the same questions with the same choices, whatever their keys say."""
    return old is not None and [_question(item) for item in task.items] == [_question(item) for item in old.items]


def _question(item: Item) -> tuple[object, ...]:
    """All that a student sees of it; its key may change, and the answer still stands."""
    return item.id, item.asked, item.shown, item.choices


def by_task(sent: Iterable[Sent]) -> dict[str, list[Sent]]:
    """Return the answers to each task by its id."""
    shared: dict[str, list[Sent]] = {}
    for one in sent:
        shared.setdefault(one.task, []).append(one)
    return shared


def chosen_in(sent: Iterable[Sent], item: Item) -> list[tuple[str, ...]]:
    """Return what each student who has something to say on this item chose: known choices, each once.

    To mark nothing is an answer where any number may be marked, and where nothing is right.
    """
    if item.asked == "text":
        written = (tuple(one.given.get(item.id, ())) for one in sent)
        return [words for words in written if any(word.strip() for word in words)]
    known = {choice.id for choice in item.choices}
    counts = item.asked == "many" or not item.key
    picked = (tuple(dict.fromkeys(one for one in answer.given.get(item.id, ()) if one in known)) for answer in sent)
    return [one[:1] if item.asked == "one" else one for one in picked if one or counts]
