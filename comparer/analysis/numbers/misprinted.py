"""Long figures that are the same but for one digit: "$3,412.60" and "$3,512.60"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from comparer.analysis.report import Quantity

# Of so many digits hardly two figures of one article are alike by chance.
_FEWEST_DIGITS = 5


def misprinted(left: Sequence[Quantity], right: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Yield the positions, left and right, of exact figures of one unit that differ in one digit or two exchanged ones.

    Figures that both sides give are no misprints, and a last digit more or less is another count.
    """
    ours, theirs = _long_figures(left), _long_figures(right)
    known = {figure for figure in ours.values() if figure in theirs.values()}
    for one, (unit, digits) in ours.items():
        for other, (measured, found) in theirs.items():
            slip = unit == measured and len(digits) == len(found) and OSA.distance(digits, found, score_cutoff=1) == 1
            if slip and digits[:-1] != found[:-1] and not {ours[one], theirs[other]} & known:
                yield one, other


def _long_figures(quantities: Sequence[Quantity]) -> dict[int, tuple[str, str]]:
    """The unit and the digits of each exact figure that is long enough, zeros at its end left out."""
    found = {}
    for place, each in enumerate(quantities):
        if each.form == "exact" and each.low is not None and each.low == each.high and each.step:
            digits = str(round(abs(each.low) / each.step))
            if len(digits.rstrip("0")) >= _FEWEST_DIGITS:
                found[place] = each.unit, digits
    return found
