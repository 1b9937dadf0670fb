"""The ledger of what only one side tells, the weightiest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Claim, Nearest, Reading, Span
from comparer.comparisons.ledgers.lookup import Lookup, Page, card_address
from comparer.comparisons.presenting.glossary import SURENESS
from comparer.comparisons.presenting.sentences import by_sentence
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import SIDES, Side, shorten
from comparer.comparisons.presenting.told import nearest_by_claim, say_how_near

LONGEST_SENTENCE = 400
REASON = re.compile(r"tells this in [^,;]+, (?P<reason>[^;]+);")
"""The reason within what the analysis says of a sentence: the rest of it stands in columns of its own."""
COUNTED = ("exact", "bound", "approximate", "range")


@dataclass(frozen=True, slots=True)
class ToldRow:
    side: Side
    words: str
    place: str
    says: str
    weighty: bool
    """The analysis marks it: a reader of the other piece would miss it."""
    why: str
    nearest: str
    how_near: str
    sure: str
    href: str


def make_told_rows(lookup: Lookup, side: Side) -> tuple[ToldRow, ...]:
    """Return what only this side tells, sentence by sentence: what the analysis marks, weightiest first, then the rest.

    The rest is ordered by what it holds: people counted, somebody's words, other figures, a place near the top.
    """
    page = lookup.page(side)
    nearest = nearest_by_claim(lookup.report, side)
    marked = _marked(lookup, side)
    shown = {claim.id for item in marked for claim in _claims_of(page, item)}
    rows = [_row(lookup, page, _claims_of(page, item), nearest, item) for item in marked]
    ids = lookup.report.only_left if side == "left" else lookup.report.only_right
    rest = [claim for claim in map(page.reading.claim, ids) if claim.id not in shown and _is_text(page, claim)]
    weighed = [(_weight(page, claims), claims) for claims in _sentences(page.reading, rest)]
    weighed.sort(key=lambda one: (-one[0][0], one[1][0].start))
    return (*rows, *(_row(lookup, page, claims, nearest, why) for (_, why), claims in weighed))


def _marked(lookup: Lookup, side: Side) -> list[Item]:
    """The report numbers what only one side tells by weight."""
    found = [item for item in lookup.of_kind("omission") if item.group == f"only_{side}" and item.spans(side)]
    return sorted(found, key=lambda item: int(item.id[1:]))


def _claims_of(page: Page, item: Item) -> list[Claim]:
    found = (page.claim_at(span) for span in item.spans(page.side))
    return list({claim.id: claim for claim in found if claim}.values())


def _is_text(page: Page, claim: Claim) -> bool:
    return page.reading.paragraphs[claim.paragraph].role != "heading"


def _sentences(reading: Reading, claims: list[Claim]) -> list[list[Claim]]:
    return [[one.claim for one in stretches if one.claim] for stretches in by_sentence(reading, claims)]


def _weight(page: Page, claims: list[Claim]) -> tuple[float, str]:
    """Return how much a sentence holds, and the weightiest of it in words."""
    start, end = claims[0].start, claims[-1].end
    counts = [one for one in page.reading.quantities if start <= one.start < end and one.form in COUNTED]
    people = any(one.unit == "person" for one in counts)
    signs = [
        (2.0 * people, "with a number of people"),
        (1.5 * any(start <= one.start < end for one in page.reading.quotes), "in somebody’s own words"),
        (1.2 * bool(counts), "with a figure"),
        (1.0 * (page.bodies.get(claims[0].paragraph, 9) <= 2), "near the top"),
        (0.8 * any(claim.attribution is not None for claim in claims), "as somebody’s statement"),
    ]
    best = max(signs)
    return sum(value for value, _ in signs), best[1] if best[0] else ""


def _row(lookup: Lookup, page: Page, claims: list[Claim], nearest: dict[str, Nearest], found: Item | str) -> ToldRow:
    """`found` is the item that marks it, or why an unmarked sentence stands where it does."""
    item = None if isinstance(found, str) else found
    spans: Sequence[Span] = item.spans(page.side) if item else claims
    near = max((nearest[one.id] for one in claims if one.id in nearest), key=lambda one: one.score, default=None)
    other = lookup.page("right" if page.side == "left" else "left")
    return ToldRow(
        page.side,
        shorten(" … ".join(filter(None, map(page.quote, spans))), LONGEST_SENTENCE),
        page.place(spans[0]),
        page.says(spans[0], lookup.said(page.side)),
        item is not None,
        found if isinstance(found, str) else _reason(lookup, found),
        other.passage(other.reading.claim(near.other)) if near else "",
        say_how_near(near) if near else "",
        SURENESS[item.difference.sureness][0] if item and item.difference else "",
        card_address(item.id) if item else page.href(spans[0]),
    )


def _reason(lookup: Lookup, item: Item) -> str:
    explanation = item.difference.explanation if item.difference else ""
    found = REASON.search(explanation)
    return found["reason"] if found else lookup.names.name(explanation)


def make_all_told(lookup: Lookup) -> tuple[ToldRow, ...]:
    """Return what only the left and what only the right tells."""
    return tuple(row for side in SIDES for row in make_told_rows(lookup, side))
