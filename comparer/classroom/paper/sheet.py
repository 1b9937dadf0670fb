"""An exercise laid out for paper: choices get letters, and choices that all questions share are printed once. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from comparer.classroom.content import Choice, Content, Item, Task
from comparer.classroom.making.nearly import say_worth

SHORT = 46
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Printed:
    """A choice with its letter; in the order of sureness `place` is where it belongs, for the key."""

    letter: str
    text: str
    is_right: bool = False
    place: int = 0
    worth: str = ""
    """What it earns where it is nearly right, in words; "" where it earns nothing or all."""


@dataclass(frozen=True, slots=True)
class Question:
    number: int
    item: Item
    choices: tuple[Printed, ...]
    answer: str
    """The right letters: "A and C"; in the right order: "B, A, C"; "" where a person marks it."""

    @property
    def is_short(self) -> bool:
        """Whether the choices are so short that two stand beside each other."""
        return self.item.asked != "order" and all(len(one.text) <= SHORT for one in self.choices)

    @property
    def by_hand(self) -> bool:
        """Whether a person set the key otherwise than the machine."""
        said, key = self.item.machine, self.item.key
        return self.item.asked != "text" and (said != key if self.item.asked == "order" else set(said) != set(key))

    @property
    def near(self) -> str:
        """What is nearly right: "B earns half"; "" where nothing is."""
        return ", ".join(f"{one.letter} earns {one.worth}" for one in self.choices if one.worth)


@dataclass(frozen=True, slots=True)
class PrintedTask:
    number: int
    task: Task
    questions: tuple[Question, ...]
    shared: tuple[Printed, ...]
    """The choices of all its questions, where they are the same; else each question has its own."""

    @property
    def puts_in_order(self) -> bool:
        return any(one.item.asked == "order" for one in self.questions)

    @property
    def marks_words(self) -> bool:
        return self.task.kind == "loaded"


def lay_out(content: Content) -> tuple[PrintedTask, ...]:
    """Return the tasks as they are printed."""
    return tuple(_lay_out(number, task) for number, task in enumerate(content.tasks, start=1))


def _lay_out(number: int, task: Task) -> PrintedTask:
    questions = tuple(_question(at, item, task) for at, item in enumerate(task.items, start=1))
    first = task.items[0].choices if task.items else ()
    is_shared = len(task.items) > 1 and bool(first) and all(item.choices == first for item in task.items)
    shared = tuple(Printed(one.letter, one.text) for one in questions[0].choices) if is_shared else ()
    return PrintedTask(number, task, questions, shared)


def _question(number: int, item: Item, task: Task) -> Question:
    letters = dict(zip((one.id for one in item.choices), _letters(), strict=False))
    choices = tuple(_printed(one, item, letters, with_worth=task.kind != "loaded") for one in item.choices)
    right = [letters[one] for one in item.key]
    answer = ", ".join(right) if item.asked == "order" else _listed(right, "or" if item.asked == "one" else "and")
    return Question(number, item, choices, answer)


def _printed(choice: Choice, item: Item, letters: Mapping[str, str], *, with_worth: bool) -> Printed:
    place = item.key.index(choice.id) + 1 if item.asked == "order" and choice.id in item.key else 0
    worth = say_worth(item.near.get(choice.id, 0.0)) if with_worth else ""
    return Printed(letters[choice.id], choice.text, choice.id in item.key, place, worth)


def _listed(letters: list[str], word: str) -> str:
    return f" {word} ".join([", ".join(letters[:-1]), letters[-1]]) if len(letters) > 1 else "".join(letters)


def _letters() -> Iterator[str]:
    """Yield A to Z, then AA, AB and on."""
    yield from LETTERS
    for first in LETTERS:
        yield from (first + second for second in LETTERS)
