"""The sentences in which a mark stands, cut so that its own words can be told from the rest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from comparer.analysis.report import Reading, Span


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    hit: bool
    """Whether the difference is about these very words."""


def quote_sentences(reading: Reading, spans: Iterable[Span]) -> tuple[Words, ...]:
    """Return the sentences that these spans touch, in order, with " … " where others lie between them."""
    hits = sorted((span for span in spans if span.start < span.end), key=lambda one: one.start)
    words: list[Words] = []
    last = -1
    for whole in _sentences(reading, hits):
        if words:
            words.append(Words(" " if whole.start <= last + 1 else " … ", hit=False))
        words += _cut(reading.text, whole, hits)
        last = whole.end
    return tuple(words)


def _sentences(reading: Reading, hits: Sequence[Span]) -> list[Span]:
    """Return whole sentences, or the span itself where it lies in none; each once, none over another."""
    starts = [one.start for one in reading.sentences]
    found: list[Span] = []
    for hit in hits:
        first = max(0, bisect_right(starts, hit.start) - 1)
        after = max(first + 1, bisect_right(starts, hit.end - 1))
        around = [*reading.sentences[first:after], hit]
        whole = Span(min(hit.start, around[0].start), max(one.end for one in around))
        if found and whole.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, whole.end))
        else:
            found.append(whole)
    return found


def _cut(text: str, whole: Span, hits: Sequence[Span]) -> Iterable[Words]:
    inside = [hit for hit in hits if hit.start < whole.end and whole.start < hit.end]
    edges = {whole.start, whole.end}
    for hit in inside:
        edges |= {max(hit.start, whole.start), min(hit.end, whole.end)}
    places = sorted(edges)
    for start, end in pairwise(places):
        meant = any(one.start <= start < one.end for one in inside)
        yield Words(text[start:end].replace("\n", " "), hit=meant)
