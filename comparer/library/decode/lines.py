"""Lines as a printer or a mail program broke them, as paragraphs again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\u2010]$")
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_SHORT = 0.75
"""A line that ends a sentence and leaves a quarter of the width empty ends its paragraph."""


def join_lines(text: str) -> str:
    """Return the text with one line a paragraph: broken lines joined, hyphenated words whole again."""
    lines = [line.strip() for line in text.splitlines()]
    return "\n\n".join(_paragraphs(lines, _usual_width(lines)))


def _usual_width(lines: Iterable[str]) -> int:
    """The width that nine in ten lines keep to."""
    widths = sorted(len(line) for line in lines if line)
    return widths[len(widths) * 9 // 10] if widths else 0


def _paragraphs(lines: list[str], width: int) -> list[str]:
    done: list[str] = []
    gathered = ""
    for line, following in itertools.pairwise([*lines, ""]):
        gathered = _add(gathered, line)
        if gathered and (not following or _is_last(line, following, width)):
            done.append(gathered)
            gathered = ""
    return done


def _add(gathered: str, line: str) -> str:
    if not gathered or not line:
        return gathered or line
    if _HYPHEN.search(gathered) and line[0].islower():
        return gathered[:-1] + line
    # a dash or slash at the end of the line, as in "25-" / "year": no blank was there
    return gathered + line if gathered.endswith(("-", "/")) else f"{gathered} {line}"


def _is_last(line: str, following: str, width: int) -> bool:
    short = len(line) < _SHORT * width
    if _ENDS.search(line):
        return short
    # a heading: short, without a full stop, and what follows begins like a sentence
    return short and len(line) + len(following.split(maxsplit=1)[0]) < _SHORT * width and following[0].isupper()
