"""Whether two intervals can both be true, and in what they differ if only in form.

Conventions, in one place:

=============  =======================================================================
equal          both ends the same, in the same unit
other unit     ends overlap after conversion, each widened by half its last digit, at most a tenth
rounding       the coarser of two firm numbers is the finer one rounded, and close
hedge          the intervals share at least one value, or touch at an open end
score          equal only if both numbers are: 3-1 is not 2-1
vague          "dozens", "several hundred": apart only beyond half as much again
apart          none of these: both cannot be true
=============  =======================================================================
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from comparer.analysis.numbers.words import NumberWords, Unit
from comparer.analysis.report import Quantity

Relation = Literal["equal", "other unit", "rounding", "hedge", "vague", "apart"]

# Newspapers round 11,870 to 12,000 (1 %) and 3.4 to 3 percent, but nobody rounds 12 to 10.
_CLOSE = 0.05
_CLOSE_IN_DECIMALS = 0.15
_SMALLEST_ROUNDED = 100.0
_VAGUE_LEEWAY = 1.5
_BOUND_REACH = 5.0
# Nobody calls 18 months two years.
_LARGEST_SLACK = 0.1
_SAME = 1e-9
_FIRM = ("exact", "implied")


@dataclass(frozen=True, slots=True)
class Ends:
    """Both ends in the base unit of the dimension; `slack` is half the last digit."""

    low: float
    high: float
    low_inclusive: bool
    high_inclusive: bool
    slack: float


def relate(left: Quantity, right: Quantity, words: NumberWords) -> Relation:
    """Return how the intervals stand to each other; the units must be of one dimension."""
    ours, theirs = ends_of(left, words), ends_of(right, words)
    # "A handful" beside "two men": the one does not say what it counts, which is no other unit.
    one_unit = left.unit == right.unit or {left.unit, right.unit} == {"person", "count"}
    if one_unit and _equal(ours, theirs):
        return "equal"
    if not one_unit and _meet(ours, theirs, ours.slack + theirs.slack):
        return "other unit"
    if left.unit == "score" or (left.form in _FIRM and right.form in _FIRM):
        return "rounding" if _rounded(left, right) or _rounded(right, left) else "apart"
    if _meet(ours, theirs, 0.0):
        return "vague" if "vague" in (left.form, right.form) else "hedge"
    if "vague" in (left.form, right.form) and _gap(ours, theirs) <= _VAGUE_LEEWAY:
        return "vague"
    return "apart"


def out_of_reach(left: Quantity, right: Quantity, words: NumberWords) -> bool:
    """True where only an open end lets them meet, far away: "at least 3" and 400 hardly measure one thing."""
    ours, theirs = ends_of(left, words), ends_of(right, words)
    small, large = sorted((abs(named_end(ours)), abs(named_end(theirs))))
    return "bound" in (left.form, right.form) and large > _BOUND_REACH * max(small, 1.0)


def ends_of(quantity: Quantity, words: NumberWords) -> Ends:
    """Return the ends in the base unit (miles become metres, shares percent)."""
    inclusive = quantity.low_inclusive, quantity.high_inclusive
    return _ends(quantity.low, quantity.high, inclusive, quantity.step, unit_of(quantity, words))


@lru_cache(maxsize=4096, typed=True)
def _ends(bottom: float | None, top: float | None, inclusive: tuple[bool, bool], step: float, unit: Unit) -> Ends:
    low = -math.inf if bottom is None else (bottom + unit.offset) * unit.factor
    high = math.inf if top is None else (top + unit.offset) * unit.factor
    slack = min(0.5 * step * unit.factor, _LARGEST_SLACK * abs(_nearest_zero(low, high)))
    return Ends(low, high, *inclusive, slack)


def _nearest_zero(low: float, high: float) -> float:
    return min((end for end in (low, high) if math.isfinite(end)), key=abs, default=0.0)


def unit_of(quantity: Quantity, words: NumberWords) -> Unit:
    """Return the unit without its rate; money and counts are their own base."""
    name = quantity.unit.partition("/")[0]
    return words.units_by_name.get(name) or _own_base(name, money=name in words.currencies)


@lru_cache(maxsize=256)
def _own_base(name: str, *, money: bool) -> Unit:
    return Unit(name, f"money:{name}" if money else name)


def named_end(ends: Ends) -> float:
    """The number that the text names: the 40 of "up to 40" and of "at least 40"."""
    return ends.high if ends.low == 0 and math.isfinite(ends.high) else ends.low


def _equal(ours: Ends, theirs: Ends) -> bool:
    same_ends = math.isclose(ours.low, theirs.low, rel_tol=_SAME) and math.isclose(
        ours.high, theirs.high, rel_tol=_SAME
    )
    return (
        same_ends
        and ours.low_inclusive == theirs.low_inclusive
        and (ours.high_inclusive == theirs.high_inclusive or math.isinf(ours.high))
    )


def _meet(ours: Ends, theirs: Ends, slack: float) -> bool:
    """Share a value or touch: "more than 150" and "150" differ by their hedge only."""
    return ours.low <= theirs.high + slack and theirs.low <= ours.high + slack


def _gap(ours: Ends, theirs: Ends) -> float:
    """How many times larger the upper interval starts than the lower one ends."""
    lower, upper = sorted((ours, theirs), key=lambda ends: ends.low)
    return upper.low / lower.high if lower.high > 0 else math.inf


def _rounded(coarse: Quantity, fine: Quantity) -> bool:
    """True where `coarse` is `fine` rounded to its own last digit, and close to it."""
    rough, exact = coarse.low, fine.low
    if rough is None or exact is None or coarse.step <= fine.step or exact == 0:
        return False
    decimal = fine.step < 1 and coarse.unit not in ("person", "count")
    if not decimal and abs(rough) < _SMALLEST_ROUNDED:
        return False
    nearest = math.floor(exact / coarse.step + 0.5) * coarse.step
    close = _CLOSE_IN_DECIMALS if decimal else _CLOSE
    return math.isclose(nearest, rough, rel_tol=_SAME) and abs(rough - exact) <= close * abs(exact)
