"""Where corrections hold in a report: on which marks, on which words, or nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comparer.analysis.report import Reading, Report
from comparer.comparisons.corrections.changes import Change
from comparer.comparisons.corrections.finder import Finder
from comparer.comparisons.corrections.ranges import Ranges, merge, overlaps
from comparer.comparisons.corrections.recut import Recut
from comparer.comparisons.corrections.targets import find_words


@dataclass(frozen=True, slots=True)
class Held:
    """The changes that hold, by the marks or with the words that they are about, and those that do not."""

    said: dict[str, tuple[Change, ...]]
    beyond: tuple[tuple[Change, tuple[Ranges, Ranges]], ...]
    orphaned: tuple[Change, ...]


def hold(report: Report, cut: Recut, changes: Iterable[Change]) -> Held:
    """Find each change in the report; a mark is found by its words before claims were cut, and by those of now."""
    finder = Finder(report, cut)
    said: dict[str, list[Change]] = defaultdict(list)
    beyond: list[tuple[Change, tuple[Ranges, Ranges]]] = []
    orphaned: list[Change] = []
    for change in changes:
        if change.target.what in ("difference", "pair", "claim"):
            marks = finder.marks(change.target)
            for mark in marks:
                said[mark].append(change)
            found = bool(marks)
        else:
            words = find_words(report, change.target)
            found = words is not None
            beyond += [(change, words)] if words else []
        orphaned += [] if found else [change]
    return Held({mark: tuple(all_said) for mark, all_said in said.items()}, tuple(beyond), tuple(orphaned))


def set_aside(held: Held) -> tuple[Ranges, Ranges]:
    """Return what people set aside as not article, on the left and on the right."""
    words = [places for change, places in held.beyond if change.action == "set_aside"]
    left, right = (merge(one for places in words for one in places[side]) for side in (0, 1))
    return left, right


def kept(reading: Reading, claims: Sequence[str], aside: Ranges) -> tuple[str, ...]:
    """Return the claims of which nothing is set aside."""
    return tuple(claims) if not aside else tuple(one for one in claims if not overlaps(reading.claim(one), aside))
