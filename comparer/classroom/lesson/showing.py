"""One task as a student sees it: every item with what can be chosen, and what they chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from comparer.classroom.content import Choice, Content, Item, Line, Side, Task
from comparer.classroom.lesson.given import choice_field, place_field, typed_places

PLACES: dict[Side, str] = {"left": "the first piece", "right": "the second piece"}
SIDES: tuple[Side, Side] = ("left", "right")

Given = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """A choice with its field in the form. `place`: its number, where choices are put in order, as it was typed."""

    id: str
    text: str
    is_chosen: bool
    field: str
    place: str


@dataclass(frozen=True, slots=True)
class ShownItem:
    item: Item
    number: int
    field: str
    choices: tuple[ShownChoice, ...]
    words: str
    """What was written, where words are asked for."""
    as_words: bool
    """The choices are the words of a passage, to be tapped in the running text."""


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A piece by paragraphs; without its outlet while the exercise is blind."""

    side: Side
    place: str
    outlet: str
    title: str
    published: str
    paragraphs: tuple[tuple[Line, ...], ...]


def show_items(task: Task, given: Given, sent: QueryDict | None = None) -> list[ShownItem]:
    """Return the items of a task with what was given so far; a form that was refused, `sent`, as it was typed."""
    return [
        _show_item(task, item, number, given.get(item.id, ()), typed_places(item, sent) if sent else {})
        for number, item in enumerate(task.items, start=1)
    ]


def _show_item(task: Task, item: Item, number: int, chosen: Sequence[str], typed: Mapping[str, str]) -> ShownItem:
    choices: Sequence[Choice] = item.choices
    if item.asked == "order" and chosen:
        choices = sorted(choices, key=lambda one: chosen.index(one.id) if one.id in chosen else len(chosen))
    shown = tuple(
        ShownChoice(
            one.id,
            one.text,
            one.id in chosen,
            place_field(item.id, one.id) if item.asked == "order" else choice_field(item.id),
            typed.get(one.id, str(place)),
        )
        for place, one in enumerate(choices, start=1)
    )
    words = chosen[0] if item.asked == "text" and chosen else ""
    as_words = task.kind == "loaded" and item.asked == "many"
    return ShownItem(item, number, choice_field(item.id), shown, words, as_words)


def show_pieces(content: Content, *, with_outlets: bool) -> list[ShownPiece]:
    """Return both pieces as they are read."""
    return [_show_piece(content, side, with_outlets=with_outlets or not content.blind) for side in SIDES]


def _show_piece(content: Content, side: Side, *, with_outlets: bool) -> ShownPiece:
    piece = content.piece(side)
    paragraphs: dict[int, list[Line]] = {}
    for line in piece.lines:
        paragraphs.setdefault(line.paragraph, []).append(line)
    return ShownPiece(
        side,
        PLACES[side],
        piece.outlet if with_outlets else "",
        piece.title,
        (piece.published or "") if with_outlets else "",
        tuple(tuple(lines) for lines in paragraphs.values()),
    )
