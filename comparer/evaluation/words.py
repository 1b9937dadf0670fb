"""Spans of two versions of a text (as it came, as it was cleaned) in one count of words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import takewhile

from comparer.analysis.report import Range

_WORD = re.compile(r"\w+|[^\w\s]")


class Words:
    """Positions of words; a mark of punctuation is a word of its own."""

    def __init__(self, text: str) -> None:
        matches = list(_WORD.finditer(text))
        self.words = [match.group() for match in matches]
        self._starts = [match.start() for match in matches]
        self._ends = [match.end() for match in matches]

    def under(self, spans: Iterable[Range]) -> frozenset[int]:
        """Return the positions of the words that the character spans touch."""
        return frozenset(
            position
            for start, end in spans
            for position in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )


def same_words(left: Words, right: Words) -> dict[int, int]:
    """Map positions in `left` to those of the same words in `right`, in order; what was changed is left out."""
    ours, theirs = left.words, right.words
    # What both begin and end with needs no search: a long text of one word only would take minutes.
    start = _shared(zip(ours, theirs, strict=False))
    end = _shared(zip(reversed(ours[start:]), reversed(theirs[start:]), strict=False))
    inner = ours[start : len(ours) - end], theirs[start : len(theirs) - end]
    blocks = SequenceMatcher(None, *inner, autojunk=False).get_matching_blocks()
    found = {step: step for step in range(start)}
    found |= {start + block.a + step: start + block.b + step for block in blocks for step in range(block.size)}
    return found | {len(ours) - step: len(theirs) - step for step in range(end, 0, -1)}


def _shared(pairs: Iterable[tuple[str, str]]) -> int:
    """Return how many of the first pairs are of equals."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
