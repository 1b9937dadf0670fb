"""Two sides of one thing: the north face and the south face, the left bank and the right bank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from comparer.analysis.report import Token

_OPPOSITE = (
    ({"north", "northern", "northernmost"}, {"south", "southern", "southernmost"}),
    ({"east", "eastern", "easternmost"}, {"west", "western", "westernmost"}),
    ({"left", "left-hand"}, {"right", "right-hand"}),
    ({"upper", "top"}, {"lower", "bottom"}),
    ({"inner"}, {"outer"}),
    ({"front"}, {"back", "rear"}),
    ({"near"}, {"far"}),
    ({"northbound"}, {"southbound"}),
    ({"eastbound"}, {"westbound"}),
    ({"inbound"}, {"outbound"}),
)
# What has two sides of which only one can be meant.
_SIDED = frozenset({
    "bank", "border", "cabin", "carriageway", "coast", "corner", "deck", "door", "edge", "end", "entrance", "exit", "face",
    "flank", "flight", "gate", "half", "hemisphere", "lane", "leg", "lung", "eye", "ear", "knee", "foot", "hand", "arm",
    "shoulder", "hip", "ankle", "wrist", "ridge", "rim", "row", "seat", "shore", "shoreline", "side", "slope", "stand",
    "summit", "terminal", "terrace", "tip", "tower", "town", "tube", "tunnel", "wall", "wheel", "window", "wing",
})  # fmt: skip

_ENDS = {"point": "tip", "extremity": "tip", "end": "tip"}
"""Words for one thing: the northern tip is the northernmost point."""

Sided = tuple[Token, Token]
"""The word for the side, and the noun: "south", "face"."""


def opposite_sides(left: Sequence[Token], right: Sequence[Token]) -> Iterator[tuple[Sided, Sided]]:
    """Yield what the two passages call by opposite sides; nothing where one of them names both."""
    ours, theirs = _sided(left), _sided(right)
    for noun in ours.keys() & theirs.keys():
        if len(ours[noun]) == len(theirs[noun]) == 1:
            one, other = ours[noun][0], theirs[noun][0]
            if _are_opposite(one[0].lemma.lower(), other[0].lemma.lower()):
                yield one, other


def _sided(tokens: Sequence[Token]) -> dict[str, list[Sided]]:
    found: dict[str, list[Sided]] = {}
    for side, noun in pairwise(tokens):
        lemma = _ENDS.get(noun.lemma.lower(), noun.lemma.lower())
        if lemma in _SIDED and any(side.lemma.lower() in one | other for one, other in _OPPOSITE):
            found.setdefault(lemma, []).append((side, noun))
    return found


def _are_opposite(one: str, other: str) -> bool:
    return any((one in ours and other in theirs) or (one in theirs and other in ours) for ours, theirs in _OPPOSITE)
