"""All of them against some of them: "all 14 were saved", "eleven of the 14 were saved", "both men" and "one of the two"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from comparer.analysis.report import Quantity

_ALL = re.compile(r"\b(?:all|every one) (?:of )?(?:the |its |their |his |her )?$", re.IGNORECASE)
_BOTH = re.compile(r"both\b|all (?:of )?(?:the )?", re.IGNORECASE)
_OF = re.compile(r"^ of [^.,;:!?\n]{0,30}$")
_BEFORE = 20
_HUNDRED = 100.0
SHARES = ("%", "share")


def all_against_some(
    left: Sequence[Quantity], right: Sequence[Quantity], *, left_text: str, right_text: str
) -> Iterator[tuple[int, int, int]]:
    """Yield (all, some, whole): positions of "all 14" in `left`, and of the "eleven" and the "14" of "eleven of the 14" in `right`.

    The texts are those that the offsets count in. Both are in one role, or the one has none.
    """
    for place, whole in enumerate(left):
        if whole.part is not None or not _is_all(whole, left_text):
            continue
        if any(other.low == whole.low and _is_all(other, right_text) for other in right):
            continue
        for some, (part, total) in enumerate(pairwise(right)):
            named = _OF.match(right_text[part.end : total.start]) is not None
            fewer = total.low == whole.low and part.high is not None and part.high < (whole.low or 0.0)
            if named and fewer and part.role == whole.role and total.role in (None, part.role):
                yield place, some, some + 1


def as_share(part: Quantity, passage: Sequence[Quantity]) -> Quantity:
    """Return `part` in percent where it is taken out of a whole of the same things in its passage, or else as it is."""
    if part.part != "of" or part.form != "exact" or part.low is None or part.unit not in ("person", "count"):
        return part
    exact = (each for each in passage if each.form == "exact" and each.low == each.high and each.unit == part.unit)
    whole = next((each for each in exact if each.head == part.head and (each.low or 0.0) > (part.high or 0.0)), None)
    if whole is None or whole.low is None:
        return part
    percent = round(_HUNDRED * part.low / whole.low, 1)
    return replace(part, unit="%", low=percent, high=percent, step=1.0, part=None)


def _is_all(quantity: Quantity, text: str) -> bool:
    if quantity.form != "exact" or quantity.unit not in ("person", "count") or quantity.low != quantity.high:
        return False
    before = text[max(0, quantity.start - _BEFORE) : quantity.start]
    return _ALL.search(before) is not None or _BOTH.match(text, quantity.start) is not None
