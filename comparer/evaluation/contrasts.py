"""Differences marked on article pairs against those that a careful reader marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comparer.analysis.report import Difference, Excerpt, Report
from comparer.evaluation.gold import Contrast, GoldPair, sentence_at
from comparer.evaluation.placed import Placed
from comparer.evaluation.tally import Share, Tally


class Contrasts:
    """The differences of one report beside the marks of its pair."""

    def __init__(self, pair: GoldPair, report: Report, left: Placed, right: Placed) -> None:
        self._pair, self._marks = pair, pair.marks
        self._left, self._right = left, right
        self._found = report.differences
        self._conflicts = [difference for difference in self._found if difference.verdict == "conflict"]

    def conflicts(self) -> Tally:
        """Count conflicts: found ones that are right, and gold ones that are found. Open ones are left out."""
        right = [found for found in self._conflicts if self._any(found, self._marks.conflicts)]
        wrong = self._wrong()
        reached = sum(self._reached(gold, self._conflicts) for gold in self._marks.conflicts)
        return Tally(len(right), len(right) + len(wrong), reached, len(self._marks.conflicts))

    def spared(self) -> Share:
        """Count passages that only look different and are not marked conflict of that kind."""
        marked = sum(self._reached(gold, self._conflicts) for gold in self._marks.compatible)
        return Share(len(self._marks.compatible) - marked, len(self._marks.compatible))

    def framing(self) -> Share:
        """Count naming and attribution that is marked as differing."""
        differing = [found for found in self._found if found.verdict == "differs"]
        gold = (*self._marks.naming, *self._marks.attribution)
        return Share(sum(self._reached(one, differing) for one in gold), len(gold))

    def omissions(self) -> Share:
        """Count sentences told on one side only, worth telling, that are marked as omissions."""
        sides = (
            (self._marks.only_left, self._left, 0, "only_left"),
            (self._marks.only_right, self._right, 1, "only_right"),
        )
        marked = []
        for firsts, placed, side, verdict in sides:
            excerpts = [
                excerpt
                for found in self._found
                if found.kind == "omission" and found.verdict == verdict
                for excerpt in (found.left, found.right)[side]
            ]
            told = placed.words_of(excerpts)
            marked += [bool(told & placed.words_at([self._sentence(first, side)])) for first in firsts]
        return Share(sum(marked), len(marked))

    def notes(self) -> Iterator[str]:
        """Say which conflicts are missed and which are wrong."""
        for gold in self._marks.conflicts:
            if not self._reached(gold, self._conflicts):
                yield f"{self._pair.name}: misses {gold.kind} conflict “{gold.left[0]}” / “{gold.right[0]}”"
        for found in self._wrong():
            yield f"{self._pair.name}: false {found.kind} conflict {_quoted(found.left)} / {_quoted(found.right)}"

    def _wrong(self) -> list[Difference]:
        """Conflicts that are not in the gold, and touch no passage that is open."""
        known = self._marks.conflicts
        return [
            found
            for found in self._conflicts
            if not self._any(found, known) and not any(self._touches(found, one) for one in self._marks.open)
        ]

    def _any(self, found: Difference, gold: Sequence[Contrast]) -> bool:
        return any(self._is(found, one) for one in gold)

    def _reached(self, gold: Contrast, found: Sequence[Difference]) -> bool:
        return any(self._is(difference, gold) for difference in found)

    def _is(self, found: Difference, gold: Contrast) -> bool:
        return found.kind in (gold.kind, *gold.also) and self._touches(found, gold)

    def _touches(self, found: Difference, gold: Contrast) -> bool:
        return bool(
            self._left.words_of(found.left) & self._left.words_at(gold.left)
            and self._right.words_of(found.right) & self._right.words_at(gold.right)
        )

    def _sentence(self, first_words: str, side: int) -> str:
        text, sentences = self._pair.texts[side], self._pair.sentences[side]
        start, end = sentences[sentence_at(text, sentences, first_words)]
        return text[start:end]


def _quoted(excerpts: Sequence[Excerpt]) -> str:
    return ", ".join(f"“{excerpt.text}”" for excerpt in excerpts)
