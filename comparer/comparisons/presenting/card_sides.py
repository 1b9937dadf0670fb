"""Both sides of a card: the passage in context, and who says it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Claim, Nearest, Reading, Report, Span
from comparer.comparisons.presenting.passages import Passage, compare_passages
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import SIDES, Names, Side
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


def make_sides(
    report: Report, item: Item, near: Nearest | None, names: Names
) -> tuple[tuple[CardSide, CardSide], bool]:
    """Return both sides, and whether the words that only one of them has are told apart."""
    left_claims, right_claims = (_claims(report, item, side, near) for side in SIDES)
    difference = item.difference
    left, right, told_apart = compare_passages(
        (report.left, left_claims, difference.left if difference else ()),
        (report.right, right_claims, difference.right if difference else ()),
        paired=item.pair is not None,
    )
    says_left = who_says(report.left, left_claims, names.said_left)
    says_right = who_says(report.right, right_claims, names.said_right)
    sides = (
        CardSide("left", names.left, left, says_left, nearest=_is_near(item, "left")),
        CardSide("right", names.right, right, says_right, nearest=_is_near(item, "right")),
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


def find_nearest(report: Report, item: Item) -> Nearest | None:
    """Return the nearest claim of the side that has nothing."""
    if item.pair or bool(item.left) == bool(item.right):
        return None
    side: Side = "left" if item.left else "right"
    nearest = nearest_by_claim(report, side)
    reading = report.left if side == "left" else report.right
    return next((nearest[one.id] for one in _holding(reading, item.spans(side)) if one.id in nearest), None)
