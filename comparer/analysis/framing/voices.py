"""Whose words stand at a place of the text: the outlet's own, quoted, or told as somebody's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Attribution, Quote, Range, Whose

_SCARE_QUOTES = 3
"""Words between quotation marks, at most, that stand off from a word instead of repeating a statement."""


@dataclass(frozen=True, slots=True)
class Owner:
    whose: Whose
    speaker: str | None = None
    source: Range | None = None


class Voices:
    """Answers for any stretch of one text."""

    def __init__(self, text: str, attributions: Sequence[Attribution], quotes: Sequence[Quote]) -> None:
        self._text = text
        self._quotes = quotes
        self._quote_starts = [quote.start for quote in quotes]
        self._attributions = attributions
        content = [(*part, number) for number, told in enumerate(attributions) for part in told.content]
        self._content = sorted(content)
        self._content_starts = [start for start, _, _ in self._content]

    def owner(self, span: Range) -> Owner:
        """Return whose words `span` is."""
        quote = self._quote_around(span)
        told = self._told(span) if quote is None or quote.attribution is None else self._attributions[quote.attribution]
        if quote is not None and told is not None:
            return Owner("quoted", self._speaker(told), told.source)
        if told is not None:
            return Owner("attributed", self._speaker(told), told.source)
        return Owner("own" if quote is None or self.stands_off(span) else "quoted")

    def stands_off(self, span: Range) -> bool:
        """True between quotation marks around little more than `span` that repeat nobody's statement: scare quotes."""
        quote = self._quote_around(span)
        if quote is None or quote.attribution is not None or self._told(span) is not None:
            return False
        return len(self._text[quote.start : quote.end].split()) <= _SCARE_QUOTES

    def _speaker(self, told: Attribution) -> str | None:
        return told.speaker or (self._text[slice(*told.source)] if told.source else None)

    def _quote_around(self, span: Range) -> Quote | None:
        position = bisect_right(self._quote_starts, span[0]) - 1
        if position >= 0 and span[1] <= self._quotes[position].end:
            return self._quotes[position]
        return None

    def _told(self, span: Range) -> Attribution | None:
        """The attribution whose content ends closest behind the span: contents may nest, few deep."""
        last = bisect_right(self._content_starts, span[0])
        for start, end, number in reversed(self._content[max(last - 8, 0) : last]):
            if start <= span[0] and span[1] <= end:
                return self._attributions[number]
        return None
