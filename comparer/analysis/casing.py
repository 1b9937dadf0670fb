"""Headlines In Title Case, read as a sentence: a parser takes every capital for a name."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIRST_LETTERS = 5
_MOSTLY = 0.6
_LITTLE = frozenset({
    "a", "about", "after", "against", "all", "amid", "an", "and", "are", "as", "at", "be", "been", "before",
    "being", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her",
    "his", "how", "in", "into", "is", "it", "its", "may", "might", "more", "most", "must", "nearly", "no", "nor",
    "not", "of", "off", "on", "once", "only", "or", "other", "out", "over", "per", "said", "say", "says", "she",
    "should", "since", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these",
    "they", "this", "those", "through", "to", "too", "under", "until", "up", "upon", "was", "we", "were", "what",
    "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "without", "would", "yet",
    "you", "your",
})  # fmt: skip


def read_as_sentence(headline: str, body: str) -> str:
    """Return `headline`, of the same length, without the capitals that only its style asks for.

    A word loses its capital if the body writes it, or a word of the same
    beginning, mostly in small letters. A headline in sentence case is returned
    as it is.
    """
    if not is_title_case(headline):
        return headline
    small, capital = _beginnings(body)
    words = list(_WORD.finditer(headline))
    letters = list(headline)
    for word in words[1:]:
        key = word.group().lower()[:_FIRST_LETTERS]
        styled = word.group().istitle() and (word.group().lower() in _LITTLE or small[key] > capital[key])
        if styled and len(word.group().lower()) == len(word.group()):
            letters[word.start() : word.end()] = word.group().lower()
    return "".join(letters)


def is_title_case(headline: str) -> bool:
    """True where most of the longer words after the first begin with a capital."""
    longer = [word.group() for word in _WORD.finditer(headline) if len(word.group()) > 3][1:]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= _MOSTLY * len(longer)


def _beginnings(body: str) -> tuple[Counter[str], Counter[str]]:
    """Count how words begin in running text: in small letters, and with a capital inside a sentence."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word in _WORD.finditer(body):
        key = word.group().lower()[:_FIRST_LETTERS]
        if word.group()[0].islower():
            small[key] += 1
        elif (
            body[max(word.start() - 2, 0) : word.start()].strip(" ").isalnum()
            or body[word.start() - 2 : word.start()] == ", "
        ):
            capital[key] += 1
    return small, capital
