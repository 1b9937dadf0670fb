"""The end of a page: portraits of the author, names, and all that follows the last paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comparer.analysis.text.lines import Line, is_prose
from comparer.analysis.text.portrait import is_bio, is_self_portrait
from comparer.analysis.text.rules import CAPTION_WHY, PRESS_END_WHY, why_by_words

BIO_WHY = "About the outlet or its author, not the event."
LAST_LABEL_WHY = "A label after the end of the article."
AFTER_WHY = "After the end of the article."

_BODY = 2
"""Paragraphs that must stand before an end can be told."""
_PASSED_OVER = 2
"""Paragraphs above the end at which the search for the author's portrait stops."""
_LONGEST_LABEL = 60
_MOST_LABELS = 2
_LABEL_WORD = r"(?:[A-Z][\w&.’'-]*|of|the|for|and|in|on|de)"
_LABEL = re.compile(rf"{_LABEL_WORD}(?: {_LABEL_WORD}){{0,5}}")


def set_aside_tail(lines: Sequence[Line], whys: Sequence[str | None]) -> list[str | None]:
    """Return `whys` with those for the end of the page. A text of two paragraphs has none."""
    ended = list(whys)
    prose = _prose(lines, ended)
    if len(prose) <= _BODY:
        return ended
    if PRESS_END_WHY in ended[prose[_BODY] :]:
        end = ended.index(PRESS_END_WHY, prose[_BODY])
        ended[end:] = [why or AFTER_WHY for why in ended[end:]]
    _mark_bios(lines, ended, after=prose[_BODY - 1])
    _mark_end(lines, ended, after=prose[_BODY - 1])
    last = _prose(lines, ended)[-1]
    if not lines[last].text.endswith(":"):
        _mark_after(lines, ended, last)
    return ended


def _prose(lines: Sequence[Line], whys: Sequence[str | None]) -> list[int]:
    return [i for i, line in enumerate(lines) if whys[i] is None and is_prose(line.text)]


def _mark_bios(lines: Sequence[Line], whys: list[str | None], *, after: int) -> None:
    passed = 0
    for i in range(len(lines) - 1, after, -1):
        if whys[i] is None:
            whys[i] = why_by_words(lines[i].text, "tail") or (BIO_WHY if is_bio(lines, i) else None)
            passed += whys[i] is None and is_prose(lines[i].text)
        if passed == _PASSED_OVER:
            return


def _mark_end(lines: Sequence[Line], whys: list[str | None], *, after: int) -> None:
    """From the last line up: what is no article there, until the first paragraph that is."""
    aside = [line.text for line, why in zip(lines, whys, strict=True) if why is not None]
    for i in range(len(lines) - 1, after, -1):
        if whys[i] is None:
            whys[i] = why_by_words(lines[i].text, "end")
        if whys[i] is None and is_self_portrait(lines[i].text, aside):
            whys[i] = BIO_WHY
        if whys[i] is None and is_prose(lines[i].text):
            return


def _mark_after(lines: Sequence[Line], whys: list[str | None], last: int) -> None:
    """Short lines behind the first piece of furniture that follows the last paragraph belong to the page.

    Before it, one or two names are the outlet's or the section's; more are a list of the article's.
    """
    furniture = [i for i in range(last + 1, len(lines)) if whys[i] not in (None, CAPTION_WHY)]
    end = furniture[0] if furniture else len(lines)
    for i in range(end, len(lines)):
        whys[i] = whys[i] or AFTER_WHY
    rest = [i for i in range(last + 1, end) if whys[i] is None]
    if len(rest) <= _MOST_LABELS and all(_is_label(lines[i].text) for i in rest):
        for i in rest:
            whys[i] = LAST_LABEL_WHY


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and not text.endswith(".") and _LABEL.fullmatch(text) is not None
