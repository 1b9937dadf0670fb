"""The same quotation on both sides: word for word, trimmed, or worded differently."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from rapidfuzz.distance import LCSseq

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.sources import same_source, source_of
from comparer.analysis.differences.statements import statement_of
from comparer.analysis.kinship import shares_stem
from comparer.analysis.passages import Passage, excerpt, spans_inside
from comparer.analysis.report import Quote, Slot, Sureness

# Fewer words are a phrase or a scare quote, and fewer shared word pairs are chance.
_FEWEST_WORDS = 4
_FEWEST_SHARED = 3
ALIKE = 0.25
_NEARLY_THE_SAME = 0.6
_SHORT, _MOSTLY = 12, 0.6
# What is cut changes the statement if it is a phrase, or a word that turns the rest.
_A_PHRASE = 3
_DENYING = frozenset({"not", "no", "never", "cannot"})
_HELPING = frozenset({"do", "does", "did", "can", "will", "would", "is", "are", "was", "were", "have", "has", "had"})
_TURNING = frozenset({"not", "no", "never", "but", "only", "if", "unless", "maybe", "perhaps", "although", "though"})
# One speaker, two quotations in other words: so many words of the shorter must come back in the longer.
_REWORDED, _FEWEST_REWORDED = 0.5, 2
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_EMPTY = frozenset({"be", "have", "do", "go", "get", "make", "take", "say", "let", "thing"})
_MOST_PARTS = 6
# Words of "she said" between two halves of one statement, at most.
_WIDEST_GAP = 12


def compare_quotations(left: Passage, right: Passage) -> Iterator[Finding]:
    """Yield one finding for each quotation of the left that the right gives too.

    A quotation that stands word for word in a longer one is cut: that differs where a phrase is left out.
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
    if here == there:
        return None
    marks = ((excerpt(left.reading, ours),), (excerpt(right.reading, theirs),))
    if _turned_round(here, there):
        said = "Left and right quote this in the same words, but for a word that turns its meaning round."
        slot = Slot("quotation", marks[0][0].text, marks[1][0].text, "conflict")
        return Finding("quote", "conflict", *marks, said, "sure", slot)
    if _contains(here, there) or _contains(there, here):
        return _cut(left, ours, right, theirs) if min(len(here), len(there)) >= _A_PHRASE else None
    alike = likeness(here, there)
    # Two passages that are paired anyway may share a short quotation in few words.
    shared = alike >= ALIKE or (max(len(here), len(there)) <= _SHORT and in_order(here, there) >= _MOSTLY)
    if not shared and not _reworded(left, ours, right, theirs):
        return None
    said = (
        "Left and right quote this with a few other words: look at the difference."
        if alike >= _NEARLY_THE_SAME
        else "Left and right give what looks like the same statement in other words, both between quotation marks."
    )
    sureness: Sureness = "sure" if alike >= _NEARLY_THE_SAME else "likely"
    slot = Slot("quotation", marks[0][0].text, marks[1][0].text, "differs")
    return Finding("quote", "differs", *marks, said, sureness, slot)


def _turned_round(here: list[str], there: list[str]) -> bool:
    """True where nothing but a "not" lies between two quotations."""
    if min(len(here), len(there)) < _FEWEST_WORDS:
        return False
    own = [(Counter(ours) - Counter(theirs)).elements() for ours, theirs in ((here, there), (there, here))]
    words = [word.replace("’", "'") for side in own for word in side]
    denying = [word for word in words if word in _DENYING or word.endswith("n't")]
    return len(denying) == 1 and all(word in denying or word in _HELPING for word in words)


def _cut(left: Passage, ours: Quote, right: Passage, theirs: Quote) -> Finding | None:
    """Tell what one side leaves out; nothing where it gives the rest behind "she said"."""
    whole = _whole(left, ours), _whole(right, theirs)
    if whole[0] == whole[1]:
        return None
    shorter, longer = sorted(whole, key=len)
    if _contains(words_of(left, ours), shorter) or _contains(words_of(right, theirs), shorter):
        missing = _missing(longer, shorter)
    else:
        missing = _left_out(longer, shorter)
    marks = ((excerpt(left.reading, ours),), (excerpt(right.reading, theirs),))
    more, less = ("Left", "right") if len(whole[0]) > len(whole[1]) else ("Right", "left")
    changed = len(missing) >= _A_PHRASE or bool(_TURNING & set(missing))
    verdict: Literal["differs", "compatible"] = "differs" if changed else "compatible"
    said = f"{more} gives more of this quotation; {less} gives part of it, word for word."
    slot = Slot("quotation", marks[0][0].text, marks[1][0].text, verdict)
    return Finding("quote", verdict, *marks, said, "sure", slot)


def _whole(passage: Passage, quote: Quote) -> list[str]:
    """The words of the quotation and of those that carry it on behind "she said" in the same paragraph."""
    text = passage.reading.text
    run = [quote]
    quotes = passage.reading.quotes
    position = bisect_left(quotes, quote.start, key=attrgetter("start"))
    for other in quotes[position + 1 : position + _MOST_PARTS]:
        gap = text[run[-1].end : other.start]
        if "\n" in gap or len(gap.split()) > _WIDEST_GAP:
            break
        run.append(other)
    for other in reversed(quotes[max(0, position - _MOST_PARTS) : position]):
        gap = text[other.end : run[0].start]
        if "\n" in gap or len(gap.split()) > _WIDEST_GAP:
            break
        run.insert(0, other)
    return [word for one in run for word in words_of(passage, one)]


def _left_out(longer: list[str], shorter: list[str]) -> list[str]:
    """What the shorter lacks though it goes on behind "she said" in a few words of its own; nothing if in many."""
    same = (code for code in LCSseq.opcodes(longer, shorter) if code.tag == "equal")
    kept = {place for code in same for place in range(code.src_start, code.src_end)}
    own = len(shorter) - len(kept)
    return [word for place, word in enumerate(longer) if place not in kept] if own <= _A_PHRASE else []


def _missing(longer: list[str], shorter: list[str]) -> list[str]:
    starts = range(len(longer) - len(shorter) + 1)
    start = next((place for place in starts if longer[place : place + len(shorter)] == shorter), 0)
    return longer[:start] + longer[start + len(shorter) :]


def _reworded(left: Passage, ours: Quote, right: Passage, theirs: Quote) -> bool:
    """True where one speaker is quoted with the same words of meaning in other sentences."""
    said = statement_of(left), statement_of(right)
    if said[0] is None or said[1] is None or not said[0].quoted or not said[1].quoted:
        return False
    if not same_source(source_of(left, said[0]), source_of(right, said[1])):
        return False
    here, there = _meaning(left, ours), _meaning(right, theirs)
    shorter, longer = sorted((here, there), key=len)
    shared = sum(any(shares_stem(word, other) for other in longer) for word in shorter)
    return shared >= max(_FEWEST_REWORDED, _REWORDED * len(shorter))


def _meaning(passage: Passage, quote: Quote) -> set[str]:
    tokens = spans_inside(passage.reading.index.tokens, quote) if passage.reading.index else ()
    return {token.lemma for token in tokens if token.pos in _TELLING and token.lemma not in _EMPTY}


def _contains(longer: list[str], shorter: list[str]) -> bool:
    return any(longer[start : start + len(shorter)] == shorter for start in range(len(longer) - len(shorter) + 1))
