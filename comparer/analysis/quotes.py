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
_BEFORE_OPENING = frozenset("([{—–-/…:“‘\"'")
_ELIDED = re.compile(r"(?:til|tis|twas|em|cause|n|bout|round|\d\ds?)\b", re.IGNORECASE)
_FURTHEST = 60
"""How many marks ahead a single quotation mark may find its partner; keeps hostile text quick."""


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
    Quote for each paragraph. A mark without its partner quotes nothing.
    """
    quotes: list[Quote] = []
    for position, paragraph in enumerate(paragraphs):
        after = paragraphs[position + 1] if position + 1 < len(paragraphs) else None
        goes_on = after is not None and text[after.start] in '“"'
        for start, end in _ranges(text[paragraph.start : paragraph.end], goes_on=goes_on):
            quotes.append(Quote(paragraph.start + start, paragraph.start + end))
    return tuple(quotes)


def _ranges(text: str, *, goes_on: bool) -> list[Range]:
    marks = [mark for match in _MARK.finditer(text) if (mark := _mark(text, match)) is not None]
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
    if opening is not None and goes_on:
        ranges += _trimmed(text, opening.end, len(text))
    return ranges


def _mark(text: str, match: re.Match[str]) -> _Mark | None:
    """Read a mark by its neighbours; None for an apostrophe and for a mark that stands free."""
    before, after = (
        text[match.start() - 1 : match.start()] if match.start() else "",
        text[match.end() : match.end() + 1],
    )
    sign = match[0]
    if sign in _SINGLE and before.isalnum() and after.isalnum():
        return None
    opens = bool(after) and not after.isspace() and (not before or before.isspace() or before in _BEFORE_OPENING)
    closes = bool(before) and not before.isspace() and not after.isalnum()
    if sign in "'‘" and opens and _ELIDED.match(text, match.end()):
        opens = False
    opens, closes = opens and sign not in _ONLY_CLOSES, closes and sign not in _ONLY_OPENS
    if sign == "“":
        closes = not opens and bool(before) and not before.isspace()  # German „so“
    if not opens and not closes:
        return None
    possessive = before in "sz" and after == " " and text[match.end() + 1 : match.end() + 2].islower()
    return _Mark(match.start(), match.end(), sign in _SINGLE, opens, closes, possessive)


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
