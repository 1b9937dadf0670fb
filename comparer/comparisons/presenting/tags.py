"""A difference as a short link: its kind and its verdict."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.glossary import KINDS, Style, verdict_words
from comparer.comparisons.presenting.shown import Item, sureness_of
from comparer.comparisons.presenting.sides import Names


@dataclass(frozen=True, slots=True)
class Tag:
    """A difference of a pair, by its kind, with its card's address."""

    id: str
    label: str
    verdict: str
    style: Style
    href: str


def tag_item(item: Item, names: Names, choice: Choice) -> Tag:
    """Return the difference that an item is, as a short link."""
    label = KINDS[item.kind].label if item.kind else ""
    verdict = names.fill(verdict_words(item.difference.verdict, sureness_of(item))) if item.difference else ""
    return Tag(item.id, label, verdict, item.style, choice.address(card=item.id))
