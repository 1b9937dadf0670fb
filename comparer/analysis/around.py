"""The words of the sentence around a stretch of text."""

from __future__ import annotations

import re
from functools import lru_cache

from comparer.analysis.report import Span

_WINDOW = 200
"""Characters to either side; a longer sentence is cut."""
_STOPS = re.compile(r"[.!?;](?=\s)|\n")
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 4


def before_and_behind(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and behind `span` in its sentence, as far as full stops show it."""
    before = text[max(span.start - _WINDOW, 0) : span.start]
    start = max((stop.end() for stop in _STOPS.finditer(before)), default=0)
    behind = text[span.end : span.end + _WINDOW]
    stop = _STOPS.search(behind)
    return before[start:], behind[: stop.start()] if stop else behind


def sentence_around(text: str, span: Span) -> str:
    """Return the sentence around `span`."""
    before, behind = before_and_behind(text, span)
    return before + text[span.start : span.end] + behind


def only_differ_in(left_text: str, ours: Span, right_text: str, theirs: Span) -> bool:
    """Return whether two sentences have the same words, four or more, but for the two spans: these answer one question."""
    left, right = _words_around(left_text, ours.start, ours.end), _words_around(right_text, theirs.start, theirs.end)
    return left == right and sum(map(len, left)) >= _FEWEST_WORDS


@lru_cache(maxsize=4096)
def _words_around(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """Asked of each span as often as the other side has one."""
    before, behind = before_and_behind(text, Span(start, end))
    return _WORD.findall(before.lower()), _WORD.findall(behind.lower())
