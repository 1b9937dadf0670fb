"""People's notes, in the order in which a reader meets them: on the whole, on a piece, on passages, on marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.changes import Change
from comparer.comparisons.corrections.deeds import say_target
from comparer.comparisons.corrections.showing import say_who
from comparer.comparisons.corrections.targets import find_words
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.sides import SIDES, Names, Side

MOST_SHOWN = 50
"""So many notes stand beside the texts; all of them in the history."""


@dataclass(frozen=True, slots=True)
class Note:
    """`number` leads to its editing; `sign` is what it is called in the text: Note 2."""

    number: int
    words: str
    about: str
    by: str
    when: datetime
    order: tuple[float, ...]
    href: str = ""
    """Where it belongs: a card, or a paragraph of a text; "" for a whole."""
    whole: Side | None = None
    """The piece that it is on as a whole."""
    side: Side = "left"
    place: int | None = None
    """For a note on a passage: where the passage ends in the text of its side."""
    sign: int = 0

    @property
    def is_on_all(self) -> bool:
        return self.order == (0,)


def list_notes(corrected: Corrected, names: Names, *, reader: str, limit: int = 0) -> tuple[Note, ...]:
    """Return all notes that hold, as `reader` (a user's name, "" for others) sees them.

    They quote what they are about in at most `limit` characters; 0 for no limit but that of a line.
    """
    notes = sorted(_notes(corrected, names, reader, limit), key=lambda one: (one.order, one.number))
    return tuple(replace(note, sign=at) for at, note in enumerate(notes, start=1))


def _notes(corrected: Corrected, names: Names, reader: str, limit: int) -> Iterator[Note]:
    seen: set[int] = set()
    for mark, said in corrected.said.items():
        for change in said:
            if change.action == "note" and change.number not in seen:
                seen.add(change.number)
                href = f"{Choice(card=mark).address()}#card"
                yield replace(_note(change, names, reader, limit), order=(3,), href=href)
    ends = [one.end for one in corrected.before.left.paragraphs], [one.end for one in corrected.before.right.paragraphs]
    for change in corrected.beyond_marks:
        if change.action == "note" and change.number not in seen:
            yield _beyond(corrected, change, _note(change, names, reader, limit), ends)


def _note(change: Change, names: Names, reader: str, limit: int) -> Note:
    about = say_target(change.target, names, limit=limit)
    return Note(change.number, change.value, about, say_who(change, reader), change.made_at, (0,))


def _beyond(corrected: Corrected, change: Change, note: Note, ends: tuple[list[int], list[int]]) -> Note:
    if change.target.what in SIDES:
        return replace(note, order=(1, SIDES.index(change.target.what)), whole=change.target.what)
    words = find_words(corrected.before, change.target)
    if change.target.what == "comparison" or words is None:
        return note
    side: Side = "left" if words[0] else "right"
    place, in_paragraphs = (words[0] or words[1])[-1][1], ends[side == "right"]
    order = (2, place / in_paragraphs[-1])
    return replace(note, order=order, href=f"#{side}-{bisect_left(in_paragraphs, place)}", side=side, place=place)
