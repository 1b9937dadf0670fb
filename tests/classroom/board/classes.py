"""Answers of whole classes for tests: one letter is one choice, one word of letters one student."""

from __future__ import annotations

from comparer.classroom.board.sent import Sent
from comparer.classroom.content import Asked, Choice, Item, Task

LETTERS = tuple(Choice(letter, f"the {letter}") for letter in "abcd")


def make_item(asked: Asked = "one", key: str = "a", *, machine: str = "", name: str = "i1") -> Item:
    return Item(name, asked, "What is it?", LETTERS, tuple(key), machine=tuple(machine))


def make_task(*items: Item) -> Task:
    return Task("t1", "match", "Match", "Choose.", items or (make_item(),))


def answers(*given: str, item: str = "i1") -> list[Sent]:
    """Each string is what one student chose for the item."""
    return [Sent(pupil, "t1", {item: list(chosen)}) for pupil, chosen in enumerate(given)]


def answer_both(*given: tuple[str, str]) -> list[Sent]:
    """Each pair is what one student chose for the items i1 and i2."""
    return [Sent(pupil, "t1", {"i1": list(one), "i2": list(other)}) for pupil, (one, other) in enumerate(given)]
