"""How often something happened, in one word: "arrested twice", "fired once", "a hat-trick"; "three times" is read like any measure."""

from __future__ import annotations

from comparer.analysis.numbers.amounts import Amount
from comparer.analysis.numbers.lexing import word_at
from comparer.analysis.numbers.multiples import is_compared
from comparer.analysis.numbers.page import Page

_TIMES = "times"
_OFTEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
# "Twice as high", "twice the price", "twice that", "once a week", "twice weekly", "twice-divorced": other things are told.
_COMPARES = {
    "the", "that", "what", "this", "its", "his", "her", "their", "a", "an", "per", "every", "each", "more", "again", "over",
    "daily", "weekly", "monthly", "yearly", "annually", "-", "‑", "or", "and", "upon",
}  # fmt: skip
_ONLY = {"only", "just"}
_GOALS = {("hat", "-", "trick"): 3.0, ("hat-trick",): 3.0, ("hat", "trick"): 3.0}
_SCORED = "scored"


def read_occurrences(page: Page, place: int) -> Amount | None:
    """Return the number of times that the word at lexeme `place` tells; None for everything else.

    "Once" mostly means formerly, or as soon as: it counts only behind "only", and right behind its verb.
    """
    for words, goals in _GOALS.items():
        if tuple(word_at(page.lexemes, place + offset) for offset in range(len(words))) == words:
            return _times(page, place, place + len(words), goals, role=_SCORED)
    value = _OFTEN.get(page.lexemes[place].lower)
    if value is None or word_at(page.lexemes, place + 1) in _COMPARES or is_compared(page, place):
        return None
    token = page.doc[page.token_at(page.lexemes[place].start)]
    # "Shot once in the leg", "arrested twice before": it hangs on what follows.
    verb = token.head.head if token.head.pos_ in ("ADP", "ADV") and token.head.i > token.i else token.head
    if token.dep_ != "advmod" or verb.pos_ != "VERB":
        return None
    if value == 1 and word_at(page.lexemes, place - 1) not in _ONLY and verb.i != token.i - 1:
        return None
    return _times(page, place, place + 1, value)


def _times(page: Page, first: int, last: int, value: float, role: str | None = None) -> Amount:
    unit = page.words.units_by_name[_TIMES]
    return Amount(first, last, value, value, 1.0, "exact", unit, in_words=True, role=role)
