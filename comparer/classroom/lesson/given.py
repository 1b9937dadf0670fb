"""What a student gave, read from a form and held against the task that it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import QueryDict

from comparer.classroom.content import Item, Task
from comparer.classroom.lesson.troubles import LessonError

LONGEST_TEXT = 4000
DOES_NOT_FIT = "This answer does not belong to this task. Load the page again; what you chose is kept on this device."
LAST = 9999


def choice_field(item_id: str) -> str:
    """Return the name of the form's field that holds what was chosen or written for an item."""
    return f"item-{item_id}"


def place_field(item_id: str, choice_id: str) -> str:
    """Return the name of the field that holds the place of a choice, where choices are put in order."""
    return f"place-{item_id}-{choice_id}"


def read_given(task: Task, sent: QueryDict) -> dict[str, list[str]]:
    """Return {item id: what was given} out of a form, not yet checked; items left out are left out."""
    given = {item.id: _read_item(item, sent) for item in task.items}
    return {item: chosen for item, chosen in given.items() if chosen}


def _read_item(item: Item, sent: QueryDict) -> list[str]:
    if item.asked == "order":
        return _read_order(item, sent)
    values = [str(value) for value in sent.getlist(choice_field(item.id))]
    if item.asked == "text":
        values = [value.replace("\r\n", "\n").strip() for value in values]
    return [value for value in values if value]


def _read_order(item: Item, sent: QueryDict) -> list[str]:
    """Return the choices by the numbers beside them."""
    places = typed_places(item, sent)
    if not any(places.values()):
        return []
    return sorted(places, key=lambda choice: int(places[choice]) if _is_place(places[choice]) else LAST)


def typed_places(item: Item, sent: QueryDict) -> dict[str, str]:
    """Return {choice id: what was typed as its place}."""
    return {choice.id: str(sent.get(place_field(item.id, choice.id), "")).strip() for choice in item.choices}


def check_places(task: Task, sent: QueryDict) -> None:
    """LessonError where two choices that are put in order have one number, or one has none."""
    for item in task.items:
        places = list(typed_places(item, sent).values()) if item.asked == "order" else []
        if any(places) and (len(set(places)) < len(places) or not all(map(_is_place, places))):
            raise LessonError(f"Give each line a number of its own, 1 to {len(places)}.")


def _is_place(written: str) -> bool:
    return written.isascii() and written.isdecimal() and len(written) < 5


def check_given(task: Task, given: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the answer as it is kept. LessonError where it does not fit the task, or holds nothing."""
    if set(given) - {item.id for item in task.items}:
        raise LessonError(DOES_NOT_FIT)
    kept = {item.id: _check_item(item, given.get(item.id, ())) for item in task.items}
    kept = {item: chosen for item, chosen in kept.items() if chosen}
    # "Nothing here" can be the answer where any number may be marked.
    if not kept and all(item.asked != "many" for item in task.items):
        first = task.items[0].asked if task.items else "one"
        raise LessonError("Write a few words first." if first == "text" else "Choose at least one answer first.")
    return kept


def _check_item(item: Item, chosen: Sequence[str]) -> list[str]:
    if item.asked == "text":
        return _check_text(chosen)
    known = [choice.id for choice in item.choices]
    fits = len(set(chosen)) == len(chosen) and set(chosen) <= set(known)
    if item.asked == "one":
        fits = fits and len(chosen) <= 1
    if item.asked == "order":
        fits = fits and len(chosen) in (0, len(known))
    if not fits:
        raise LessonError(DOES_NOT_FIT)
    return list(chosen)


def _check_text(chosen: Sequence[str]) -> list[str]:
    if len(chosen) > 1 or any("\0" in words for words in chosen):
        raise LessonError(DOES_NOT_FIT)
    if any(len(words) > LONGEST_TEXT for words in chosen):
        raise LessonError(f"This is longer than {LONGEST_TEXT:,} letters. Shorten it a little; nothing is lost.")
    return [words for words in chosen if words.strip()]
