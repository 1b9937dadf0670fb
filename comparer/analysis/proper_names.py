"""The proper names of a text, of whatever sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from comparer.analysis.report import Reading, Span, Token


def names_in(reading: Reading) -> Iterator[Span]:
    """Proper names, longest run each; days, months and units are none. Time is linear in the text."""
    tokens = reading.index.tokens if reading.index else ()
    measured = letters_of((*reading.times, *reading.quantities))
    start: Token | None = None
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.pos != "PROPN":
            continue
        start = start or token
        if after is None or after.pos != "PROPN" or after.start > token.end + 1:
            if measured.isdisjoint(range(start.start, token.end)):
                yield Span(start.start, token.end)
            start = None


def letters_of(spans: Iterable[Span]) -> frozenset[int]:
    """Return the places that the spans cover."""
    return frozenset(at for span in spans for at in range(span.start, span.end))
