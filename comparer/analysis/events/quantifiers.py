"""How many of them it is said of: all, some, none. "Some schools are open" contradicts no "some schools are closed"."""

from __future__ import annotations

import re
from typing import Literal

from comparer.analysis.passages import Passage
from comparer.analysis.report import Range

Share = Literal["all", "some", ""]

_ALL = re.compile(
    r"(?:all|every|everyone|everybody|each|both|no|none|nobody|neither|not one|not a single)\b", re.IGNORECASE
)
_SOME = re.compile(
    r"(?:(?:only|just|about|nearly|almost|at least|more than|fewer than|up to) )?"
    r"(?:some|several|many|most|few|a few|a handful|a number|others?|another|one of|half|part|parts|dozens|hundreds|"
    r"thousands|a majority|a minority|a third|a quarter|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d.,]*)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(r"\bnot (?:all|every|everyone|everybody|each|both)\b|\bhardly any|\bfew\b", re.IGNORECASE)


def share(passage: Passage, span: Range | None) -> Share:
    """Return whether the phrase speaks of all (or none) of them, of some, or does not say."""
    if span is None:
        return ""
    before = passage.reading.text[max(span[0] - 4, 0) : span[0]].lower()
    text = passage.reading.text[slice(*span)]
    if before.endswith("not ") or _NOT_ALL.match(text):
        return "some"
    if _ALL.match(text):
        return "all"
    return "some" if _SOME.match(text) else ""


def both_true(left: Passage, right: Passage, ours: Range | None, theirs: Range | None) -> bool:
    """True where each side speaks of some only, in other words: both can be so."""
    shares = share(left, ours), share(right, theirs)
    if shares != ("some", "some") or ours is None or theirs is None:
        return False
    first, second = (side.reading.text[slice(*span)].lower() for side, span in ((left, ours), (right, theirs)))
    return first != second or not re.match(r"\d|two|three|four|five|six|seven|eight|nine|ten", first)
