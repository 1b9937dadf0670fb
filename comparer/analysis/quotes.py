"""Quotations: the words between quotation marks, straight or curly, whole sentences or a single word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Paragraph, Quote, Range

_MARK = re.compile("``|''|[“”„‟\"«»‘’‚‛']")
_SINGLE = frozenset("‘’‚‛'")
_ONLY_OPENS = frozenset(["“", "„", "‟", "«", "‘", "‚", "‛", "``"])
_ONLY_CLOSES = frozenset(["”", "»", "’"])
_OPENS_FREE, _CLOSES_FREE = frozenset("“«"), frozenset("”»")
"""French spacing, and texts cut into words, set these off by spaces."""

_BEFORE_OPENING = frozenset("([{—–-/…:“‘\"'")
_ELIDED = re.compile(r"(?:til|tis|twas|em|cause|n|bout|round|\d\ds?)\b", re.IGNORECASE)
_FURTHEST = 60
"""How many marks ahead a single quotation mark may find its partner; keeps hostile text quick."""
_MOST_LINES = 8
"""How many lines ahead a mark may be closed; a longer run is a mark that was forgotten."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    opens: bool
    closes: bool
    possessive: bool
    """May be the apostrophe of "the workers’ pay"."""


def read_quotes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quote, ...]:
    """Return the quotations in order, without their marks and without overlap.

    A quotation within a quotation belongs to the outer one. A quotation that
    goes on in the next paragraph, which then opens with a mark again, is one
    Quote for each paragraph; so is one that the next mark, some lines further
    on, closes: in a text with a line for each sentence. A mark without its
    partner quotes nothing.
    """
    lines = [text[paragraph.start : paragraph.end] for paragraph in paragraphs]
    marks = [_marks(line) for line in lines]
    quotes: list[Quote] = []
    opened: dict[int, list[Range]] = {}  # by an earlier line, in this one
    for position, paragraph in enumerate(paragraphs):
        line, earlier = lines[position], opened.get(position, [])
        behind = max((end for _, end in earlier), default=-1)
        ranges, opening = _ranges(line, [mark for mark in marks[position] if mark.start > behind])
        if opening is not None:
            if position + 1 < len(lines) and lines[position + 1].startswith(("“", '"')):
                ranges += _trimmed(line, opening, len(line))
            elif (closing := _closed_by(marks, position)) is not None:
                ranges += _trimmed(line, opening, len(line))
                last, end = closing
                opened |= {place: _trimmed(lines[place], 0, len(lines[place])) for place in range(position + 1, last)}
                opened[last] = _trimmed(lines[last], 0, end)
        quotes += (Quote(paragraph.start + start, paragraph.start + end) for start, end in [*earlier, *ranges])
    return tuple(quotes)


def _closed_by(marks: Sequence[Sequence[_Mark]], position: int) -> tuple[int, int] | None:
    """Return the line whose first mark, the first behind `position`, closes a quotation, and where that mark starts."""
    for line in range(position + 1, min(position + 1 + _MOST_LINES, len(marks))):
        first = next((mark for mark in marks[line] if not mark.single), None)
        if first is not None:
            return (line, first.start) if first.closes and not first.opens else None
    return None


def _marks(line: str) -> list[_Mark]:
    return [mark for match in _MARK.finditer(line) if (mark := _mark(line, match)) is not None]


def _ranges(text: str, marks: Sequence[_Mark]) -> tuple[list[Range], int | None]:
    """Return what stands between marks, and where a mark that is not closed ends."""
    ranges: list[Range] = []
    opening: _Mark | None = None
    position = 0
    while position < len(marks):
        mark = marks[position]
        if opening is not None and not mark.single and mark.closes:
            ranges += _trimmed(text, opening.end, mark.start)
            opening = None
        elif mark.opens and not mark.single:
            opening = mark
        elif mark.opens and opening is None and (partner := _partner(marks, position)) is not None:
            ranges += _trimmed(text, mark.end, marks[partner].start)
            position = partner
        position += 1
    return ranges, opening.end if opening is not None else None


def _mark(text: str, match: re.Match[str]) -> _Mark | None:
    """Read a mark by its neighbours; None for an apostrophe and for a mark that stands free."""
    sign, (start, end) = match[0], match.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if sign in _SINGLE and before.isalnum() and after.isalnum():
        return None
    opens = _may_open(sign, before, after) and not (sign in "'‘" and _ELIDED.match(text, end))
    closes = _may_close(sign, before, after) and not (sign == "“" and opens)
    if not opens and not closes:
        return None
    possessive = before in {"s", "z"} and after == " " and text[end + 1 : end + 2].islower()
    return _Mark(start, end, sign in _SINGLE, opens, closes, possessive)


def _may_open(sign: str, before: str, after: str) -> bool:
    if sign in _ONLY_CLOSES or not after or (after.isspace() and sign not in _OPENS_FREE):
        return False
    return not before or before.isspace() or before in _BEFORE_OPENING


def _may_close(sign: str, before: str, after: str) -> bool:
    """The German “ closes what „ has opened."""
    if (sign in _ONLY_OPENS and sign != "“") or not before or (before.isspace() and sign not in _CLOSES_FREE):
        return False
    return not after.isalnum()


def _partner(marks: Sequence[_Mark], opening: int) -> int | None:
    """Return the place of the single mark that closes the one at `opening`.

    The apostrophe of a plural counts only where no better mark follows.
    """
    fallback: int | None = None
    doubles = 0
    for place in range(opening + 1, min(len(marks), opening + _FURTHEST)):
        mark = marks[place]
        if not mark.single:
            doubles += 1
        elif mark.closes and doubles % 2 == 0:
            if not mark.possessive:
                return place
            fallback = place if fallback is None else fallback
        elif mark.opens and fallback is not None:
            break
    return fallback


def _trimmed(text: str, start: int, end: int) -> list[Range]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return [(start, end)] if any(map(str.isalnum, words)) else []
