"""What a card says first: kind, reason, verdict and sureness, each with its meaning."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.analysis.report import Sureness
from comparer.comparisons.presenting.glossary import KINDS, VERDICTS, verdict_words
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import Names


@dataclass(frozen=True, slots=True)
class Heading:
    label: str
    meaning: str
    headline: str
    verdict: str
    verdict_meaning: str
    sureness: Sureness


def make_heading(item: Item, names: Names) -> Heading:
    """Return the heading of the card of a difference, a pair or a claim told once."""
    if item.difference:
        one = item.difference
        term = KINDS[one.kind]
        return Heading(
            term.label,
            term.meaning,
            names.name(one.explanation),
            verdict_words(one.verdict, one.sureness),
            VERDICTS[one.verdict][1],
            one.sureness,
        )
    if item.pair:
        sureness: Sureness = "possible" if item.pair.tier == "possible" else item.pair.sureness
        words = "Both pieces speak of this." if item.pair.tier == "match" else "These two may speak of the same thing."
        return Heading(
            "Matching claims", "What both pieces say.", words, "they match", "In these or other words.", sureness
        )
    here, there = (
        (names.said_left, names.said_right) if item.group == "only_left" else (names.said_right, names.said_left)
    )
    return Heading(
        "Told by one",
        "What was found in one piece only.",
        f"Only {here} tells this.",
        f"only in {here}",
        f"Nothing like it was found in {there}.",
        "likely",
    )
