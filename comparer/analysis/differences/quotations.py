"""The same quotation on both sides: word for word, trimmed, or worded differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from comparer.analysis.differences.finding import Finding
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Quote, Slot, Sureness

# Fewer words are a phrase or a scare quote, and fewer shared word pairs are chance.
_FEWEST_WORDS = 4
_FEWEST_SHARED = 3
ALIKE = 0.25
_NEARLY_THE_SAME = 0.6
_SHORT, _MOSTLY = 12, 0.6


def compare_quotations(left: Passage, right: Passage) -> Iterator[Finding]:
    """Yield one finding for each quotation of the left that the right gives too.

    A quotation that stands word for word in a longer one counts as trimmed.
    """
    for ours in left.quotes:
        best = max(right.quotes, key=lambda theirs: _closeness(left, ours, right, theirs), default=None)
        if best is not None and (finding := _compare(left, ours, right, best)):
            yield finding


def words_of(passage: Passage, quote: Quote) -> list[str]:
    """Return the quoted words in lower case without punctuation."""
    return words_in(passage.reading.text[quote.start : quote.end])


def words_in(text: str) -> list[str]:
    """Return the words of `text` in lower case without punctuation."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.lower())


def _closeness(left: Passage, ours: Quote, right: Passage, theirs: Quote) -> tuple[float, float]:
    here, there = words_of(left, ours), words_of(right, theirs)
    return likeness(here, there), in_order(here, there)


def likeness(ours: list[str], theirs: list[str]) -> float:
    """Return the share of the shorter quotation's word pairs that the longer has too, 0 to 1.

    0 where too few are shared to mean anything. Word pairs (shingles of two,
    after Broder 1997) keep the order, so that common little words count little.
    """
    if min(len(ours), len(theirs)) < _FEWEST_WORDS:
        return 0.0
    here, there = set(pairwise(ours)), set(pairwise(theirs))
    shared = len(here & there)
    return shared / min(len(here), len(there)) if shared >= min(_FEWEST_SHARED, len(here), len(there)) else 0.0


def in_order(ours: list[str], theirs: list[str]) -> float:
    """Return the share of the shorter quotation's words that the longer has in the same order, 0 to 1."""
    if min(len(ours), len(theirs)) < _FEWEST_WORDS:
        return 0.0
    return LCSseq.similarity(ours, theirs) / min(len(ours), len(theirs))


def _compare(left: Passage, ours: Quote, right: Passage, theirs: Quote) -> Finding | None:
    here, there = words_of(left, ours), words_of(right, theirs)
    alike = likeness(here, there)
    # Two passages that are paired anyway may share a short quotation in few words.
    if alike < ALIKE and (max(len(here), len(there)) > _SHORT or in_order(here, there) < _MOSTLY):
        return None
    marks = ((excerpt(left.reading, ours),), (excerpt(right.reading, theirs),))
    if here == there:
        return None
    if _contains(here, there) or _contains(there, here):
        longer, shorter = ("Left", "right") if len(here) > len(there) else ("Right", "left")
        said = f"{longer} gives more of this quotation; {shorter} gives part of it, word for word."
        slot = Slot("quotation", marks[0][0].text, marks[1][0].text, "compatible")
        return Finding("quote", "compatible", *marks, said, "sure", slot)
    said = (
        "Left and right quote this with a few other words: look at the difference."
        if alike >= _NEARLY_THE_SAME
        else "Left and right give what looks like the same statement in other words, both between quotation marks."
    )
    sureness: Sureness = "sure" if alike >= _NEARLY_THE_SAME else "likely"
    slot = Slot("quotation", marks[0][0].text, marks[1][0].text, "differs")
    return Finding("quote", "differs", *marks, said, sureness, slot)


def _contains(longer: list[str], shorter: list[str]) -> bool:
    return any(longer[start : start + len(shorter)] == shorter for start in range(len(longer) - len(shorter) + 1))
