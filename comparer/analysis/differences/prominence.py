"""Where in its article each side tells it, and what only one side tells at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from comparer.analysis.differences.finding import Finding
from comparer.analysis.passages import Passage, excerpt, passage_of
from comparer.analysis.report import Claim, ClaimPair, Reading, Slot

# The headline and the first two paragraphs are what hurried readers see (inverted pyramid).
_LEAD_PARAGRAPHS = 2
_BODIES = ("body", "post")
# A short text leads with its first paragraph, and a text of a few paragraphs buries nothing.
_SHORT_TEXT = 8
_FEWEST_PARAGRAPHS = 5
# Another telling counts only if it is nearly as surely the same.
_AS_SURE = 0.85
_BURIED_FROM = 0.5
# Where a claim stands is only worth telling if it surely is the same claim.
_TOLD_ALIKE = 0.5


def body_paragraphs(reading: Reading) -> dict[int, int]:
    """Return, for each paragraph that is not title or heading, its number counted from 1."""
    bodies = [number for number, paragraph in enumerate(reading.paragraphs) if paragraph.role in _BODIES]
    return {number: position for position, number in enumerate(bodies, start=1)}


def is_lead(reading: Reading, claim: Claim) -> bool:
    """True for the headline and the first two paragraphs."""
    if reading.paragraphs[claim.paragraph].role == "title":
        return True
    bodies = (number for number, paragraph in enumerate(reading.paragraphs) if paragraph.role in _BODIES)
    return claim.paragraph in islice(bodies, _LEAD_PARAGRAPHS)


def depth(reading: Reading, claim: Claim) -> float:
    """Return where the claim starts, from 0 (the article's first character) to 1."""
    return claim.start / max(len(reading.text), 1)


def where(reading: Reading, claim: Claim) -> str:
    """Return the claim's place in its article in words: "the headline", "paragraph 4"."""
    role = reading.paragraphs[claim.paragraph].role
    if role == "title":
        return "the headline"
    if role == "heading":
        return "a section heading"
    return f"paragraph {body_paragraphs(reading)[claim.paragraph]}"


def compare_prominence(left: Reading, right: Reading, pairs: Sequence[ClaimPair]) -> Iterator[tuple[str, Finding]]:
    """Yield (pair id, finding) where one side leads with what the other tells in its second half.

    Only the earliest telling on each side counts: a claim that returns late
    after standing in the lead is not buried.
    """
    bodies_left, bodies_right = body_paragraphs(left), body_paragraphs(right)
    earliest_left = _earliest(pairs, side="left")
    earliest_right = _earliest(pairs, side="right")
    for pair in pairs:
        ours, theirs = passage_of(left, pair.left), passage_of(right, pair.right)
        if (
            pair.score < _TOLD_ALIKE
            or earliest_left.get(pair.right) != pair.left
            or earliest_right.get(pair.left) != pair.right
        ):
            continue
        if _leads_with(ours, bodies_left) and _buries(theirs, bodies_right):
            yield pair.id, _emphasis(ours, theirs, first="Left", second="right")
        elif _leads_with(theirs, bodies_right) and _buries(ours, bodies_left):
            yield pair.id, _emphasis(ours, theirs, first="Right", second="left")


def _leads_with(passage: Passage, bodies: Mapping[int, int]) -> bool:
    reading, claim = passage.reading, passage.claims[0]
    if reading.paragraphs[claim.paragraph].role == "title":
        return True
    return bodies.get(claim.paragraph, _SHORT_TEXT) <= (1 if len(bodies) < _SHORT_TEXT else _LEAD_PARAGRAPHS)


def _buries(passage: Passage, bodies: Mapping[int, int]) -> bool:
    reading, claim = passage.reading, passage.claims[0]
    if len(bodies) >= _FEWEST_PARAGRAPHS:
        return depth(reading, claim) >= _BURIED_FROM
    # A text without paragraphs: its sentences stand for them.
    return len(reading.sentences) > 2 * _FEWEST_PARAGRAPHS and depth(reading, claim) >= _BURIED_FROM


def _earliest(pairs: Sequence[ClaimPair], *, side: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each passage of the other side, the first passage of `side` that surely tells the same."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    best: dict[tuple[str, ...], float] = {}
    sides = [(pair.left, pair.right) if side == "left" else (pair.right, pair.left) for pair in pairs]
    for pair, (_, other) in zip(pairs, sides, strict=True):
        best[other] = max(best.get(other, 0.0), pair.score)
    for pair, (mine, other) in zip(pairs, sides, strict=True):
        if pair.score < _AS_SURE * best[other]:
            continue
        if other not in found or int(mine[0][1:]) < int(found[other][0][1:]):
            found[other] = mine
    return found


def _emphasis(left: Passage, right: Passage, *, first: str, second: str) -> Finding:
    here, there = where(left.reading, left.claims[0]), where(right.reading, right.claims[0])
    early, late = (here, there) if first == "Left" else (there, here)
    return Finding(
        "emphasis",
        "differs",
        tuple(excerpt(left.reading, claim) for claim in left.claims),
        tuple(excerpt(right.reading, claim) for claim in right.claims),
        f"{first} tells this in {early}; {second} tells it only in {late}.",
        slot=Slot("where it stands", here, there, "differs"),
    )
