"""Words of one stem: "resign" and "resignation", "explode" and "explosion"."""

from __future__ import annotations

_SHARED = 5
_FEWEST = 4
"""Letters that two words of one stem share, if they are regular."""
_IRREGULAR = {
    frozenset({"die", "death"}),
    frozenset({"kill", "killing"}),
    frozenset({"choose", "choice"}),
    frozenset({"sell", "sale"}),
    frozenset({"lose", "loss"}),
    frozenset({"fly", "flight"}),
    frozenset({"begin", "beginning"}),
    frozenset({"strike", "airstrike"}),
    frozenset({"see", "sight"}),
    frozenset({"bear", "birth"}),
}


def shares_stem(one: str, other: str) -> bool:
    """Return whether two lemmas are the same word, or verb and noun of one stem."""
    if one == other:
        return True
    if one[:_FEWEST] != other[:_FEWEST]:
        return frozenset((one, other)) in _IRREGULAR
    shorter = min(len(one), len(other))
    shared = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    return shared >= _SHARED or (shared == shorter >= _FEWEST)
