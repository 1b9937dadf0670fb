"""Numbers of whole articles: among their many figures some always fit, and a contradiction must stand out."""

from __future__ import annotations

from collections.abc import Sequence

from comparer.analysis.numbers.intervals import ends_of, named_end, unit_of
from comparer.analysis.numbers.ranks import RANK
from comparer.analysis.numbers.sameness import alike_in_size
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity

_OF_ONE_QUAKE = 1.0
_MEASURES = {"length", "mass", "area", "volume", "speed", "power", "temperature"}
_NEAR, _OF_ONE_SIZE, _NEARLY_EQUAL = 0.6, 0.75, 0.9


def stands_out(ours: Quantity, theirs: Quantity, *, matched: bool, words: NumberWords) -> bool:
    """Return whether a difference between these two may be told of two articles.

    Where the passages only may be counterparts (`matched` false), both numbers
    must be large and nearly one size. A bare figure counts nothing that could
    be compared. Points, yards and seasons are counted of every player of a
    match, again and again: they must be near in size, or nearly equal with
    one name near both. Two results must share a figure.
    """
    if not matched and not alike_in_size(ours, theirs, words):
        return False
    if _is_bare(ours) or _is_bare(theirs) or ours.unit == RANK.name:
        return False
    if _is_of_contest(ours, words) or _is_of_contest(theirs, words):
        return _of_one_player(ours, theirs, words)
    return True


def are_of_others(ours: Quantity, theirs: Quantity, words: NumberWords) -> bool:
    """Return whether these are the points of two players, or the magnitudes of two quakes."""
    if ours.unit == theirs.unit == "magnitude":
        return abs((ours.low or 0.0) - (theirs.low or 0.0)) > _OF_ONE_QUAKE
    if not (ours.actor and theirs.actor and (_is_of_contest(ours, words) or _is_of_contest(theirs, words))):
        return False
    return set(ours.actor.split()).isdisjoint(theirs.actor.split())


def _of_one_player(ours: Quantity, theirs: Quantity, words: NumberWords) -> bool:
    if ours.unit == theirs.unit == "score":
        return _of_one_name(ours, theirs) and bool({ours.low, ours.high} & {theirs.low, theirs.high})
    if ours.actor and theirs.actor:
        return near_in_size(ours, theirs, words)
    return _of_one_name(ours, theirs) and _ratio(ours, theirs, words) >= _NEARLY_EQUAL


def _is_bare(quantity: Quantity) -> bool:
    return quantity.unit == "count" and not quantity.head and quantity.role is None


def _is_of_contest(quantity: Quantity, words: NumberWords) -> bool:
    if quantity.head in words.contest or quantity.unit in words.contest:
        return True
    return quantity.unit == "score"


def _of_one_name(ours: Quantity, theirs: Quantity) -> bool:
    names = [{word for word in each.about if word[:1].isupper()} for each in (ours, theirs)]
    return bool(names[0] & names[1])


def near_in_size(ours: Quantity, theirs: Quantity, words: NumberWords) -> bool:
    """Return whether the smaller is more than half as large as the other: two tellings of one thing rarely lie further apart."""
    return ours.unit == "score" or _ratio(ours, theirs, words) >= _NEAR


def _ratio(ours: Quantity, theirs: Quantity, words: NumberWords) -> float:
    """Return what part of the larger number the smaller is, 0 to 1; 1 where both are nought."""
    small, large = sorted(abs(named_end(ends_of(each, words))) for each in (ours, theirs))
    return small / large if large else 1.0


def is_only_sum(
    ours: Quantity, theirs: Quantity, passages: tuple[Sequence[Quantity], Sequence[Quantity]], words: NumberWords
) -> bool:
    """Return whether each is the only sum of money of its passage, and both are exact and nearly of one size.

    Two reports of one thing name the sum in whatever words; ages, lengths and times are told of many things.
    """
    kind = unit_of(ours, words).dimension
    if not kind.startswith("money") or not ours.form == theirs.form == "exact":
        return False
    if any(sum(unit_of(each, words).dimension.startswith("money") for each in side) != 1 for side in passages):
        return False
    return _ratio(ours, theirs, words) >= _OF_ONE_SIZE


def is_only_measure(
    ours: Quantity, theirs: Quantity, passages: tuple[Sequence[Quantity], Sequence[Quantity]], words: NumberWords
) -> bool:
    """Return whether each is the only measure of its kind in its passage, exact, nearly of one size and of one named thing.

    Who sets two short texts side by side means one thing: a stage that covers 214 kilometres, or has riders face 164.
    """
    kind = unit_of(ours, words).dimension
    if kind not in _MEASURES or not ours.form == theirs.form == "exact":
        return False
    if any(sum(unit_of(each, words).dimension == kind for each in side) != 1 for side in passages):
        return False
    return _of_one_name(ours, theirs) and _ratio(ours, theirs, words) >= _OF_ONE_SIZE
