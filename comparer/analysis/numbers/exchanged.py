"""Figures that change places: "sold eight players and bought three", "bought eight players and sold three"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from comparer.analysis.numbers.sameness import fit, names_its_role
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity

_MOST = 6


def exchanged_roles(
    left: Sequence[Quantity], right: Sequence[Quantity], words: NumberWords
) -> Iterator[tuple[int, int]]:
    """Yield the positions, left and right, of what is in one role but has the other's number.

    Both numbers stand on both sides, each in one role only.
    """
    ours, theirs = _firm(left, words), _firm(right, words)
    if len(ours) > _MOST or len(theirs) > _MOST:
        return
    for one, other in permutations(ours, 2):
        for same, crossed in permutations(theirs, 2):
            if _change_places(left[one], left[other], right[same], right[crossed], words):
                yield one, same


def _firm(quantities: Sequence[Quantity], words: NumberWords) -> list[int]:
    """Where the exact numbers stand in a role that is told of them."""
    exact = [place for place, each in enumerate(quantities) if each.form == "exact" and each.low == each.high]
    return [place for place in exact if quantities[place].role and not names_its_role(quantities[place], words)]


def _change_places(one: Quantity, other: Quantity, same: Quantity, crossed: Quantity, words: NumberWords) -> bool:
    """True where `same` does what `one` does with the number of `other`, and `crossed` has the number of `one`."""
    if one.low == other.low or (one.low, other.low) != (crossed.low, same.low):
        return False
    roles = _role(one, words), _role(other, words), _role(same, words), _role(crossed, words)
    if roles[0] != roles[2] or roles[0] in (roles[1], roles[3]):
        return False
    # "28 carried the virus", "it was found in 62": the other role may be told in other words where all count the same.
    alike = len({each.head for each in (one, other, same, crossed)}) == 1
    return (roles[1] == roles[3] or alike) and fit(one, same, words) is not None


def _role(quantity: Quantity, words: NumberWords) -> str:
    """The role, for people too: those who are bought are in the role of what is bought."""
    role = quantity.role or ""
    rules = words.roles_of.get(role) or words.roles_of_verbs.get(role)
    return role if role in words.role_rules or not rules else rules[0].name
