"""How much of what two passages state is stated in both, whoever says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.evidence import content_words
from comparer.analysis.passages import Passage
from comparer.analysis.report import Span


@dataclass(frozen=True, slots=True)
class Overlap:
    """The content words that two claims share: the marks, and who says it in what word, left out."""

    shared: int
    of_shorter: float
    of_longer: float


APART = Overlap(0, 0, 0)


def overlap(left: Passage, right: Passage, marks: tuple[Sequence[Span], Sequence[Span]] = ((), ())) -> Overlap:
    """Compare what two passages state, without the words at `marks`; a mark over the whole passage marks nothing."""
    here, there = _stated(left, marks[0]), _stated(right, marks[1])
    shared = len(here & there)
    shorter, longer = sorted((max(1, len(here)), max(1, len(there))))
    return Overlap(shared, shared / shorter, shared / longer)


def _stated(passage: Passage, marks: Sequence[Span]) -> frozenset[str]:
    first, last = passage.claims[0].start, passage.claims[-1].end
    cut = [(mark.start, mark.end) for mark in marks if not (mark.start <= first and last <= mark.end)]
    cut += [span for said in passage.reading.attributions for span in (said.source, said.cue) if span]
    cut = [(start, end) for start, end in cut if first <= start < last]
    tokens = passage.tokens
    return content_words([t for t in tokens if not any(start <= t.start < end for start, end in cut)])
