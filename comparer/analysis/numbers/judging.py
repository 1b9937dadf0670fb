"""Numbers that differ: a contradiction, news that grew, a sum of the other side's parts, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from comparer.analysis.around import sentence_around
from comparer.analysis.numbers.among_many import are_of_others, is_only_sum, stands_out
from comparer.analysis.numbers.growth import Side, is_later_count, other_days
from comparer.analysis.numbers.intervals import ends_of, named_end, out_of_reach, relate, unit_of
from comparer.analysis.numbers.sameness import Fit, fit
from comparer.analysis.numbers.sides import are_of_two_sides
from comparer.analysis.numbers.sums import Passage, reason_to_agree
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity, Time

QuantityVerdict = Literal["same", "compatible", "conflict", "update"]

LEAST_TO_CONTRADICT = 0.38
# Of a sure pair less is asked, where the numbers are the only ones: the same told with another verb.
_CLOSE, _TRUST = 0.45, 0.6
# Of the only sums of money of nearly one size nothing more is asked than a pair as sure as this.
_COUNTERPARTS = 0.4
_LEAST_IMPLIED = 0.8
_DOUBTED = 0.6
_AS_WELL = 0.8
_CROWD = 3
_LIMITS = ("until", "by", "before")
_TENTH, _THIRD = 0.1, 0.35
_FAR, _APART = 0.5, 0.7
_SMALL, _NOT_FAR = 10, 0.85
_COARSE = ("month", "season", "year", "decade")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`agreeing`: fit of the best number of the other article that agrees; `values`: how many numbers it has in the same role, a crowd at most."""

    agreeing: float
    values: int


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
    left_article_times: Sequence[Time] = ()
    right_article_times: Sequence[Time] = ()
    closeness: float = 0.0
    """How surely the two passages tell the same, 0 to 1: the score of their pair."""
    matched: bool = True
    """The two passages are counterparts, and do not only seem to be."""
    among_many: bool = False
    """The passages are two of many in two whole articles, and were not handed in as a pair."""
    retold: bool = False
    """Of these many they tell one thing in much the same words."""
    memory: dict[tuple[str, int], Elsewhere] = field(default_factory=dict, compare=False)
    """What was found of a number in the other article, by side and start; share it among the pairs of two articles."""


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
    sole: bool,
    context: QuantityContext,
    words: NumberWords,
) -> Judgement | None:
    """Return what follows from two numbers that cannot both be true; None where nothing does.

    `passages` are all quantities of the left and of the right passage; `sole`:
    there is nothing else in them that the two numbers could be set against.
    """
    left, right = passages
    reason = reason_to_agree(ours, theirs, Passage(left, context.left_text), Passage(right, context.right_text), words)
    if reason is not None:
        return Judgement("compatible", fitting.score, reason)
    if context.among_many and not _may_be_told(ours, theirs, context, words):
        return None
    if are_of_two_sides(sentence_around(context.left_text, ours), sentence_around(context.right_text, theirs), words):
        return None
    least = _LEAST_IMPLIED if "implied" in (ours.form, theirs.form) else LEAST_TO_CONTRADICT
    if "implied" not in (ours.form, theirs.form) and sole:
        least -= _TRUST * max(0.0, context.closeness - _CLOSE)
    if context.matched and context.closeness >= _COUNTERPARTS and is_only_sum(ours, theirs, passages, words):
        least = 0.0
    judged = (
        None if fitting.equal_only or _other_times(context) else _contradiction(ours, theirs, fitting, context, words)
    )
    return judged if judged is not None and judged.score >= least else None


def _may_be_told(ours: Quantity, theirs: Quantity, context: QuantityContext, words: NumberWords) -> bool:
    if are_of_others(ours, theirs, words):
        return False
    return context.retold or stands_out(ours, theirs, matched=context.matched, words=words)


def _contradiction(
    ours: Quantity, theirs: Quantity, fitting: Fit, context: QuantityContext, words: NumberWords
) -> Judgement | None:
    """Look for the numbers elsewhere in the other article: if they are there, the two passages count different things."""
    score = fitting.score * distance(ours, theirs, words)
    left, right = _remembered("left", ours, context, words), _remembered("right", theirs, context, words)
    if max(left.agreeing, right.agreeing) >= _AS_WELL * fitting.score:
        return None
    crowded = max(left.values, right.values) >= _CROWD
    if _is_quoted_daily(ours, words) and other_days(_side("left", context), _side("right", context)):
        return Judgement("update", score, "they are of different days")
    if is_later_count(ours, theirs, _side("left", context), _side("right", context), words):
        note = "they were counted at different times, so both may have been true when told"
        return Judgement("update", score * (_DOUBTED if crowded else 1.0), note)
    if left.agreeing or right.agreeing:
        side = "Right" if left.agreeing >= right.agreeing else "Left"
        return Judgement("conflict", score * _DOUBTED, f"elsewhere {side} gives the other number too")
    return Judgement("conflict", score * (_DOUBTED if crowded else 1.0))


