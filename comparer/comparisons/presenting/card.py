"""The card of one item: both passages, the slots compared, who says it, why paired, why marked, how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Claim, Nearest, Reading, Report, Slot, Span, Sureness
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.glossary import KINDS, SURENESS, VERDICTS, Style, slot_words, verdict_words
from comparer.comparisons.presenting.passages import Passage, compare_passages
from comparer.comparisons.presenting.sentences import as_sentence
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import SIDES, Names, Side
from comparer.comparisons.presenting.tags import Tag, tag_item
from comparer.comparisons.presenting.told import nearest_by_claim
from comparer.comparisons.presenting.voices import who_says


@dataclass(frozen=True, slots=True)
class CardSide:
    side: Side
    name: str
    passage: Passage | None
    says: tuple[str, ...]
    nearest: bool = False
    """The passage is no counterpart: only the nearest that this side has."""


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
    sides: tuple[CardSide, CardSide]
    words_told_apart: bool
    slots: tuple[SlotRow, ...]
    why: tuple[str, ...]
    """Why the two passages were paired, or why this one was not."""
    others: tuple[Tag, ...]
    """The other differences of the same pair."""
    link: str
    close: str
    previous: str | None
    following: str | None
    position: int | None
    total: int


def make_card(
    report: Report, items: Sequence[Item], shown: Sequence[Item], names: Names, choice: Choice
) -> Card | None:
    """Return the card that the choice asks for; None if there is no such item."""
    item = next((one for one in items if choice.card in (one.id, _id_of_claim(one))), None)
    if item is None:
        return None
    heading = _heading(item, names)
    near = _nearest(report, item)
    sides, told_apart = _sides(report, item, near, names)
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
        sides=sides,
        words_told_apart=told_apart,
        slots=tuple(_slot_row(slot, names) for slot in (item.pair.slots if item.pair else ())),
        why=item.pair.why if item.pair else (as_sentence(near.why),) if near else (),
        others=_others(item, items, names, choice),
        link=Choice(card=item.id).address(),
        close=choice.address(card=None),
        previous=before,
        following=after,
        position=position,
        total=len(shown),
    )


def _id_of_claim(item: Item) -> str:
    """A claim told once keeps its own id where a difference speaks of it too."""
    return f"{item.group.removeprefix('only_')}-{item.claim.id}" if item.claim else item.id


@dataclass(frozen=True, slots=True)
class _Heading:
    label: str
    meaning: str
    headline: str
    verdict: str
    verdict_meaning: str
    sureness: Sureness


def _heading(item: Item, names: Names) -> _Heading:
    if item.difference:
        one = item.difference
        term = KINDS[one.kind]
        return _Heading(
            term.label,
            term.meaning,
            names.name(one.explanation),
            verdict_words(one.verdict, one.sureness),
            VERDICTS[one.verdict][1],
            one.sureness,
        )
    if item.pair:
        sureness: Sureness = "possible" if item.pair.tier == "possible" else item.pair.sureness
        words = "Both pieces say this." if item.pair.tier == "match" else "These two may speak of the same thing."
        return _Heading(
            "Matching claims", "What both pieces say.", words, "they match", "In these or other words.", sureness
        )
    here, there = (names.left, names.right) if item.group == "only_left" else (names.right, names.left)
    return _Heading(
        "Told by one",
        "What was found in one piece only.",
        f"Only {here} tells this.",
        f"only in {here}",
        f"Nothing like it was found in {there}.",
        "likely",
    )


def _sides(report: Report, item: Item, near: Nearest | None, names: Names) -> tuple[tuple[CardSide, CardSide], bool]:
    claims = {side: _claims(report, item, side, near) for side in SIDES}
    hits = (
        {"left": item.difference.left, "right": item.difference.right} if item.difference else {"left": (), "right": ()}
    )
    left, right, told_apart = compare_passages(
        (report.left, claims["left"], hits["left"]),
        (report.right, claims["right"], hits["right"]),
        paired=item.pair is not None,
    )
    sides = (
        CardSide(
            "left", names.left, left, who_says(report.left, claims["left"], names.left), nearest=_is_near(item, "left")
        ),
        CardSide(
            "right",
            names.right,
            right,
            who_says(report.right, claims["right"], names.right),
            nearest=_is_near(item, "right"),
        ),
    )
    return sides, told_apart


def _claims(report: Report, item: Item, side: Side, near: Nearest | None) -> tuple[Claim, ...]:
    """Return the claims whose words the card shows on one side."""
    reading = report.left if side == "left" else report.right
    if item.pair:
        return tuple(reading.claim(one) for one in (item.pair.left if side == "left" else item.pair.right))
    if near and _is_near(item, side):
        return (reading.claim(near.other),)
    return _holding(reading, item.spans(side))


def _is_near(item: Item, side: Side) -> bool:
    """Whether this side has no words of its own in the item, so that at most its nearest claim can be shown."""
    return item.pair is None and not item.spans(side)


def _holding(reading: Reading, spans: Sequence[Span]) -> tuple[Claim, ...]:
    return tuple(
        claim for claim in reading.claims if any(one.start < claim.end and claim.start < one.end for one in spans)
    )


def _nearest(report: Report, item: Item) -> Nearest | None:
    """Return the nearest claim of the side that has nothing."""
    if item.pair or bool(item.left) == bool(item.right):
        return None
    side: Side = "left" if item.left else "right"
    nearest = nearest_by_claim(report, side)
    reading = report.left if side == "left" else report.right
    return next((nearest[one.id] for one in _holding(reading, item.spans(side)) if one.id in nearest), None)


def _slot_row(slot: Slot, names: Names) -> SlotRow:
    return SlotRow(
        slot.name,
        slot.left,
        slot.right,
        slot_words(slot, names.left, names.right),
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
