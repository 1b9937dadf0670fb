"""What can be shown in a frame on another site, and the snippet that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html

from comparer.analysis.report import Report
from comparer.comparisons.ledgers import LEDGERS
from comparer.comparisons.ledgers.titles import TITLES
from comparer.comparisons.models import ShareLink
from comparer.comparisons.presenting.headings import make_heading
from comparer.comparisons.presenting.permalink import name_item
from comparer.comparisons.presenting.shown import Group, Item, collect
from comparer.comparisons.presenting.sides import Names, shorten

CARDS: tuple[tuple[str, frozenset[Group]], ...] = (
    ("They disagree", frozenset({"conflict"})),
    ("Told differently", frozenset({"framing"})),
    ("Told by one", frozenset({"only_left", "only_right"})),
)
MOST = 100
"""Cards offered of one group; any other is chosen from the card itself."""
LONGEST_LABEL = 110
HEIGHTS = {"card": 520, "ledger": 640}


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to embed: `value` says which, in the address of the share page."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Embedding:
    offers: tuple[tuple[str, tuple[Offer, ...]], ...]
    """By group, with its heading."""
    chosen: str
    href: str
    """The page of what is chosen; "" while nothing is."""
    snippet: str


def offer_embedding(report: Report, names: Names, link: ShareLink, *, chosen: str, site: str) -> Embedding:
    """Return the ledgers and cards of a report, and the snippet for `chosen`, the value of one of them or of any card.

    `site` is the site's own address with its last slash.
    """
    ledgers = tuple(Offer(f"ledger-{name}", TITLES[name].label) for name in LEDGERS)
    items = [item for item in collect(report) if item.difference]
    offers = (("Ledgers", ledgers), *_cards(report, names, items))
    found = next((offer for _, some in offers for offer in some if offer.value == chosen), None)
    if found is None and (found := _other_card(report, names, chosen)):
        offers = (("Cards: the one that you chose", (found,)), *offers)
    if found is None:
        return Embedding(offers, "", "", "")
    what, _, name = chosen.partition("-")
    href = reverse(f"embedded_{what}", args=[link.key, name])
    title = f"{found.label}: {names.left} and {names.right}" if what == "ledger" else found.label
    return Embedding(offers, chosen, href, _snippet(site.rstrip("/") + href, title, HEIGHTS[what]))


def _other_card(report: Report, names: Names, chosen: str) -> Offer | None:
    """Return the card of this value, whatever it is about: a pair, what is the same after all."""
    name = chosen.removeprefix("card-") if chosen.startswith("card-") else ""
    item = next((one for one in collect(report) if name and name_item(report, one) == name), None)
    return _card(report, names, item) if item else None


def _cards(report: Report, names: Names, items: Sequence[Item]) -> tuple[tuple[str, tuple[Offer, ...]], ...]:
    groups = ((heading, [item for item in items if item.group in groups][:MOST]) for heading, groups in CARDS)
    return tuple(
        (f"Cards: {heading.lower()}", tuple(_card(report, names, item) for item in some))
        for heading, some in groups
        if some
    )


def _card(report: Report, names: Names, item: Item) -> Offer:
    return Offer(f"card-{name_item(report, item)}", shorten(make_heading(item, names).headline, LONGEST_LABEL))


def _snippet(address: str, title: str, height: int) -> str:
    return format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" style="border: 0"></iframe>',
        address,
        title,
        height,
    )
