"""Numbers that differ: a contradiction, news that grew, a sum of the other side's parts, or nothing at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from comparer.analysis.numbers.intervals import ends_of, named_end, out_of_reach, relate, unit_of
from comparer.analysis.numbers.sameness import Fit, fit
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity, Time

QuantityVerdict = Literal["same", "compatible", "conflict", "update"]

LEAST_TO_CONTRADICT = 0.38
# Of a sure pair less is asked, where the numbers are the only ones: the same told with another verb.
_CLOSE, _TRUST = 0.45, 0.6
_LEAST_IMPLIED = 0.8
_DOUBTED = 0.6
_AS_WELL = 0.8
_CROWD = 3
_MOST_PARTS = 8
_TENTH, _THIRD = 0.1, 0.35
_FAR, _APART = 0.5, 0.7
_DAYS = ("day", "part of day", "hour", "minute")
_COARSE = ("month", "season", "year", "decade")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`agreeing`: fit of the best number of the other article that agrees; `values`: how many numbers it has in the same role."""

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
    if adds_up(theirs, left, words):
        return Judgement("compatible", fitting.score, "the numbers of Left add up to that of Right")
    if adds_up(ours, right, words):
        return Judgement("compatible", fitting.score, "the numbers of Right add up to that of Left")
    least = _LEAST_IMPLIED if "implied" in (ours.form, theirs.form) else LEAST_TO_CONTRADICT
    if "implied" not in (ours.form, theirs.form) and sole:
        least -= _TRUST * max(0.0, context.closeness - _CLOSE)
    judged = (
        None if fitting.equal_only or _other_times(context) else _contradiction(ours, theirs, fitting, context, words)
    )
    return judged if judged is not None and judged.score >= least else None


def _contradiction(
    ours: Quantity, theirs: Quantity, fitting: Fit, context: QuantityContext, words: NumberWords
) -> Judgement | None:
    """Look for the numbers elsewhere in the other article: if they are there, the two passages count different things."""
    score = fitting.score * distance(ours, theirs, words)
    left, right = _remembered("left", ours, context, words), _remembered("right", theirs, context, words)
    if max(left.agreeing, right.agreeing) >= _AS_WELL * fitting.score:
        return None
    crowded = max(left.values, right.values) >= _CROWD
    if _grew(ours, theirs, context, words):
        note = "the later report counts more, so the toll may have risen in between"
        return Judgement("update", score * (_DOUBTED if crowded else 1.0), note)
    if left.agreeing or right.agreeing:
        side = "Right" if left.agreeing >= right.agreeing else "Left"
        return Judgement("conflict", score * _DOUBTED, f"elsewhere {side} gives the other number too")
    return Judgement("conflict", score * (_DOUBTED if crowded else 1.0))


def distance(ours: Quantity, theirs: Quantity, words: NumberWords) -> float:
    """Lower the further apart the numbers are, 1 to 0.5: reports of one thing rarely differ by a factor of ten."""
    if ours.unit == "score":
        return 1.0
    small, large = sorted(abs(named_end(ends_of(each, words))) for each in (ours, theirs))
    ratio = small / large if large else 1.0
    if small == 0:
        return 1.0
    return _FAR if ratio < _TENTH else _APART if ratio < _THIRD else 1.0


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
        fitting = fit(quantity, other, words)
        if fitting is None or fitting.score < LEAST_TO_CONTRADICT:
            continue
        if other.role == quantity.role:
            values.add((other.low, other.high))
        if _agree(quantity, other, words):
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


def _grew(ours: Quantity, theirs: Quantity, context: QuantityContext, words: NumberWords) -> bool:
    """True where the role is a toll, the reports are of different days, and the later one has the larger number."""
    rule = words.role_rules.get(ours.role or "") or words.role_rules.get(theirs.role or "")
    cumulative = rule is not None and rule.cumulative
    days = _as_of(context, cumulative=cumulative) or (_days_later(context) if cumulative else 0)
    earlier, later = (ours, theirs) if days > 0 else (theirs, ours)
    return days != 0 and (later.low or 0.0) > (earlier.low or 0.0)


def _as_of(context: QuantityContext, *, cumulative: bool) -> int:
    """Return whether the right passage counts up to a later day (above 0) or an earlier one (below 0); 0 if neither shows.

    "By Monday evening 40, by Wednesday 52": the days are when it was counted.
    """
    left = [t for t in context.left_times if t.precision in _DAYS]
    right = [t for t in context.right_times if t.precision in _DAYS]
    if len(left) != 1 or len(right) != 1 or not (cumulative or {left[0].bound, right[0].bound} & {"until", "before"}):
        return 0
    ours, theirs = left[0], right[0]
    if ours.earliest and theirs.earliest:
        return (theirs.earliest > ours.earliest) - (theirs.earliest < ours.earliest)
    if ours.month_day and theirs.month_day:
        return (theirs.month_day > ours.month_day) - (theirs.month_day < ours.month_day)
    if ours.weekday is None or theirs.weekday is None:
        return 0
    return (theirs.weekday - ours.weekday + 3) % 7 - 3


def _days_later(context: QuantityContext) -> int:
    """Return whether the right article is later (above 0), earlier (below 0), or of the same or an unknown day (0)."""
    if context.left_published and context.right_published:
        left, right = context.left_published[:10], context.right_published[:10]
        return (right > left) - (right < left)
    left_day = _weekday(context.left_published, context.left_article_times)
    right_day = _weekday(context.right_published, context.right_article_times)
    if left_day is None or right_day is None:
        return 0
    # Reports of one event are days apart, not weeks: from Friday to Monday is later, from Monday to Friday earlier.
    return (right_day - left_day + 3) % 7 - 3


def _weekday(published: str | None, times: Sequence[Time]) -> int | None:
    """The weekday of publication, or else the one that the article names most often."""
    if published:
        return date.fromisoformat(published[:10]).weekday()
    named = Counter(time.weekday for time in times if time.weekday is not None)
    return named.most_common(1)[0][0] if named else None


def _other_times(context: QuantityContext) -> bool:
    """True where the passages speak of other months or years, or one of a month and one of a year."""
    left, right = _periods(context.left_times), _periods(context.right_times)
    if not left or not right:
        return False
    if not {time.precision for time in left} & {time.precision for time in right}:
        return True
    dated = [(a, b) for a in left for b in right if a.earliest and b.earliest and a.latest and b.latest]
    return bool(dated) and all(
        (a.latest or "") < (b.earliest or "") or (b.latest or "") < (a.earliest or "") for a, b in dated
    )


def _periods(times: Sequence[Time]) -> list[Time]:
    """The times that name a month or more; days are left to the comparison of dates."""
    return [time for time in times if time.precision in _COARSE and not time.of_saying]
