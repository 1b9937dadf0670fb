"""Numbers of whole articles: among their many figures some always fit, and a contradiction must stand out."""

from __future__ import annotations

from collections.abc import Sequence

from comparer.analysis.numbers.intervals import ends_of, named_end, unit_of
from comparer.analysis.numbers.ranks import RANK
from comparer.analysis.numbers.sameness import alike_in_size
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity

_NEAR, _OF_ONE_SIZE = 0.6, 0.75


def stands_out(ours: Quantity, theirs: Quantity, *, matched: bool, words: NumberWords) -> bool:
    """Return whether a difference between these two may be told of two articles.

    Where the passages only may be counterparts (`matched` false), both numbers
    must be large and nearly one size. A bare figure counts nothing that could
    be compared. Points, yards and seasons are counted of every player of a
    match: they must be near in size, and one name must stand near both.
    """
    if not matched and not alike_in_size(ours, theirs, words):
        return False
    if _is_bare(ours) or _is_bare(theirs) or ours.unit == RANK.name:
        return False
    if _is_of_contest(ours, words) or _is_of_contest(theirs, words):
        return _of_one_name(ours, theirs) and near_in_size(ours, theirs, words)
    return True


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
    if ours.unit == "score":
        return True
    small, large = sorted(abs(named_end(ends_of(each, words))) for each in (ours, theirs))
    return small >= _NEAR * large


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
    small, large = sorted(abs(named_end(ends_of(each, words))) for each in (ours, theirs))
    return small >= _OF_ONE_SIZE * large
