"""Which one in a row something is: "his fifth title", "the club's third defeat", "for the second time"."""

from __future__ import annotations

from comparer.analysis.numbers.amounts import Amount
from comparer.analysis.numbers.lexing import word_at
from comparer.analysis.numbers.page import Page
from comparer.analysis.numbers.words import Unit

RANK = Unit("rank", "rank")
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_VALUES = {word: float(value) for value, word in enumerate(_ORDINALS, start=1)}
_OWNERS = {"his", "her", "its", "their", "my", "our"}
_KEPT_APART = {"half", "name", "place", "quarter", "lady", "person", "hand", "round", "leg"}


def read_rank(page: Page, place: int) -> Amount | None:
    """Return the rank in words at lexeme `place`, where it is somebody's or a time; None for everything else.

    Days and weeks are left to the times, goals and games to the match in which there are many.
    """
    value = _VALUES.get(page.lexemes[place].lower)
    if value is None or place + 1 >= len(page.lexemes):
        return None
    before = word_at(page.lexemes, place - 1)
    noun = page.doc[page.token_at(page.lexemes[place + 1].start)]
    if noun.lower_ == "time":
        told = before == "the" and word_at(page.lexemes, place - 2) in ("for", "was", "is")
        within = word_at(page.lexemes, place + 2) == "in"  # the third time in five years is the second in three
        return _rank(place, value) if told and not within and value > 1 else None
    word = noun.lower_
    if noun.tag_ != "NN" or word in _KEPT_APART or word in page.words.contest - {"title", "win", "victory", "defeat"}:
        return None
    owned = before in _OWNERS or before.endswith(("'s", "s'"))
    return _rank(place, value) if owned and (word,) not in page.words.unit_words else None


def _rank(place: int, value: float) -> Amount:
    return Amount(place, place + 1, value, value, 1.0, "exact", RANK, in_words=True)
