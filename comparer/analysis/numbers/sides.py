"""Numbers of two sides of one thing: rents in the north and in the south, fans arrested before and after the match."""

from __future__ import annotations

import re

from comparer.analysis.numbers.words import NumberWords

_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
_ORDER = re.compile(r"\b(before|after) (?:the|its|his|her|their) ([^\W\d_]+)", re.IGNORECASE)


def are_of_two_sides(said: str, told: str, words: NumberWords) -> bool:
    """Return whether the sentences around two numbers speak of two sides, places or times that exclude each other."""
    ours, theirs = ({word.lower().replace("’", "'") for word in _WORD.findall(text)} for text in (said, told))
    return words.are_sides(ours - theirs, theirs - ours) or _before_and_after(said, told)


def _before_and_after(said: str, told: str) -> bool:
    """True for "before the match" in the one and "after the match" in the other."""
    ours, theirs = ({(word.lower(), order.lower()) for order, word in _ORDER.findall(text)} for text in (said, told))
    return any(word == other and order != turned for word, order in ours for other, turned in theirs)
