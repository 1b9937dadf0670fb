"""What every ledger asks of a report: which claim stands there, in which paragraph, who says it, and where it leads."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.differences.prominence import body_paragraphs
from comparer.analysis.report import Claim, Reading, Report, Span
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.shown import Item, collect
from comparer.comparisons.presenting.sides import Names, Side, shorten
from comparer.comparisons.presenting.voices import who_says
from comparer.comparisons.sharing.shortening import GAP, Shortened

LONGEST_PASSAGE = 200
"""A sentence up to this length stands whole in a table; of a longer one the claim alone, cut."""
CLAIMS_BACK = 8
"""Claims hardly nest: so many before a place are asked whether they hold it."""


@dataclass(frozen=True)
class Page:
    """One side, with what is asked of it again and again worked out once."""

    side: Side
    reading: Reading
    claims: tuple[Claim, ...]
    """In the order of the text."""
    starts: tuple[int, ...]
    bodies: dict[int, int]
    """Number of each paragraph as people count, without title and headings."""
    cards: dict[str, str]
    """Id of the card that tells most of a claim."""
    shortened: Shortened | None = None
    """The text cut down to quotations, where the whole of it may not be read; counts and places are of the whole."""

    def claim_at(self, span: Span) -> Claim | None:
        """Return the claim in which the span begins."""
        place = bisect_right(self.starts, span.start)
        near = self.claims[max(place - CLAIMS_BACK, 0) : place]
        return next((claim for claim in reversed(near) if span.start < claim.end), None)

    def words(self, span: Span) -> str:
        """Return the words at this place on one line."""
        return " ".join(self.reading.text[span.start : span.end].split())

    def quote(self, span: Span) -> str:
        """Return the words at this place as far as they may be read; "" where none of them may."""
        if self.shortened is None:
            return self.words(span)
        start, end = self.shortened.move(span.start, span.end)
        words = " ".join(self.shortened.text[start:end].split())
        return words if words.replace(GAP, "").strip() else ""

    def times_said(self, words: str) -> int:
        """Return how often the text holds these words, whatever was read in them; capitals count."""
        if not words or words not in self.reading.text:
            return 0
        return len(re.findall(rf"\b{re.escape(words)}\b", self.reading.text))

    def passage(self, span: Span) -> str:
        """Return the sentence around the span, or only its claim, in a length that fits a table."""
        claim = self.claim_at(span)
        if claim and claim.sentence < len(self.reading.sentences):
            sentence = self.reading.sentences[claim.sentence]
            if sentence.start <= claim.start and sentence.end - sentence.start <= LONGEST_PASSAGE:
                return self.quote(sentence)
        return shorten(self.quote(claim or span), LONGEST_PASSAGE)

    def place(self, span: Span) -> str:
        """Return where the span stands: "headline", "paragraph 4"; "" where the report does not tell."""
        number = self.paragraph(span)
        if number is None:
            return ""
        role = self.reading.paragraphs[number].role
        if role == "title":
            return "headline"
        return f"paragraph {self.bodies[number]}" if number in self.bodies else "section heading"

    def paragraph(self, span: Span) -> int | None:
        """Return the position of the paragraph that holds the span."""
        claim = self.claim_at(span)
        if claim:
            return claim.paragraph
        holding = (at for at, one in enumerate(self.reading.paragraphs) if one.start <= span.start < one.end)
        return next(holding, None)

    def says(self, span: Span, name: str) -> str:
        """Return who says it, in words: "Mara Ostrel, quoted", "in its own voice"; `name` is what the piece is called."""
        claim = self.claim_at(span)
        found = who_says(self.reading, [claim], name) if claim else ()
        return "; ".join(found).removeprefix(f"{name}, ")

    def href(self, span: Span) -> str:
        """Return the query of the result page that shows the span: its claim's card, else its paragraph."""
        claim = self.claim_at(span)
        card = self.cards.get(claim.id) if claim else None
        return card_address(card) if card else self.anchor(span)

    def anchor(self, span: Span) -> str:
        """Return the query of the result page that leads to the paragraph of the span."""
        number = self.paragraph(span) or 0
        number = self.shortened.number(number) if self.shortened else number
        return f"{Choice(side=self.side).address()}#{self.side}-{number}"


@dataclass(frozen=True)
class Lookup:
    """A report with its items, the names of its sides, and both pages."""

    report: Report
    names: Names
    items: tuple[Item, ...]
    left: Page
    right: Page

    def page(self, side: Side) -> Page:
        return self.left if side == "left" else self.right

    def said(self, side: Side) -> str:
        return self.names.said_left if side == "left" else self.names.said_right

    def of_kind(self, *kinds: str) -> tuple[Item, ...]:
        """Return the differences of these kinds, in reading order."""
        return tuple(item for item in self.items if item.difference and item.kind in kinds)


def look_up(report: Report, names: Names, shortened: tuple[Shortened, Shortened] | None = None) -> Lookup:
    """Prepare a report for its ledgers; `names` are what the pieces are called.

    `shortened` are both texts as far as they may be read, where not all of them may.
    """
    items = collect(report)
    left, right = shortened or (None, None)
    pages = _page(report, items, "left", left), _page(report, items, "right", right)
    return Lookup(report, names, items, *pages)


def card_address(card: str) -> str:
    return f"{Choice(card=card).address()}#card"


def _page(report: Report, items: Sequence[Item], side: Side, shortened: Shortened | None) -> Page:
    reading = report.left if side == "left" else report.right
    claims = tuple(sorted(reading.claims, key=lambda claim: claim.start))
    return Page(
        side,
        reading,
        claims,
        tuple(claim.start for claim in claims),
        body_paragraphs(reading),
        _cards(report, items, side),
        shortened,
    )


def _cards(report: Report, items: Sequence[Item], side: Side) -> dict[str, str]:
    """The best pair of each claim, or its own card where only one side tells it."""
    cards = {item.claim.id: item.id for item in items if item.claim and item.group == f"only_{side}"}
    for pair in sorted(report.pairs, key=lambda pair: pair.score):
        cards.update((claim, pair.id) for claim in (pair.left if side == "left" else pair.right))
    return cards
