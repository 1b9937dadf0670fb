"""A teacher's list of names or numbers, out of what they paste and the file that they choose. Pure."""

from __future__ import annotations

import csv
import re
import unicodedata

from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.roster.models import LONGEST_NAME

MOST_LINES = 500
HEADINGS = frozenset({"name", "names", "student", "students", "number", "pupil", "pupils", "first name last name"})
ENCODINGS = ("utf-8-sig", "cp1252")
NO_LIST = "This file is no list. Choose a text file or a table saved as CSV, or paste the names."


def read_names(pasted: str) -> list[str]:
    """Return each line's name once, in order; empty lines are left out. LessonError says which line does not do."""
    names = list(dict.fromkeys(name for line in pasted.splitlines() if (name := _plain(line))))
    if not names:
        raise LessonError("Paste the names or numbers of your students, one a line, or choose a file with them.")
    if len(names) > MOST_LINES:
        raise LessonError(f"These are {len(names):,} lines. A class list takes {MOST_LINES} at most.")
    long = next((name for name in names if len(name) > LONGEST_NAME), None)
    if long is not None:
        raise LessonError(f"“{long[:40]}…” is longer than {LONGEST_NAME} letters. Write one name a line.")
    return names


def read_file(sent: bytes) -> str:
    """Return the lines of a text file or a table, of which the cells of a row make one line; a heading is left out."""
    if b"\0" in sent:
        raise LessonError(NO_LIST)
    text = next(text for text in (_decode(sent, one) for one in ENCODINGS) if text is not None)
    try:
        table = list(csv.reader(text.splitlines(), delimiter=_divider(text)))
    except csv.Error as trouble:
        # Such as one endless line.
        raise LessonError(NO_LIST) from trouble
    rows = [" ".join(filter(None, map(_plain, row))) for row in table]
    return "\n".join(rows[1:] if rows and rows[0].casefold() in HEADINGS else rows)


def _divider(text: str) -> str:
    """A comma parts the cells of a table, but a name may hold one: only where every line has as many."""
    for sign in ";\t,":
        counts = {line.count(sign) for line in text.splitlines() if line.strip()}
        if len(counts) == 1 and counts != {0}:
            return sign
    return "\x1f"


def _decode(sent: bytes, encoding: str) -> str | None:
    try:
        return sent.decode(encoding, errors="strict" if encoding == ENCODINGS[0] else "replace")
    except UnicodeDecodeError:
        return None


def _plain(line: str) -> str:
    """Without characters of control, and with single blanks."""
    kept = "".join(" " if one.isspace() else one for one in line if unicodedata.category(one) != "Cc" or one.isspace())
    return re.sub(" +", " ", kept).strip()
