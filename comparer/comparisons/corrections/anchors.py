"""Where a correction belongs: the words themselves with what stands around them, so that it survives a new report.

A selector holds what W3C Web Annotation calls a TextQuoteSelector (exact words, prefix, suffix) and a
position as a hint (TextPositionSelector). Positions alone move without a word when a text changes.
"""

from __future__ import annotations

from dataclasses import dataclass

from comparer.analysis.report import Span

CONTEXT = 32
"""So many characters before and after the words are kept."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Words of one text. `start` is a code-point offset and only a hint."""

    exact: str
    prefix: str
    suffix: str
    start: int


def select(text: str, span: Span) -> Selector:
    """Return the selector of a stretch of `text`. ValueError for an empty stretch, or one beyond the text."""
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"There are no words from {span.start} to {span.end} in a text of {len(text)} characters.")
    return Selector(
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        start=span.start,
    )


def find(text: str, selector: Selector) -> Span | None:
    """Return where the selector's words stand in `text`, or None where that is not beyond doubt.

    In this order: exactly at the hint with the same words around; once in the text with the same words
    before and after; once with the same words on one side, if the other side names no other place.
    """
    if not selector.exact:
        return None
    around = selector.prefix + selector.exact + selector.suffix
    start = selector.start - len(selector.prefix)
    if start >= 0 and text.startswith(around, start):
        return _span(selector, selector.start)
    begins = _once(text, around)
    if begins is not None:
        return _span(selector, begins + len(selector.prefix))
    if around in text:
        return None
    return _by_one_side(text, selector)


def _by_one_side(text: str, selector: Selector) -> Span | None:
    before = _places(text, selector.prefix + selector.exact) if selector.prefix else ()
    after = _places(text, selector.exact + selector.suffix) if selector.suffix else ()
    starts = {place + len(selector.prefix) for place in before} | set(after)
    return _span(selector, starts.pop()) if len(starts) == 1 else None


def _places(text: str, words: str) -> tuple[int, ...]:
    """Return the first two places at most: more than one is too many."""
    first = text.find(words)
    if first < 0:
        return ()
    second = text.find(words, first + 1)
    return (first,) if second < 0 else (first, second)


def _once(text: str, words: str) -> int | None:
    places = _places(text, words)
    return places[0] if len(places) == 1 else None


def _span(selector: Selector, start: int) -> Span:
    return Span(start, start + len(selector.exact))


def to_web_annotation(selector: Selector) -> list[dict[str, str | int]]:
    """Return the selector as W3C Web Annotation writes it: the quotation first, then the position."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": selector.exact,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
        },
        {
            "type": "TextPositionSelector",
            "start": selector.start,
            "end": selector.start + len(selector.exact),
        },
    ]
