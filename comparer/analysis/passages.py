"""A passage: some claims of one reading together with everything read inside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from comparer.analysis.report import (
    Attribution,
    Claim,
    Event,
    Excerpt,
    Hedge,
    Identity,
    Loaded,
    Name,
    Place,
    Quantity,
    Quote,
    Range,
    Reading,
    Span,
    Time,
    Token,
)

Spanned = TypeVar("Spanned", bound=Span)


@dataclass(frozen=True)
class Passage:
    reading: Reading
    claims: tuple[Claim, ...]

    @property
    def start(self) -> int:
        return min(claim.start for claim in self.claims)

    @property
    def end(self) -> int:
        return max(claim.end for claim in self.claims)

    @property
    def text(self) -> str:
        return " ".join(self.reading.text[claim.start : claim.end] for claim in self.claims)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(claim.id for claim in self.claims)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return self._inside(self.reading.quantities)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        return self._inside(self.reading.times)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return self._inside(self.reading.places)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        return self._inside(self.reading.names)

    @cached_property
    def loaded(self) -> tuple[Loaded, ...]:
        return self._inside(self.reading.loaded)

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        return self._inside(self.reading.hedges)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotations that touch the passage: a quotation may run over several claims."""
        return tuple(
            quote
            for quote in self.reading.quotes
            if any(quote.start < claim.end and claim.start < quote.end for claim in self.claims)
        )

    @cached_property
    def events(self) -> tuple[Event, ...]:
        ids = set(self.ids)
        return tuple(event for event in self.reading.events if event.claim in ids)

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        return self._inside(self.reading.identities)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self._inside(self.reading.index.tokens) if self.reading.index else ()

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions that the claims stand under, each once, in order."""
        positions = dict.fromkeys(claim.attribution for claim in self.claims if claim.attribution is not None)
        return tuple(self.reading.attributions[position] for position in positions)

    def _inside(self, spans: Sequence[Spanned]) -> tuple[Spanned, ...]:
        return tuple(span for claim in self.claims for span in spans_inside(spans, claim))


def spans_inside(spans: Sequence[Spanned], frame: Span) -> tuple[Spanned, ...]:
    """Return those of `spans` (in order of their starts) that lie wholly inside `frame`."""
    first = bisect_left(spans, frame.start, key=attrgetter("start"))
    last = bisect_left(spans, frame.end, key=attrgetter("start"))
    return tuple(span for span in spans[first:last] if span.end <= frame.end)


def passage_of(reading: Reading, ids: Sequence[str]) -> Passage:
    """Return the passage made of the claims `ids`. KeyError for an unknown id."""
    return Passage(reading, tuple(reading.claim(claim_id) for claim_id in ids))


def sentences_of(reading: Reading, ids: Sequence[str]) -> Passage:
    """Return the passage of all claims in the sentences of the claims `ids`. KeyError for an unknown id."""
    held = {reading.claim(claim_id).sentence for claim_id in ids}
    first = bisect_left(reading.claims, min(held), key=attrgetter("sentence"))
    last = bisect_right(reading.claims, max(held), key=attrgetter("sentence"))
    return Passage(reading, tuple(claim for claim in reading.claims[first:last] if claim.sentence in held))


class Passages:
    """The passages of one reading, each made once however many pairs it is in, so that it is searched once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._made: dict[tuple[str, ...], Passage] = {}

    def of(self, ids: Sequence[str]) -> Passage:
        """Return the passage made of the claims `ids`. KeyError for an unknown id."""
        return self._one(passage_of(self._reading, ids))

    def sentences_of(self, ids: Sequence[str]) -> Passage:
        """Return the passage of all claims in the sentences of the claims `ids`. KeyError for an unknown id."""
        return self._one(sentences_of(self._reading, ids))

    def _one(self, passage: Passage) -> Passage:
        return self._made.setdefault(passage.ids, passage)


def excerpt(reading: Reading, span: Span | Range) -> Excerpt:
    """Return the words of `reading` under `span`."""
    start, end = span if isinstance(span, tuple) else (span.start, span.end)
    return Excerpt(start, end, reading.text[start:end])
