"""Is the one number the later count of the same? Tolls grow, crowds come and go, votes are counted for hours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comparer.analysis.around import sentence_around
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity, Time

_DAYS = ("day", "part of day", "hour", "minute")
_HALF_A_WEEK = 3
_CASES = {"case", "infection"}
_AS_OF = re.compile(r"\bas (?:of|at)\s*$|\b(?:by|until|up to|till)\s*(?:the )?$", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:so far|thus far|to date|at first|initially|early (?:reports|figures|counts)|first (?:reports|figures)|earlier|"
    r"preliminary|provisional|had (?:said|put|reported|counted|spoken))\b",
    re.IGNORECASE,
)
_GROWN = re.compile(
    r"\b(?:ris(?:es|en|ing)|rose|climb(?:s|ed|ing)?|grow[ns]?|grew|swell(?:s|ed)?|swollen|jump(?:s|ed)?|up) (?:sharply |further |again )?(?:to|from)\b|"
    r"\b(?:has|have) (?:now|since)\b|\bis now\b|\bare now\b|\bnow (?:stands|stood|put|at)\b|\blatest (?:figures|count|toll)\b",
    re.IGNORECASE,
)
_REVISED = re.compile(r"\b(?:revis|correct|adjust|amend|downgrad|lowered|scaled back)", re.IGNORECASE)
_PART_COUNTED = re.compile(
    r"\b(?:ballots?|votes?|vote|precincts|districts|polling stations|returns|results)\b[^.\n]{0,20}\b(?:counted|declared|reported|reporting)\b"
    r"|\b(?:full|final|complete|first|early|partial|preliminary|provisional|official) (?:count|results?|tally|returns|figures|projections?)\b"
    r"|\bexit polls?\b",
    re.IGNORECASE,
)
_ALL_COUNTED = re.compile(r"\b(?:every|all|full|final|complete|100 percent|100%)\b", re.IGNORECASE)
_HOURS = {
    "dawn": 5, "daybreak": 5, "sunrise": 6, "breakfast": 8, "morning": 9, "noon": 12, "midday": 12, "lunchtime": 12, "afternoon": 15,
    "dusk": 18, "evening": 19, "sunset": 19, "nightfall": 20, "night": 22, "midnight": 24,
}  # fmt: skip
_PART_OF_DAY = re.compile(rf"\b({'|'.join(_HOURS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """One article: its text, its date, the times in the passage and in the whole of it."""

    text: str
    published: str | None
    times: Sequence[Time]
    article_times: Sequence[Time]


def is_later_count(ours: Quantity, theirs: Quantity, left: Side, right: Side, words: NumberWords) -> bool:
    """True where one of two numbers that differ may be the other one as counted later."""
    near_ours, near_theirs = sentence_around(left.text, ours), sentence_around(right.text, theirs)
    if _votes_being_counted(near_ours, near_theirs):
        return True
    rules = [rule for each in (ours, theirs) if (rule := words.role_rules.get(each.role or ""))]
    changing = any(rule.cumulative for rule in rules) or not {ours.head, theirs.head}.isdisjoint(_CASES)
    order = _order(ours, theirs, left, right, changing=changing)
    if order == 0:
        grown = changing and _told_to_grow(ours, theirs, near_ours, near_theirs)
        return grown or _counts_to_another_time(left, right)
    earlier, later, near = (ours, theirs, near_theirs) if order > 0 else (theirs, ours, near_ours)
    shrinks = not changing or any(rule.shrinks for rule in rules)
    return shrinks or _value(later) > _value(earlier) or bool(_REVISED.search(near))


def _votes_being_counted(ours: str, theirs: str) -> bool:
    left, right = _PART_COUNTED.search(ours), _PART_COUNTED.search(theirs)
    if left is None or right is None or ours == theirs:
        return False
    return not (_ALL_COUNTED.search(ours) and _ALL_COUNTED.search(theirs))


def _told_to_grow(ours: Quantity, theirs: Quantity, near_ours: str, near_theirs: str) -> bool:
    """True where the smaller number is told as the first, or the larger one as grown."""
    left_is_less = _value(ours) < _value(theirs)
    less, more = (near_ours, near_theirs) if left_is_less else (near_theirs, near_ours)
    return _value(ours) != _value(theirs) and bool(_FIRST.search(less) or _GROWN.search(more))


def _value(quantity: Quantity) -> float:
    return quantity.low if quantity.low is not None else quantity.high or 0.0


def _order(ours: Quantity, theirs: Quantity, left: Side, right: Side, *, changing: bool) -> int:
    """Above 0 where the right number was counted later, below 0 where earlier, 0 where neither shows."""
    return (
        _by_days(left, right, changing=changing)
        or _by_hours(sentence_around(left.text, ours), sentence_around(right.text, theirs), changing=changing)
        or (_days_later(left, right) if changing else 0)
    )


def _by_days(left: Side, right: Side, *, changing: bool) -> int:
    """Compare the days up to which the passages count: "by Monday evening 40, by Wednesday 52"."""
    ours, theirs = _counting_time(left), _counting_time(right)
    if ours is None or theirs is None or not (changing or _is_as_of(ours, left) or _is_as_of(theirs, right)):
        return 0
    if ours.earliest and theirs.earliest:
        return _sign(theirs.earliest, ours.earliest) or _sign(theirs.clock or "", ours.clock or "")
    if ours.month_day and theirs.month_day:
        return _sign(theirs.month_day, ours.month_day)
    if ours.weekday is None or theirs.weekday is None:
        undated = ours.weekday is None and theirs.weekday is None and not (ours.month_day or theirs.month_day)
        return _sign(theirs.clock, ours.clock) if undated and ours.clock and theirs.clock else 0
    # Reports of one event are days apart, not weeks: from Friday to Monday is later, from Monday to Friday earlier.
    days = (theirs.weekday - ours.weekday + 3) % 7 - 3
    if abs(days) == _HALF_A_WEEK:
        return 0  # Monday and Friday: either may come first
    return days or (_sign(theirs.clock, ours.clock) if ours.clock and theirs.clock else 0)


def _counts_to_another_time(left: Side, right: Side) -> bool:
    """True where both passages tell a time that cannot be put in order, and one of them counts up to it."""
    ours, theirs = _counting_time(left), _counting_time(right)
    if ours is None or theirs is None or not (_is_as_of(ours, left) or _is_as_of(theirs, right)):
        return False
    named = [(time.weekday, time.month_day, time.clock) for time in (ours, theirs)]
    if any(named[0]) or any(named[1]):
        return named[0] != named[1]
    words = [side.text[time.start : time.end].lower() for side, time in ((left, ours), (right, theirs))]
    return words[0] != words[1]


def other_days(left: Side, right: Side) -> bool:
    """True where each passage names one day, and not the same."""
    ours, theirs = _counting_time(left), _counting_time(right)
    if ours is None or theirs is None:
        return False
    days = (ours.weekday, ours.month_day), (theirs.weekday, theirs.month_day)
    return days[0] != days[1] and (None, None) not in days


def _counting_time(side: Side) -> Time | None:
    """The only day or hour of the passage, or the only time that something is counted up to."""
    times = [time for time in side.times if time.precision in _DAYS]
    counting = [time for time in side.times if _is_as_of(time, side)]
    if len(counting) == 1:
        return counting[0]
    return times[0] if len(times) == 1 else None


def _is_as_of(time: Time, side: Side) -> bool:
    before = side.text[max(time.start - 12, 0) : time.start]
    return time.bound in ("until", "by", "before") or bool(_AS_OF.search(before))


def _by_hours(ours: str, theirs: str, *, changing: bool) -> int:
    """Compare the parts of the day: "at midday 200, by nightfall 2,000"."""
    left, right = _PART_OF_DAY.findall(ours), _PART_OF_DAY.findall(theirs)
    if not changing or len(left) != 1 or len(right) != 1:
        return 0
    return _sign(_HOURS[right[0].lower()], _HOURS[left[0].lower()])


def _days_later(left: Side, right: Side) -> int:
    """Return whether the right article is later (above 0), earlier (below 0), or of the same or an unknown day (0)."""
    if left.published and right.published:
        return _sign(right.published[:10], left.published[:10])
    left_day, right_day = _weekday(left), _weekday(right)
    days = 0 if left_day is None or right_day is None else (right_day - left_day + 3) % 7 - 3
    return 0 if abs(days) == _HALF_A_WEEK else days


def _weekday(side: Side) -> int | None:
    """The weekday of publication, or else the one that the article names most often."""
    if side.published:
        return date.fromisoformat(side.published[:10]).weekday()
    named = Counter(time.weekday for time in side.article_times if time.weekday is not None)
    return named.most_common(1)[0][0] if named else None


def _sign(one: str | float, other: str | float) -> int:
    return (one > other) - (one < other)  # type: ignore[operator]