def _is_quoted_daily(quantity: Quantity, words: NumberWords) -> bool:
    """True for what is another every day: prices for each, temperatures."""
    dimension = unit_of(quantity, words).dimension
    return dimension == "temperature" or (dimension.startswith("money") and "/" in quantity.unit)


def _side(side: Literal["left", "right"], context: QuantityContext) -> Side:
    if side == "left":
        return Side(context.left_text, context.left_published, context.left_times, context.left_article_times)
    return Side(context.right_text, context.right_published, context.right_times, context.right_article_times)


def distance(ours: Quantity, theirs: Quantity, words: NumberWords) -> float:
    """Lower the further apart the numbers are, 1 to 0.5: reports of one thing rarely differ by a factor of ten, but one is soon four."""
    if ours.unit == "score":
        return 1.0
    small, large = sorted(abs(named_end(ends_of(each, words))) for each in (ours, theirs))
    ratio = small / large if large else 1.0
    if small == 0:
        return 1.0
    if large <= _SMALL and ours.unit in ("person", "count") and ratio < _THIRD:
        return _NOT_FAR
    return _FAR if ratio < _TENTH else _APART if ratio < _THIRD else 1.0


def _remembered(
    side: Literal["left", "right"], quantity: Quantity, context: QuantityContext, words: NumberWords
) -> Elsewhere:
    key = side, quantity.start
    if key not in context.memory:
        other = context.right_article if side == "left" else context.left_article
        context.memory[key] = _elsewhere(quantity, other, words)
    return context.memory[key]


def _elsewhere(quantity: Quantity, article: Sequence[Quantity], words: NumberWords) -> Elsewhere:
    agreeing = 0.0
    values: set[tuple[float | None, float | None]] = set()
    for other in article:
        counts = len(values) < _CROWD and other.role == quantity.role
        agrees = _agree(quantity, other, words)
        fitting = fit(quantity, other, words) if counts or agrees else None  # the dear question only where it matters
        if fitting is None or fitting.score < LEAST_TO_CONTRADICT:
            continue
        if counts:
            values.add((other.low, other.high))
        if agrees:
            agreeing = max(agreeing, fitting.score)
    return Elsewhere(agreeing, len(values))


def _agree(quantity: Quantity, other: Quantity, words: NumberWords) -> bool:
    """Equal, or in the same telling role and compatible."""
    if unit_of(quantity, words).dimension != unit_of(other, words).dimension:
        return False
    relation = relate(quantity, other, words)
    rule = words.role_rules.get(quantity.role or "")
    same_role = rule is not None and rule.apart and quantity.role == other.role
    return relation == "equal" or (same_role and relation != "apart" and not out_of_reach(quantity, other, words))


def _other_times(context: QuantityContext) -> bool:
    """True where the passages speak of other months or years, or one of a month and one of a year."""
    if _more_days(context.left_times, context.right_times) or _more_days(context.right_times, context.left_times):
        return True
    left, right = _periods(context.left_times), _periods(context.right_times)
    if not left or not right:
        return False
    if {time.bound in _LIMITS for time in left} ^ {time.bound in _LIMITS for time in right}:
        return True
    if not {time.precision for time in left} & {time.precision for time in right}:
        return True
    dated = [(a, b) for a in left for b in right if a.earliest and b.earliest and a.latest and b.latest]
    return bool(dated) and all(
        (a.latest or "") < (b.earliest or "") or (b.latest or "") < (a.earliest or "") for a, b in dated
    )


def _more_days(many: Sequence[Time], few: Sequence[Time]) -> bool:
    """True where the one counts over more days than the other: "on Friday and Saturday" and "on Friday"."""
    ours, theirs = ({time.weekday for time in times if time.weekday is not None} for times in (many, few))
    return bool(theirs) and theirs < ours


def _periods(times: Sequence[Time]) -> list[Time]:
    """The times that name a month or more; days are left to the comparison of dates."""
    return [time for time in times if time.precision in _COARSE and not time.of_saying]
