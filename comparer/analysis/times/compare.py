"""Times of two aligned passages: which tell of the same thing, and whether they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from comparer.analysis.bonds import LIKELY, Alike, event_bond, loose_bond
from comparer.analysis.kinship import shares_stem
from comparer.analysis.report import Sureness, Time
from comparer.analysis.times.intervals import Relation, relate
from comparer.analysis.times.read import publication_day

_FRESH_DAYS = 2
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


def compare_times(
    left: Sequence[Time],
    right: Sequence[Time],
    *,
    left_text: str,
    right_text: str,
    left_published: str | None = None,
    right_published: str | None = None,
    alike: Alike = shares_stem,
) -> tuple[TimeMatch, ...]:
    """Match the times of a left and a right passage that belong to the same event, and judge each match.

    The texts are those that the offsets of the times count in. `alike` says whether two lemmas tell of
    the same kind of event ("arrest", "detain"). A time that agrees with one of several is in no conflict
    with the others.
    """
    candidates = [
        (bond, i, j, related)
        for i, ours in enumerate(left)
        for j, theirs in enumerate(right)
        if not _fresh_statements(ours, left_published, theirs, right_published)
        and (bond := _bond(ours, theirs, left, right, alike)) is not None
        and (related := relate(ours, theirs)) is not None
    ]
    matches: list[TimeMatch] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for bond, i, j, (relation, sureness) in sorted(candidates, key=_best_first):
        if i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        words = left_text[left[i].start : left[i].end], right_text[right[j].start : right[j].end]
        explanation = _explanation(relation, left[i], right[j], words)
        sure = _SURENESS[min(bond, _SURENESS.index(sureness))]
        slot = "when it was said" if left[i].of_saying else "when"
        matches.append(TimeMatch(i, j, relation, sure, explanation, slot))
    updated = [_updated(match, left, right, left_published, right_published) for match in matches]
    return tuple(sorted(updated, key=lambda match: (match.left, match.right)))


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


def _bond(ours: Time, theirs: Time, left: Sequence[Time], right: Sequence[Time], alike: Alike) -> int | None:
    if ours.of_saying != theirs.of_saying:
        return None
    bond = event_bond(ours, theirs, alike)
    if bond is not None:
        return bond
    if ours.of_saying:
        return LIKELY
    told = ours.events and theirs.events  # a date line tells of nothing
    return loose_bond(ours, theirs) if told and _is_only(ours, left) and _is_only(theirs, right) else None


def _is_only(time: Time, times: Sequence[Time]) -> bool:
    return sum(not other.of_saying for other in times) == 1 and not time.of_saying


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


def _updated(
    match: TimeMatch, left: Sequence[Time], right: Sequence[Time], left_day: str | None, right_day: str | None
) -> TimeMatch:
    """A plan told earlier and another day told later is news, not a conflict."""
    if match.verdict != "conflict" or not left_day or not right_day or left_day[:10] == right_day[:10]:
        return match
    first, second = left[match.left], right[match.right]
    earlier, published = (first, left_day) if left_day < right_day else (second, right_day)
    if earlier.earliest is None or earlier.earliest <= published[:10]:
        return match
    words = match.explanation.rstrip(".")
    return replace(
        match, verdict="update", explanation=f"{words}; the earlier article tells of a plan, which may have changed."
    )
