"""A stretch of text that may name a place."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from comparer.analysis.places.gazetteer import Entry
from comparer.analysis.report import PlaceKind


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens from `start` to `end` (exclusive) that may name a place. `entries` is empty for a name that is not known."""

    start: int
    end: int
    words: str
    kind: PlaceKind
    entries: tuple[Entry, ...] = ()

    def span(self, doc: Doc) -> Span:
        return doc[self.start : self.end]
