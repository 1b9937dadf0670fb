"""Numbers that differ: a contradiction, news that grew, a sum of the other side's parts, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from comparer.analysis.numbers.intervals import relate
from comparer.analysis.numbers.sameness import Fit, fit
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity, Time

QuantityVerdict = Literal["same", "compatible", "conflict", "update"]

LEAST_TO_CONTRADICT = 0.42
_LEAST_IMPLIED = 0.6
_ECHOED = 0.6
_MOST_PARTS = 8
_COARSE = ("month", "season", "year", "decade")


@dataclass(frozen=True, slots=True)
class QuantityContext:
    """What else decides: both articles' texts and dates, the times in the passages, all quantities of the articles."""

    left_text: str
    right_text: str
    left_published: str | None = None
    right_published: str | None = None
    left_times: Sequence[Time] = ()
    right_times: Sequence[Time] = ()
    left_article: Sequence[Quantity] = ()
    right_article: Sequence[Quantity] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """`note` explains a verdict that the two numbers alone do not show."""

    verdict: QuantityVerdict
    score: float
    note: str = ""


def judge_apart(
    ours: Quantity,
    theirs: Quantity,
    fitting: Fit,
    *,
    passages: tuple[Sequence[Quantity], Sequence[Quantity]],
    context: QuantityContext,
    words: NumberWords,
) -> Judgement | None:
    """Return what follows from two numbers that cannot both be true; None where nothing does.

    `passages` are all quantities of the left and of the right passage.
    """
    left, right = passages
    if adds_up(theirs, left, words):
        return Judgement("compatible", fitting.score, "the numbers of Left add up to that of Right")
    if adds_up(ours, right, words):
        return Judgement("compatible", fitting.score, "the numbers of Right add up to that of Left")
    least = _LEAST_IMPLIED if "implied" in (ours.form, theirs.form) else LEAST_TO_CONTRADICT
    if fitting.equal_only or fitting.score < least or _other_times(context):
        return None
    if _grew(ours, theirs, context, words):
        return Judgement("update", fitting.score, "the later report counts more, so the toll may have risen in between")
    return _contradiction(ours, theirs, fitting.score, context, words)


def _contradiction(
    ours: Quantity, theirs: Quantity, score: float, context: QuantityContext, words: NumberWords
) -> Judgement | None:
    """An article that gives the other side's number too, elsewhere, contradicts it less."""
    echoed_left = _echoed(ours, context.right_article, words)
    echoed_right = _echoed(theirs, context.left_article, words)
    implied = "implied" in (ours.form, theirs.form)
    if (echoed_left and echoed_right) or (implied and (echoed_left or echoed_right)):
        return None
    if echoed_left or echoed_right:
        side = "Right" if echoed_left else "Left"
        return Judgement("conflict", score * _ECHOED, f"elsewhere {side} gives the other number too")
    return Judgement("conflict", score)


def adds_up(total: Quantity, many: Sequence[Quantity], words: NumberWords) -> bool:
    """True where the numbers of one passage in the role of `total` add up to it: two guards and two guests, four people."""
    parts = [
        each for each in many if each.unit == total.unit and each.role == total.role and each.part is None and each.role
    ]
    if not 2 <= len(parts) <= _MOST_PARTS or total.unit not in ("person", "count"):
        return False
    low = None if any(part.low is None for part in parts) else sum(part.low or 0.0 for part in parts)
    high = None if any(part.high is None for part in parts) else sum(part.high or 0.0 for part in parts)
    firm = all(part.form in ("exact", "implied") for part in parts)
    together = replace(parts[0], low=low, high=high, form="exact" if firm else "approximate")
    return relate(together, total, words) in ("equal", "hedge")


def _echoed(quantity: Quantity, article: Sequence[Quantity], words: NumberWords) -> bool:
    """True where the other article gives this very number for the same thing somewhere."""
    return any(
        fitting.score >= LEAST_TO_CONTRADICT and relate(quantity, other, words) == "equal"
        for other, fitting in _fitting(quantity, article, words)
    )


def _fitting(quantity: Quantity, article: Sequence[Quantity], words: NumberWords) -> Iterator[tuple[Quantity, Fit]]:
    for other in article:
        fitting = fit(quantity, other, words)
        if fitting is not None:
            yield other, fitting


def _grew(ours: Quantity, theirs: Quantity, context: QuantityContext, words: NumberWords) -> bool:
    """True where the role is a toll, the reports are of different days, and the later one has the larger number."""
    rule = words.role_rules.get(ours.role or "") or words.role_rules.get(theirs.role or "")
    if rule is None or not rule.cumulative or not context.left_published or not context.right_published:
        return False
    if context.left_published[:10] == context.right_published[:10]:
        return False
    earlier, later = (ours, theirs) if context.left_published < context.right_published else (theirs, ours)
    return (later.low or 0.0) > (earlier.low or 0.0)


def _other_times(context: QuantityContext) -> bool:
    """True where the passages speak of different months or years: unemployment in March and in June."""
    left, right = _spans(context.left_times), _spans(context.right_times)
    return bool(left and right) and all(a[1] < b[0] or b[1] < a[0] for a in left for b in right)


def _spans(times: Sequence[Time]) -> list[tuple[str, str]]:
    """The coarse times as (earliest, latest); days are left to the comparison of dates."""
    return [
        (time.earliest, time.latest)
        for time in times
        if time.earliest and time.latest and time.precision in _COARSE and not time.of_saying
    ]
