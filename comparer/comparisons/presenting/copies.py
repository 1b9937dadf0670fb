"""Text that both pieces carry word for word: taken over from one source, an agency most often. It confirms nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comparer.analysis.report import ClaimPair, Reading, Report

LONG = 8
"""Sentences of fewer words may be alike by chance: "Nobody was hurt." They count among long ones that are shared."""
LEAST_SENTENCES = 2
"""One long sentence alone may be a quotation that both heard."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copied:
    """The shared sentences as the left piece has them, in order, and where they stand in both."""

    sentences: tuple[str, ...] = ()
    left: frozenset[int] = frozenset()
    right: frozenset[int] = frozenset()

    def holds(self, report: Report, pair: ClaimPair) -> bool:
        """Return whether both sides of the pair lie in shared sentences."""
        sides = ((report.left, pair.left, self.left), (report.right, pair.right, self.right))
        return all(reading.claim(one).sentence in places for reading, claims, places in sides for one in claims)


def find_copied(report: Report) -> Copied:
    """Return the sentences that both pieces carry word for word; nothing where they are too few to tell."""
    left, right = dict(_sentences(report.left)), dict(_sentences(report.right))
    shared = set(left.values()) & set(right.values())
    if sum(len(words) >= LONG for words in shared) < LEAST_SENTENCES:
        return Copied()
    places = [place for place, words in left.items() if words in shared]
    text, sentences = report.left.text, report.left.sentences
    return Copied(
        tuple(" ".join(text[sentences[place].start : sentences[place].end].split()) for place in places),
        frozenset(places),
        frozenset(place for place, words in right.items() if words in shared),
    )


def _sentences(reading: Reading) -> Iterator[tuple[int, tuple[str, ...]]]:
    for place, sentence in enumerate(reading.sentences):
        words = tuple(_WORD.findall(reading.text[sentence.start : sentence.end].casefold()))
        if len(words) > 1:
            yield place, words
