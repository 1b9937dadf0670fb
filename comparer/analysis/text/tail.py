"""The end of a page: portraits of the author, names, and all that follows the last paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comparer.analysis.text.lines import Line, is_prose
from comparer.analysis.text.rules import CAPTION_WHY, LONGEST_LINE, NAME, PRESS_END_WHY, why_by_words

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
_BIO = re.compile(
    rf"{NAME},? (?:(?:covers|writes about|reports on)\b"
    r"|(?:is|are|was|has been|leads|directs)\b(?:[^.]|\.(?=\S)){0,160}?\b"
    r"(?:fellow|analyst|reporter|correspondent|columnist|editor|writer|journalist|contributor|professor|researcher|"
    r"director|lecturer|bureau chief|author|covers|writes|reports)\b).*"
)
_BIO_SIGN = re.compile(
    r"\b(?:follow|subscribe|newsletter|e-?mail|contact)\b|@\w|\b(?:at|for|with|of) (?:The |the )?[A-Z]|"
    r"\b(?:based in|covers|covering|writes about|reports on|author of)\b"
)  # fmt: skip


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
            whys[i] = why_by_words(lines[i].text, "tail") or (BIO_WHY if _is_bio(lines, i) else None)
            passed += whys[i] is None and is_prose(lines[i].text)
        if passed == _PASSED_OVER:
            return


def _is_bio(lines: Sequence[Line], at: int) -> bool:
    """A closing portrait of the author; somebody whom the article itself speaks of is not the author."""
    text = lines[at].text
    if len(text) > LONGEST_LINE or not _BIO.fullmatch(text) or not _BIO_SIGN.search(text):
        return False
    name = re.match(NAME, text)
    surname = re.compile(rf"\b{re.escape(name[0].split()[-1])}\b") if name else None
    return surname is not None and not any(is_prose(line.text) and surname.search(line.text) for line in lines[:at])


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
