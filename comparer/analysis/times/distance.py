"""How many days "two weeks before", "the night after" or "shortly before" lie from an event."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, inf

from comparer.analysis.numbers.numerals import ONES, TENS
from comparer.analysis.report import Token

_UNITS = {
    "minute": (0.0, 0, 1), "hour": (1 / 24, 0, 1), "day": (1.0, 0, 0), "morning": (1.0, 0, 0), "afternoon": (1.0, 0, 0),
    "evening": (1.0, 0, 0), "night": (1.0, 0, 0), "week": (7.0, 3, 3), "month": (30.0, 15, 15), "year": (365.0, 180, 180),
}  # fmt: skip
"""Days of each, and how many fewer and more it may be."""
_NIGHTS = frozenset({"evening", "night"})
_SOON = frozenset({"shortly", "just", "soon", "immediately", "right", "moment", "straight"})
_AT_MOST_SOON = 30
_MANY = 15
_UNKNOWN = (0.0, inf)
HEDGES = frozenset(
    {"than", "least", "over", "nearly", "almost", "about", "around", "within", "under", "some", "roughly"}
)
"""Words before "two weeks after" that leave open how long it was."""


def distance(tokens: Sequence[Token], position: int) -> tuple[int, tuple[float, float]]:
    """Return what the words before the "before" or "after" at `position` say: their first token, the fewest and most days."""
    unit = _lemma(tokens, position - 1)
    if unit in _SOON:
        return position - 1, (0, _AT_MOST_SOON)
    if unit not in _UNITS:
        return position, _UNKNOWN
    days, fewer, more = _UNITS[unit]
    opening = _lemma(tokens, position - 2)
    count = _count(opening)
    if count is None and tokens[position - 1].end - tokens[position - 1].start > len(unit):  # "a few days before"
        return position - 1, (max(0, floor(days) - fewer), _MANY * days + more)
    if _lemma(tokens, position - 3) in HEDGES:
        return position - 1, _UNKNOWN
    whole = floor(days * (count or 1))
    if opening == "the" and fewer:
        fewer = whole  # any day of the week after the vote
    if unit in _NIGHTS and _lemma(tokens, position) != "before":
        fewer = 1  # the night after the vote may be that of its day
    return max(0, position - 2), (max(0, whole - fewer), whole + more)


def _lemma(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].lemma.lower() if position >= 0 else ""


def _count(word: str) -> int | None:
    return int(word) if word.isdecimal() else int(ONES.get(word, TENS.get(word, 0))) or None
