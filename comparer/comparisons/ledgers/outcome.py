"""How a row came out, in the words and styles of the result page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from comparer.analysis.report import Slot
from comparer.comparisons.ledgers.lookup import Lookup, card_address
from comparer.comparisons.presenting.glossary import SURENESS, VERDICTS, Style, slot_words, verdict_words
from comparer.comparisons.presenting.shown import Item

Group = Literal["conflict", "update", "differs", "alike", "alone"]
GROUPS: dict[Group, tuple[str, str]] = {
    "conflict": ("They disagree", VERDICTS["conflict"][1]),
    "update": ("Later news", VERDICTS["update"][1]),
    "differs": ("Told differently", VERDICTS["differs"][1]),
    "alike": ("They agree", "The same, or the same in another form."),
    "alone": ("In one piece only", "Nothing in the other piece was found to be about the same thing."),
}  # fmt: skip
GROUP_OF: dict[str, Group] = {
    "conflict": "conflict",
    "update": "update",
    "differs": "differs",
    "compatible": "alike",
    "same": "alike",
    "only_left": "alone",
    "only_right": "alone",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    group: Group
    verdict: str
    style: Style
    href: str
    """Query of the result page that shows it."""
    sure: str = ""
    explanation: str = ""


def outcome_of(item: Item, lookup: Lookup) -> Outcome:
    """Return how a difference came out; its card says why."""
    one = item.difference
    if one is None:
        raise ValueError(f"{item.id} is no difference.")
    return Outcome(
        GROUP_OF[one.verdict],
        lookup.names.fill(verdict_words(one.verdict, one.sureness)),
        item.style,
        card_address(item.id),
        SURENESS[one.sureness][0],
        lookup.names.name(one.explanation),
    )


def outcome_of_slot(slot: Slot, pair_id: str, lookup: Lookup) -> Outcome:
    """Return how two things came out that make no difference of their own."""
    group = GROUP_OF[slot.verdict]
    style: Style = "match" if slot.verdict == "same" else "conflict" if group == "conflict" else "minor"
    words = slot_words(slot, lookup.names.said_left, lookup.names.said_right)
    return Outcome(group, words, style, card_address(pair_id))


def alone(href: str, verdict: str = "no counterpart found") -> Outcome:
    """Return the outcome of a thing without a counterpart."""
    return Outcome("alone", verdict, "only", href)
