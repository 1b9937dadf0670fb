"""Two ages of one named person, in whatever sentences they stand."""

from __future__ import annotations

from collections.abc import Iterator

from comparer.analysis.differences.finding import Finding
from comparer.analysis.numbers.persons import differing_ages
from comparer.analysis.passages import excerpt
from comparer.analysis.report import Reading, Slot


def compare_ages(left: Reading, right: Reading) -> Iterator[Finding]:
    """Yield a conflict for each person to whom the two articles give different ages."""
    same_day = (left.published or "")[:10] == (right.published or "")[:10]
    for ours, theirs in differing_ages(left.quantities, right.quantities, same_day=same_day):
        first, second = excerpt(left, ours), excerpt(right, theirs)
        slot = Slot("age", first.text, second.text, "conflict")
        words = f"Left gives {ours.measures or 'the person'} the age {first.text}; right gives {second.text}."
        yield Finding("number", "conflict", (first,), (second,), words, "sure", slot)
