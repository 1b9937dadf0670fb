"""Stretches of a text against its claims, by bisection: thousands of corrections meet thousands of claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from comparer.analysis.report import Range, Reading, Span

Ranges = tuple[Range, ...]


def merge(ranges: Iterable[Range]) -> Ranges:
    """Return the same stretches in order, those that overlap or touch made one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def overlaps(span: Span, merged: Ranges) -> bool:
    """Whether the span shares a character with one of the stretches, which `merge` has put in order."""
    at = bisect_left(merged, (span.end, 0))
    return at > 0 and merged[at - 1][1] > span.start


class Claims:
    """The claims of one reading, to be asked which of them lie at some stretch."""

    def __init__(self, reading: Reading) -> None:
        self._claims = sorted(reading.claims, key=lambda one: one.start)
        self._starts = [one.start for one in self._claims]
        self._reach = list(accumulate((one.end for one in self._claims), max))

    def at(self, ranges: Iterable[Range]) -> tuple[str, ...]:
        """Return the ids of the claims that share a character with one of the stretches, in the order of the text."""
        found: dict[str, tuple[int, int]] = {}
        for start, end in ranges:
            first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
            found |= {one.id: (one.start, int(one.id[1:])) for one in self._claims[first:last] if one.end > start}
        return tuple(sorted(found, key=found.__getitem__))
