"""Ages of persons with a name: everybody has one, wherever in an article it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comparer.analysis.numbers.words import THEN
from comparer.analysis.report import Quantity

_FULL = 2
_MOST = 200
_ALMOST = 1.0


def differing_ages(
    left: Sequence[Quantity], right: Sequence[Quantity], *, same_day: bool
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the ages that two articles give of one person and that differ; of each person the first.

    One side at least has the full name. Where nobody else in the articles has the last name, it stands for
    the full one. `same_day`: no birthday can lie between the articles.
    """
    ours, theirs = _ages(left), _ages(right)
    for surname in [name for name in ours if name in theirs]:
        mine, yours = ours[surname], theirs[surname]
        if _one_person([*mine, *yours]) and not {each.low for each in mine} & {each.low for each in yours}:
            apart = abs((mine[0].low or 0.0) - (yours[0].low or 0.0))
            if apart > _ALMOST or same_day:
                yield mine[0], yours[0]


def _ages(quantities: Sequence[Quantity]) -> dict[str, list[Quantity]]:
    """The ages told of names, by last name; not those of an earlier time."""
    found: dict[str, list[Quantity]] = {}
    named = [each for each in quantities if each.unit == "age" and each.form == "exact" and _names(each)]
    for quantity in named[:_MOST]:
        if quantity.role != THEN:
            found.setdefault(_names(quantity)[-1].lower(), []).append(quantity)
    return found


def _one_person(ages: Sequence[Quantity]) -> bool:
    """True where the names can be one, and one at least is full."""
    full = {tuple(_names(each)) for each in ages if len(_names(each)) >= _FULL}
    return bool(full) and all(one[0] == other[0] or one[:-1] == other[:-1] for one in full for other in full)


def _names(quantity: Quantity) -> list[str]:
    """The words of the name whose age it is; none where it is told of a noun."""
    words = (quantity.measures or "").split()
    return words if words and all(word[:1].isupper() for word in words) else []
