"""Plans that changed: the day first set on one side, another day, or what came of it, on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comparer.analysis.report import Time
from comparer.analysis.times.intervals import relate


def new_day(old: Time, told: Sequence[Time], other: Time) -> int | None:
    """Return the position in `told` of the day that replaces `old`, the first set; None if it fits `other` or is not told."""
    others = [i for i, time in enumerate(told) if time is not old and time.moved != "from" and not time.of_saying]
    others.sort(key=lambda i: (told[i].moved != "to", abs(told[i].start - old.start)))
    for position in others[:1]:
        related = relate(replace(told[position], bound="at"), replace(other, bound="at"))
        if related is not None and related[0] == "conflict":
            return position
    return None


def is_announced(time: Time, told: Sequence[Time], other: Time) -> bool:
    """True for a day said to be new, where no other day first set contradicts `other`."""
    if time.moved != "to":
        return False
    first_set = [relate(old, other) for old in told if old.moved == "from"]
    return all(related is None or related[0] != "conflict" for related in first_set)


def came_of_plan(one: Time, other: Time, one_day: str | None, other_day: str | None) -> bool:
    """True where one side tells of a plan and the other, not published before it, of what happened."""
    if {one.tense, other.tense} != {"future", "past"}:
        return False
    planned, happened = (one_day, other_day) if one.tense == "future" else (other_day, one_day)
    return not planned or not happened or planned[:10] < happened[:10]


def is_still_ahead(one: Time, other: Time) -> bool:
    """True where what one side plans lies after what happened on the other, as far as dates, or days of one year or week, tell."""
    if {one.tense, other.tense} != {"future", "past"} or one.moved or other.moved:
        return False
    planned, happened = (one, other) if one.tense == "future" else (other, one)
    if happened.latest and planned.earliest:
        return happened.latest < planned.earliest
    if happened.month_day and planned.month_day:
        return happened.month_day < planned.month_day
    return None not in {happened.weekday, planned.weekday} and (happened.weekday or 0) < (planned.weekday or 0)
