"""Times of two aligned passages: which tell of the same thing, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from comparer.analysis.around import only_differ_in
from comparer.analysis.bonds import LIKELY, POSSIBLE, SURE, Alike, event_bond, loose_bond, rivals, sole_bond
from comparer.analysis.kinship import shares_stem
from comparer.analysis.report import Sureness, Time
from comparer.analysis.times.intervals import Relation, a_day_apart, may_be_mistaken, relate
from comparer.analysis.times.occasions import (
    ends_state,
    other_occasion,
    phases_of,
    same_bounds,
    same_ends,
    same_phase,
    undoes,
)
from comparer.analysis.times.plans import came_of_plan, is_announced, is_still_ahead, new_day
from comparer.analysis.times.read import publication_day

_FRESH_DAYS = 2
_GRAINS = {
    "minute": 0, "hour": 0, "part of day": 0, "day": 0, "week": 1, "month": 1, "season": 2, "year": 2, "decade": 3, "span": 2,
}  # fmt: skip
_DECADE_AND_DAY = ([0, 3], [1, 3])
_CHANGES = frozenset({
    "rise", "fall", "grow", "shrink", "increase", "decrease", "drop", "climb", "decline", "gain", "jump", "surge", "soar", "stand", "average", "total",
    "slip", "slide", "dip", "tumble", "plunge", "contract", "expand", "growth", "inflation",
})  # fmt: skip
_SURENESS: tuple[Sureness, ...] = ("possible", "likely", "sure")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """`left` and `right` are positions in the sequences compared; `slot` is a plain label for the card."""

    left: int
    right: int
    verdict: Literal["same", "compatible", "conflict", "update"]
    sureness: Sureness
    explanation: str
    slot: str
    close: bool = False
    """The two lie so near to each other that they may be two tellings of one day."""


def compare_times(
    left: Sequence[Time],
    right: Sequence[Time],
    *,
    left_text: str,
    right_text: str,
    left_published: str | None = None,
    right_published: str | None = None,
    alike: Alike = shares_stem,
    one_event: bool = False,
) -> tuple[TimeMatch, ...]:
    """Match the times of a left and a right passage that belong to the same event, and judge each match.

    The texts are those that the offsets of the times count in. `alike` says whether two lemmas tell of
    the same kind of event ("arrest", "detain"). `one_event`: it is known that the passages tell of one
    event in whatever words. A time that agrees with one of several is in no conflict with the others.
    """
    sides = _Sides(left, right, left_text, right_text, left_published, right_published, alike)
    candidates = [
        (bond, i, j, related)
        for i, ours in enumerate(left)
        for j, theirs in enumerate(right)
        if not _fresh_statements(ours, left_published, theirs, right_published)
        and (bond := _bond(ours, theirs, sides, one_event=one_event)) is not None
        and (related := _related(ours, theirs, sides)) is not None
    ]
    matches: list[TimeMatch] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for bond, i, j, (relation, sureness) in sorted(candidates, key=_best_first):
        if i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        sure = _SURENESS[min(bond, _SURENESS.index(sureness))]
        match = _matched(i, j, relation, sure, sides)
        if match is not None:
            matches.append(match)
    return tuple(sorted(matches, key=lambda match: (match.left, match.right)))


_COMPARED = re.compile(r"\b(?:than|as|unlike|with|to|like)(?: in| on| at| the)*\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sides:
    left: Sequence[Time]
    right: Sequence[Time]
    left_text: str
    right_text: str
    left_day: str | None
    right_day: str | None
    alike: Alike

    def words(self, i: int, j: int) -> tuple[str, str]:
        ours, theirs = self.left[i], self.right[j]
        return self.left_text[ours.start : ours.end], self.right_text[theirs.start : theirs.end]


def _related(ours: Time, theirs: Time, sides: _Sides) -> tuple[Relation, Sureness] | None:
    """How the two relate; None where they cannot be held against each other, or differ for a good reason."""
    related = relate(*same_bounds(*same_ends(ours, theirs, sides.left_text, sides.right_text)))
    if related is None or {ours.moved, theirs.moved} == {"from", "to"}:
        return None
    if related[0] == "same" and ours.bound != theirs.bound:
        return "compatible", related[1]
    if related[0] != "conflict":
        return related
    if ends_state(ours, theirs):
        return None if a_day_apart(ours, theirs) else related  # closed until Friday, and open on Saturday
    unclear = not (sides.left_day and sides.right_day) and _may_fit(ours, theirs, sides)
    return None if unclear or _excused(ours, theirs) or _other_occasion(ours, theirs, sides) else related


def _may_fit(ours: Time, theirs: Time, sides: _Sides) -> bool:
    """True where the days of publication are missing: nobody knows which day "this morning" is, nor what else is planned for July."""
    ahead = is_still_ahead(ours, theirs) and not _of_promise(ours, theirs)
    return ahead or _in_same_words(ours, theirs, sides)


def _in_same_words(ours: Time, theirs: Time, sides: _Sides) -> bool:
    first = sides.left_text[ours.start : ours.end]
    return first.lower() == sides.right_text[theirs.start : theirs.end].lower()


def _excused(ours: Time, theirs: Time) -> bool:
    """Days of counting, days that one side calls the old ones, and hours and months that do not exclude each other."""
    counted = ours.as_of or theirs.as_of or (_are_measured(ours) and _are_measured(theirs))
    if sorted((_GRAINS[ours.precision], _GRAINS[theirs.precision])) in _DECADE_AND_DAY:
        return True  # "a star of the 1950s" is told of what somebody was
    if {ours.tense, theirs.tense} == {"past", "future"} and min(_GRAINS[ours.precision], _GRAINS[theirs.precision]) > 1:
        return not _of_promise(ours, theirs)  # who hosted in 2007 may host again next year
    return counted or (ours.moved == "from") != (theirs.moved == "from") or _within_hours(ours, theirs)


def _of_promise(ours: Time, theirs: Time) -> bool:
    """True where the one may be when the other was promised: "was agreed in May", "agreed to merge in July"."""
    return any(one.events[:1] and one.events[0] in other.events[1:] for one, other in ((ours, theirs), (theirs, ours)))


def _other_occasion(ours: Time, theirs: Time, sides: _Sides) -> bool:
    return other_occasion(ours, sides.left_text, theirs, sides.right_text)


def _are_measured(time: Time) -> bool:
    """Prices rise in May, and in June: a month or a year of a rise is what was measured, and not when it happened."""
    told = (*time.events[:1], *time.about)
    return not _CHANGES.isdisjoint(told) and _GRAINS[time.precision] > 0


def _within_hours(ours: Time, theirs: Time) -> bool:
    """It began at ten, and took place at noon of the same day."""
    begun, other = (ours, theirs) if phases_of(ours) == {"start"} else (theirs, ours)
    if phases_of(begun) != {"start"} or phases_of(other) or not (begun.clock and other.clock):
        return False
    days = relate(replace(ours, clock=None), replace(theirs, clock=None))
    return begun.clock <= other.clock and (days is None or days[0] != "conflict")


def _matched(i: int, j: int, relation: Relation, sure: Sureness, sides: _Sides) -> TimeMatch | None:
    """The match for the card; a plan told as changed leads on to the new day."""
    ours, theirs = sides.left[i], sides.right[j]
    slot = "when it was said" if ours.of_saying else "when"
    if relation == "conflict":
        words = _explanation(relation, ours, theirs, sides.words(i, j))
        return _updated(TimeMatch(i, j, relation, sure, words, slot, may_be_mistaken(ours, theirs)), sides)
    if (ours.moved == "from") != (theirs.moved == "from"):
        return _changed(i, j, sure, sides)
    return TimeMatch(i, j, relation, sure, _explanation(relation, ours, theirs, sides.words(i, j)), slot)


def _changed(i: int, j: int, sure: Sureness, sides: _Sides) -> TimeMatch | None:
    """The day that one side tells and the other calls the old one, against the new one."""
    ours, theirs = sides.left[i], sides.right[j]
    if ours.moved == "from":
        position = new_day(ours, sides.left, theirs)
        pair = None if position is None else (position, j)
    else:
        position = new_day(theirs, sides.right, ours)
        pair = None if position is None else (i, position)
    if pair is None:
        return None
    first, second = sides.words(*pair)
    words = f"Left gives “{first}”, right “{second}”: the plan was changed, as one side tells."
    return TimeMatch(*pair, "update", sure, words, "when")


def _fresh_statements(ours: Time, our_day: str | None, theirs: Time, their_day: str | None) -> bool:
    """Articles of different days that each tell what was said the day before tell of two statements."""
    if not (ours.of_saying and theirs.of_saying and our_day and their_day) or our_day[:10] == their_day[:10]:
        return False
    return _is_fresh(ours, our_day) and _is_fresh(theirs, their_day)


def _is_fresh(time: Time, published: str) -> bool:
    day = publication_day(published)
    if day is None or time.latest is None or time.earliest != time.latest:
        return False
    return 0 <= (day - date.fromisoformat(time.latest)).days <= _FRESH_DAYS


def _best_first(candidate: tuple[int, int, int, tuple[Relation, Sureness]]) -> tuple[int, int, int, int]:
    bond, i, j, (relation, _) = candidate
    return ({"same": 0, "compatible": 1, "conflict": 2}[relation], -bond, i, j)


def _bond(ours: Time, theirs: Time, sides: _Sides, *, one_event: bool) -> int | None:
    left, right, alike = sides.left, sides.right, sides.alike
    if ours.of_saying != theirs.of_saying or undoes(ours, theirs):
        return None
    compared = _COMPARED.search(sides.left_text[max(ours.start - 30, 0) : ours.start])  # "higher than in 2016"
    if not ours.of_saying and not compared and only_differ_in(sides.left_text, ours, sides.right_text, theirs):
        return SURE
    bond = event_bond(ours, theirs, alike)
    if bond is None and ends_state(ours, theirs) and not rivals(ours.about, theirs.about):
        bond = LIKELY
    if bond is None and (ours.moved == "from") != (theirs.moved == "from"):
        bond = _bond_of_plan(ours, theirs, left, right, alike)
    if bond is None and same_phase(ours, theirs) and _share_participants(ours, theirs):
        bond = None if loose_bond(ours, theirs) is None else LIKELY
    if bond is not None and not (one_event and bond == POSSIBLE):
        return bond
    if ours.of_saying:
        return LIKELY
    told = ours.events and theirs.events  # a date line tells of nothing
    alone = told and _is_only(ours, left) and _is_only(theirs, right)
    if not alone or not _of_one_grain(ours, theirs):
        return bond
    return sole_bond(ours, theirs) if one_event else loose_bond(ours, theirs)


def _bond_of_plan(ours: Time, theirs: Time, left: Sequence[Time], right: Sequence[Time], alike: Alike) -> int | None:
    """A day first set belongs to what the new day belongs to."""
    news = [time for time in (left if ours.moved == "from" else right) if time.moved != "from" and not time.of_saying]
    other = theirs if ours.moved == "from" else ours
    bonds = [event_bond(time, other, alike) for time in news]
    found = max((bond for bond in bonds if bond is not None), default=None)
    return loose_bond(ours, theirs) if found is None else found


def _share_participants(ours: Time, theirs: Time) -> bool:
    return any(shares_stem(one.lower(), other.lower()) for one in ours.about for other in theirs.about)


def _is_only(time: Time, times: Sequence[Time]) -> bool:
    return sum(not other.of_saying and other.moved != "from" for other in times) == 1 and not time.of_saying


def _of_one_grain(ours: Time, theirs: Time) -> bool:
    """Neither a day beside a year: the one tells news, the other how it came about."""
    return "span" in {ours.precision, theirs.precision} or abs(_GRAINS[ours.precision] - _GRAINS[theirs.precision]) <= 1


def _explanation(relation: Relation, ours: Time, theirs: Time, words: tuple[str, str]) -> str:
    first, second = words
    if relation == "conflict":
        what = "the statement" if ours.of_saying else "this"
        return f"Left dates {what} to {_with_day(ours, first)}; right dates it to {_with_day(theirs, second)}."
    if relation == "same":
        return f"Both give the same time: left “{first}”, right “{second}”."
    return (
        f"Left says “{first}”; right says “{second}”: both can be true, one is only more exact or counted differently."
    )


def _with_day(time: Time, words: str) -> str:
    """The words, with the day they mean where they do not show it: “Wednesday” (9 April 2025)."""
    if time.earliest is None or time.earliest != time.latest or time.earliest[:4] in words:
        return f"“{words}”"
    day = date.fromisoformat(time.earliest)
    return f"“{words}” ({day.day} {day:%B} {day.year})"


def _updated(match: TimeMatch, sides: _Sides) -> TimeMatch:
    """A plan told earlier, and what came of it or another day told later, is news and no conflict."""
    ours, theirs = sides.left[match.left], sides.right[match.right]
    words = match.explanation.rstrip(".")
    announced = (is_announced(ours, sides.left, theirs), is_announced(theirs, sides.right, ours))
    if ours.moved != theirs.moved and any(announced):
        return replace(match, verdict="update", explanation=f"{words}; one side tells that the plan was changed.")
    came = came_of_plan(ours, theirs, sides.left_day, sides.right_day) and not _of_promise(ours, theirs)
    if came or _is_older_plan(ours, theirs, sides):
        words = f"{words}; the earlier article tells of a plan, which may have changed."
        return replace(match, verdict="update", explanation=words)
    return match


def _is_older_plan(ours: Time, theirs: Time, sides: _Sides) -> bool:
    left_day, right_day = sides.left_day, sides.right_day
    if not left_day or not right_day or left_day[:10] == right_day[:10]:
        return False
    earlier, published = (ours, left_day) if left_day < right_day else (theirs, right_day)
    return earlier.earliest is not None and earlier.earliest > published[:10]
