"""What an exercise holds: its own copy of two pieces, and tasks whose answers can be compared with a key.

One immutable document, kept as JSON with each version of an exercise; rooms and
answers point at stable ids such as `t2`, `i5` and `l14`. All kinds of task share
one form: items, each with choices and a key. Only free reflection has no key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, get_args

from django.utils.dateformat import format as date_format
from pydantic import TypeAdapter

SCHEMA = "exercise/1"

Side = Literal["left", "right"]
TaskKind = Literal["match", "disagree", "sort", "label", "loaded", "speaker", "missing", "sure", "reflect"]
KINDS: tuple[TaskKind, ...] = get_args(TaskKind)
NAMES: Mapping[TaskKind, str] = MappingProxyType({
    "match": "Match the claims",
    "disagree": "Find what disagrees",
    "sort": "Sort the wording",
    "label": "Say what kind of difference it is",
    "loaded": "Mark the loaded words",
    "speaker": "Who is speaking?",
    "missing": "What is missing here?",
    "sure": "How sure does it sound?",
    "reflect": "Think and write",
})  # fmt: skip

Asked = Literal["one", "many", "order", "text"]
"""How an item is answered: one choice, any number of choices, all choices in an order, or words of one's own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a piece. `id` is "l" or "r" and its number: "l14"."""

    id: str
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the two pieces as the class reads it. In a blind exercise `outlet` is shown at the reveal only."""

    outlet: str
    title: str
    lines: tuple[Line, ...]
    published: str | None = None

    @property
    def day(self) -> str:
        """When it was published, written out: "13 May 2032"; as it came where it is no date."""
        try:
            return date_format(date.fromisoformat(self.published or ""), "j F Y")
        except ValueError:
            return self.published or ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: a sentence (its id is the sentence's), a word, a side, a name of a kind."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a task.

    `shown` is what it is about, `lines` the ids of the sentences it is found in.
    `key` holds the ids of the right choices (for "order", all of them in the
    right order); `near` gives choices that are nearly right their worth, 0 to 1.
    `machine` is what the analysis said, which the teacher may have corrected.
    `why` is the explanation shown at the reveal.
    """

    id: str
    asked: Asked
    shown: str
    choices: tuple[Choice, ...] = ()
    key: tuple[str, ...] = ()
    near: dict[str, float] = field(default_factory=dict)
    machine: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One step of an exercise. `minutes` is a hint, `difficulty` 1 to 3; `rubric` tells how reflections are marked."""

    id: str
    kind: TaskKind
    title: str
    instructions: str
    items: tuple[Item, ...]
    minutes: int = 5
    difficulty: int = 1
    points: int = 1
    rubric: str = ""
    spare: tuple[Item, ...] = ()
    """Items that the teacher left out, kept for putting back; nobody is asked them."""

    def item(self, item_id: str) -> Item | None:
        return next((item for item in self.items if item.id == item_id), None)


@dataclass(frozen=True, slots=True)
class Content:
    """A whole exercise as one version of it has it."""

    title: str
    left: Piece
    right: Piece
    tasks: tuple[Task, ...]
    intro: str = ""
    ages: str = ""
    """For whom it is, in words: "12 to 14"."""
    blind: bool = True
    spare: tuple[Task, ...] = ()
    """Tasks that the teacher left out, kept for putting back; nobody is given them."""
    schema: str = SCHEMA

    def task(self, task_id: str) -> Task | None:
        return next((task for task in self.tasks if task.id == task_id), None)

    def piece(self, side: Side) -> Piece:
        return self.left if side == "left" else self.right

    def lines(self) -> Iterator[Line]:
        yield from (*self.left.lines, *self.right.lines)


_CONTENT = TypeAdapter(Content)


def content_to_json(content: Content) -> str:
    """Return the content as one line of JSON."""
    return _CONTENT.dump_json(content).decode()


def content_from_json(written: str | bytes) -> Content:
    """Return the content. ValueError where the JSON has another form."""
    content = _CONTENT.validate_json(written)
    if content.schema != SCHEMA:
        raise ValueError(f"This is no exercise of the form {SCHEMA}, but {content.schema[:40]!r}.")
    return content
