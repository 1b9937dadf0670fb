"""The words of the sentence around a stretch of text."""

from __future__ import annotations

import re

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
    left, right = before_and_behind(left_text, ours), before_and_behind(right_text, theirs)
    words = [_words(side) for side in (*left, *right)]
    return words[:2] == words[2:] and len(words[0]) + len(words[1]) >= _FEWEST_WORDS


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
