"""Numbers, dates and places of two aligned passages, slot by slot."""

from __future__ import annotations

from collections.abc import Iterator

from comparer.analysis.differences.finding import Finding
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Slot
from comparer.analysis.times.compare import compare_times


def compare_slots(left: Passage, right: Passage) -> Iterator[Finding]:
    """Yield one finding for each two slots that fill the same place; "same" ones are no difference but a slot."""
    yield from _times(left, right)


def _times(left: Passage, right: Passage) -> Iterator[Finding]:
    matches = compare_times(
        left.times,
        right.times,
        left_text=left.reading.text,
        right_text=right.reading.text,
        left_published=left.reading.published,
        right_published=right.reading.published,
    )
    for match in matches:
        ours, theirs = excerpt(left.reading, left.times[match.left]), excerpt(right.reading, right.times[match.right])
        slot = Slot(match.slot, ours.text, theirs.text, match.verdict)
        verdict = "compatible" if match.verdict == "same" else match.verdict
        yield Finding("date", verdict, (ours,), (theirs,), match.explanation, match.sureness, slot)
