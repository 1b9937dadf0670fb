"""The ledger of prominence: the same claim, where in the piece it stands here and there."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.analysis.report import Claim, ClaimPair
from comparer.comparisons.ledgers.lookup import Lookup, Page, card_address
from comparer.comparisons.presenting.sides import Side

FAR = 0.3
"""A claim that moves by this share of the text is told clearly earlier or later."""
AS_SURE = 0.85
"""Another telling counts as the same one if its score is nearly that of the best."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a claim stands: in words, and from 0.0 (the first character) to 1.0."""

    place: str
    depth: float
    passage: str


@dataclass(frozen=True, slots=True)
class ProminenceRow:
    number: int
    """Counts the rows; a line of the chart bears it."""
    left: Spot
    right: Spot
    moved: str
    """"earlier in the Post": which side tells it clearly earlier, if one does."""
    href: str

    @property
    def shift(self) -> float:
        return abs(self.left.depth - self.right.depth)

    @property
    def is_far(self) -> bool:
        return self.shift >= FAR


def make_prominence(lookup: Lookup) -> tuple[ProminenceRow, ...]:
    """Return a row for each claim that both tell, at its first telling on each side; what moves farthest comes first."""
    spots = [
        (pair, _spot(lookup.left, pair, "left"), _spot(lookup.right, pair, "right")) for pair in _first_tellings(lookup)
    ]
    spots.sort(key=lambda one: -abs(one[1].depth - one[2].depth))
    return tuple(
        ProminenceRow(number, left, right, _moved(lookup, left, right), card_address(pair.id))
        for number, (pair, left, right) in enumerate(spots, start=1)
    )


def _first_tellings(lookup: Lookup) -> list[ClaimPair]:
    """Of all tellings of a passage only the first on each side counts: what returns late is not buried."""
    pairs = [pair for pair in lookup.report.pairs if pair.tier == "match" and pair.left and pair.right]
    first_left = _first(lookup.left, pairs, "left")
    first_right = _first(lookup.right, pairs, "right")
    return [pair for pair in pairs if first_left[pair.right] == pair.left and first_right[pair.left] == pair.right]


def _first(page: Page, pairs: list[ClaimPair], side: Side) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each passage of the other side, the first passage of this side that tells the same nearly as surely."""
    best: dict[tuple[str, ...], float] = {}
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    sides = [(pair.left, pair.right) if side == "left" else (pair.right, pair.left) for pair in pairs]
    for pair, (_, other) in zip(pairs, sides, strict=True):
        best[other] = max(best.get(other, 0.0), pair.score)
    for pair, (mine, other) in zip(pairs, sides, strict=True):
        if pair.score >= AS_SURE * best[other] and (
            other not in found or _start(page, mine) < _start(page, found[other])
        ):
            found[other] = mine
    return found


def _start(page: Page, claims: tuple[str, ...]) -> int:
    return page.reading.claim(claims[0]).start


def _spot(page: Page, pair: ClaimPair, side: Side) -> Spot:
    claim: Claim = page.reading.claim((pair.left if side == "left" else pair.right)[0])
    return Spot(page.place(claim), claim.start / max(len(page.reading.text), 1), page.passage(claim))


def _moved(lookup: Lookup, left: Spot, right: Spot) -> str:
    if abs(left.depth - right.depth) < FAR:
        return ""
    return f"earlier in {lookup.said('left' if left.depth < right.depth else 'right')}"
