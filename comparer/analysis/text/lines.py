"""The lines of a text: paragraphs broken for the screen put back together, and what a line looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.text.edits import Draft, Edit, apply_edits
from comparer.analysis.text.language import FUNCTION_WORDS

_AT_LEAST = 2
_NARROW, _WIDE = 40, 110
_MOSTLY, _SOMETIMES = 0.8, 0.25
_BULLET = re.compile(r"[-*•–—] |\d{1,2}[.)] ")
_END = re.compile(r"[.!?…:;][\"'”’)\]]*\Z")
_FULL_STOP = re.compile(r"(?<!\b[A-Z])[.…][\"'”’)\]]*\Z|[!?][\"”’)\]]+\Z")
_CAPITALS = 0.6
_SMALL = FUNCTION_WORDS["en"] | {"nor", "off", "via", "vs"}
_LONG = 30
_SHORTEST_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line and where it starts in the draft."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def split_lines(text: str) -> list[Line]:
    """Return the lines that are not empty."""
    lines: list[Line] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(start + len(line) - len(line.lstrip()), line.strip()))
        start += len(line) + 1
    return lines


def is_prose(line: str) -> bool:
    """Tell a paragraph of sentences from a headline, heading or label."""
    words = line.count(" ") + 1
    return words >= _LONG or (words >= _SHORTEST_SENTENCE and _FULL_STOP.search(line) is not None)


def is_title_case(line: str) -> bool:
    """Most Words of Such a Line Have Capitals, but for the small ones."""
    words = [word for word in line.split() if word.lower() not in _SMALL and any(map(str.isalpha, word))]
    capitals = [word for word in words if not word.lstrip("“‘\"'(")[:1].islower()]
    return bool(words) and len(capitals) >= _CAPITALS * len(words)


def join_wrapped(draft: Draft) -> Draft:
    """Undo hard line breaks of e-mail and plain text files; a text of one line a paragraph stays as it is.

    A break is a hard one where the next word would not have fitted on the line;
    other breaks are to be expected only after the end of a sentence.
    """
    rows = draft.text.split("\n")
    width = max(map(len, rows))
    breaks = [i for i in range(len(rows) - 1) if rows[i] and rows[i + 1]]
    if not _NARROW <= width <= _WIDE or not breaks:
        return draft
    hard = {i for i in breaks if len(rows[i]) + 1 + _first_word(rows[i + 1]) > width and not _BULLET.match(rows[i + 1])}
    early = sum(i not in hard and not _END.search(rows[i]) for i in breaks)
    running_on = sum(rows[i + 1][0].islower() and not _END.search(rows[i]) for i in hard)
    if len(hard) < _MOSTLY * (len(hard) + early) or running_on < max(_AT_LEAST, _SOMETIMES * len(hard)):
        return draft
    return apply_edits(draft, [_joint(rows, i, end) for i, end in _ends(rows, sorted(hard))])


def _first_word(row: str) -> int:
    return len(row.split(" ", 1)[0])


def _ends(rows: Sequence[str], wanted: Sequence[int]) -> list[tuple[int, int]]:
    ends: list[int] = []
    position = 0
    for row in rows:
        position += len(row)
        ends.append(position)
        position += 1
    return [(i, ends[i]) for i in wanted]


def _joint(rows: Sequence[str], row: int, end: int) -> Edit:
    broken_compound = re.search(r"\w-\Z", rows[row][-2:]) and rows[row + 1][0].islower()
    return Edit(end, end + 1, "" if broken_compound else " ")
