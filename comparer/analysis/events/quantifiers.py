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
    r"(?:nearly|almost|virtually|practically) (?:all|every\w*|none|nobody|no one)\b|"
    r"(?:(?:only|just|about|nearly|almost|at least|more than|fewer than|up to) )?"
    r"(?:some|several|many|most|few|a few|a handful|a number|others?|another|one of|half|part|parts|dozens|hundreds|"
    r"thousands|a majority|a minority|a third|a quarter|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d.,]*)\b",
    re.IGNORECASE,
)
# "All the climbers but one", "nobody except the captain".
_ALL_BUT = re.compile(
    r"\b(?:all|every|everyone|everybody|none|nobody|no one|no)\b[^,.;]{0,30}?\b(?:but|except|save|other than|apart from)\b",
    re.IGNORECASE,
)
_REACH = 20
_NOT_ALL = re.compile(r"\bnot (?:all|every|everyone|everybody|each|both)\b|\bhardly any|\bfew\b", re.IGNORECASE)


def share(passage: Passage, span: Range | None) -> Share:
    """Return whether the phrase speaks of all (or none) of them, of some, or does not say."""
    if span is None:
        return ""
    before = passage.reading.text[max(span[0] - 4, 0) : span[0]].lower()
    text, reached = (passage.reading.text[span[0] : span[1] + reach] for reach in (0, _REACH))
    if before.endswith("not ") or _NOT_ALL.match(text) or _ALL_BUT.match(reached) or _SOME.match(text):
        return "some"
    return "all" if _ALL.match(text) else ""


def leaves_out(passage: Passage, span: Range | None) -> bool:
    """Return whether the phrase leaves some out: "all the climbers but one", "nobody except the captain"."""
    return span is not None and bool(_ALL_BUT.match(passage.reading.text[span[0] : span[1] + _REACH]))


def says_all_but(text: str) -> bool:
    """Return whether `text` leaves some out somewhere."""
    return _ALL_BUT.search(text) is not None


def both_true(left: Passage, right: Passage, ours: Range | None, theirs: Range | None) -> bool:
    """True where each side speaks of some only, in other words: both can be so."""
    shares = share(left, ours), share(right, theirs)
    if shares != ("some", "some") or ours is None or theirs is None:
        return False
    first, second = (side.reading.text[slice(*span)].lower() for side, span in ((left, ours), (right, theirs)))
    return first != second or not re.match(r"\d|two|three|four|five|six|seven|eight|nine|ten", first)
