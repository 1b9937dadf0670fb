"""Attributions by a list of verbs and the nearest commas: the floor that reading has to beat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comparer.analysis.report import Range

_CUE = re.compile(
    r"\b(?:according to|said|says|say|saying|told|tells|added|adds|claimed|claims|announced|reported|reports|stated"
    r"|argued|believes?|thinks?|thought|denied|warned|insisted|suggested|noted|asked|explained|wrote)\b"
)
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s+[A-Z“\"‘']|\s*$)[^\n.!?]*)*[.!?]?[\"”’']*", re.MULTILINE)
_BREAK = re.compile(r"[,;:“”\"]")
_MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class PlainAttribution:
    """Source, cue and content as character spans."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


def plain_attributions(text: str) -> Iterator[PlainAttribution]:
    """Yield one attribution for each verb of saying.

    Its source is what stands before it up to a comma or quotation mark, if that is short, else what
    stands after it; its content is the rest of the sentence.
    """
    for sentence in _SENTENCE.finditer(text):
        for cue in _CUE.finditer(text, *sentence.span()):
            source = _before(text, sentence.start(), cue.start())
            if cue.group() == "according to" or not 0 < len(text[slice(*source)].split()) <= _MOST_WORDS:
                source = _after(text, cue.end(), sentence.end())
            rest = _rest(sentence.span(), sorted((source, cue.span())))
            yield PlainAttribution((source,), (cue.span(),), tuple(rest))


def _before(text: str, start: int, end: int) -> Range:
    breaks = [found.end() for found in _BREAK.finditer(text, start, end)]
    return (breaks[-1] if breaks else start, end)


def _after(text: str, start: int, end: int) -> Range:
    stop = _BREAK.search(text, start, end)
    return (start, stop.start() if stop else end)


def _rest(whole: Range, taken: list[Range]) -> Iterator[Range]:
    at = whole[0]
    for start, end in taken:
        if at < start:
            yield at, start
        at = max(at, end)
    if at < whole[1]:
        yield at, whole[1]
