"""The card of one item: both passages, the slots compared, who says it, why paired, why marked, how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Report, Slot
from comparer.comparisons.presenting.card_sides import CardSide, find_nearest, make_sides
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.glossary import SURENESS, Style, slot_words
from comparer.comparisons.presenting.headings import make_heading
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import Names
from comparer.comparisons.presenting.tags import Tag, tag_item
from comparer.quality.sureness import Called, Track


@dataclass(frozen=True, slots=True)
class SlotRow:
    name: str
    left: str | None
    right: str | None
    verdict: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    style: Style
    label: str
    meaning: str
    headline: str
    """Why it is marked, in one sentence."""
    verdict: str
    verdict_meaning: str
    sure: str
    sure_meaning: str
    sure_measured: str
    """How often what was called so was right, in a few words; "" where that is not known."""
    sure_sentence: str
    sides: tuple[CardSide, CardSide]
    words_told_apart: bool
    slots: tuple[SlotRow, ...]
    why: tuple[str, ...]
    """Why the two passages were paired."""
    others: tuple[Tag, ...]
    """The other differences of the same pair."""
    link: str
    """Query string that leads here; `present` puts a lasting one in its place."""
    in_texts: str
    """Query string of the texts with this card."""
    close: str
    previous: str | None
    following: str | None
    position: int | None
    total: int


def make_card(
    report: Report, items: Sequence[Item], shown: Sequence[Item], names: Names, choice: Choice, *, track: Track
) -> Card | None:
    """Return the card that the choice asks for; None if there is no such item.

    `track` knows how often what is called sure, likely or possible was right.
    """
    item = next((one for one in items if choice.card in (one.id, _id_of_claim(one))), None)
    if item is None:
        return None
    heading = make_heading(item, names)
    near = find_nearest(report, item)
    sides, told_apart = make_sides(report, item, near, names)
    before, after, position = _neighbours(item, shown, choice)
    return Card(
        id=item.id,
        style=item.style,
        label=heading.label,
        meaning=heading.meaning,
        headline=heading.headline,
        verdict=names.fill(heading.verdict),
        verdict_meaning=names.fill(heading.verdict_meaning),
        sure=SURENESS[heading.sureness][0],
        sure_meaning=SURENESS[heading.sureness][1],
        sure_measured=track.short(_called(item), heading.sureness),
        sure_sentence=track.sentence(_called(item), heading.sureness),
        sides=sides,
        words_told_apart=told_apart,
        slots=tuple(_slot_row(slot, names) for slot in (item.pair.slots if item.pair else ())),
        why=item.pair.why if item.pair else (),
        others=_others(item, items, names, choice),
        link=Choice(card=item.id).address(),
        in_texts=choice.address(view="texts", card=item.id, mark=None, version=None),
        close=choice.address(card=None, mark=None, version=None),
        previous=before,
        following=after,
        position=position,
        total=len(shown),
    )


def _id_of_claim(item: Item) -> str:
    """A claim told once keeps its own id where a difference speaks of it too."""
    return f"{item.group.removeprefix('only_')}-{item.claim.id}" if item.claim else item.id


def _called(item: Item) -> Called | None:
    """Return which share of right ones holds for the item; None for what was not measured."""
    if item.difference:
        return "conflicts" if item.difference.verdict == "conflict" else None
    return "pairs" if item.pair else None


def _slot_row(slot: Slot, names: Names) -> SlotRow:
    return SlotRow(
        slot.name,
        slot.left,
        slot.right,
        slot_words(slot, names.said_left, names.said_right),
        agrees=slot.verdict in ("same", "compatible"),
    )


def _others(item: Item, items: Sequence[Item], names: Names, choice: Choice) -> tuple[Tag, ...]:
    if item.pair is None:
        return ()
    return tuple(
        tag_item(one, names, choice)
        for one in items
        if one.id != item.id and one.difference and one.pair and one.pair.id == item.pair.id
    )


def _neighbours(item: Item, shown: Sequence[Item], choice: Choice) -> tuple[str | None, str | None, int | None]:
    """Return the addresses of the cards before and after in reading order, and the place counted from 1."""
    position = next((at for at, one in enumerate(shown) if one.id == item.id), None)
    before = [one for one in shown[:position] if position is not None or one.place <= item.place]
    after = shown[position + 1 :] if position is not None else [one for one in shown if one.place > item.place]
    return (
        choice.address(card=before[-1].id) if before else None,
        choice.address(card=after[0].id) if after else None,
        None if position is None else position + 1,
    )
