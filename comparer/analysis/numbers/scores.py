"""Results of matches and votes: "3-1", "134 to 63"; one amount from the smaller to the larger number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comparer.analysis.numbers.amounts import Amount
from comparer.analysis.numbers.figures import read_numeral
from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.numerals import Numeral
from comparer.analysis.numbers.words import NumberWords, Unit

SCORE = Unit("score", "score")
_HIGHEST, _HIGHEST_OF_ITSELF, _HALF = 999, 30, 50
_REACH = 6
_LONGEST_NAME = 3
_COUNTED = {"vote", "votes", "point", "points", "goal", "goals", "set", "sets", "games", "frames", "runs"}


def read_score(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Return the result that starts at `lexemes[at]`; None for ranges, dates and everything else with two figures.

    The larger number stands first, or a word near by speaks of a result: "40-50 people" is a range.
    """
    first = _whole(lexemes, at)
    if first is None or word_at(lexemes, at - 1) in HYPHENS:
        return None
    if against := _for_and_against(lexemes, first):
        low, high = sorted((first.low, against.low))
        return Amount(at, against.last, low, high, 1.0, "range", SCORE, in_words=first.in_words)
    if other := _of_other_side(lexemes, first):
        low, high = sorted((first.low, other.low))
        return Amount(at, other.last, low, high, 1.0, "range", SCORE)
    counted = word_at(lexemes, first.last) in _COUNTED and word_at(lexemes, first.last + 1) == "to"
    first = replace(first, last=first.last + 1) if counted else first
    second = _whole(lexemes, first.last + 1)
    if second is None or not _are_joined(lexemes, first, second, words):
        return None
    near = _near(lexemes, first, second)
    told = any(near & words.guard(name) for name in ("score_before", "score_words", "vote_words"))
    halves = first.low == second.low >= _HALF  # "50-50"
    if halves or (not told and (first.low <= second.low or first.low > _HIGHEST_OF_ITSELF)):
        return None
    low, high = sorted((first.low, second.low))
    return Amount(at, second.last, low, high, 1.0, "range", SCORE, in_words=first.in_words)


def _for_and_against(lexemes: Sequence[Lexeme], first: Numeral) -> Numeral | None:
    """Return the 65 of "74 votes in favour and 65 against", "74 for, 65 against"."""
    place = first.last + (word_at(lexemes, first.last) in _COUNTED)
    if word_at(lexemes, place) == "in" and word_at(lexemes, place + 1) in ("favour", "favor"):
        place += 1
    elif word_at(lexemes, place) != "for":
        return None
    place += 1
    place += word_at(lexemes, place) == ","
    place += word_at(lexemes, place) in ("and", "with", "to")
    second = _whole(lexemes, place)
    return second if second and word_at(lexemes, second.last) == "against" else None


def _of_other_side(lexemes: Sequence[Lexeme], first: Numeral) -> Numeral | None:
    """Return the 53 of the headline "Larkhaven 65, Old Orsa 53", which ends its line."""
    if word_at(lexemes, first.last) != "," or not _is_name(lexemes, first.first - 1):
        return None
    place = first.last + 1
    while place < first.last + 1 + _LONGEST_NAME and _is_name(lexemes, place):
        place += 1
    second = _whole(lexemes, place) if place > first.last + 1 else None
    if second is None or first.in_words or second.in_words:
        return None
    ends = second.last >= len(lexemes) or lexemes[second.last].kind == "break"
    return second if ends else None


def _is_name(lexemes: Sequence[Lexeme], at: int) -> bool:
    return 0 <= at < len(lexemes) and lexemes[at].kind == "word" and lexemes[at].text[:1].isupper()


def _whole(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    numeral = read_numeral(lexemes, at) if 0 <= at < len(lexemes) else None
    if numeral is None or numeral.kind != "number" or numeral.high > _HIGHEST or not numeral.low.is_integer():
        return None
    return numeral


def _are_joined(lexemes: Sequence[Lexeme], first: Numeral, second: Numeral, words: NumberWords) -> bool:
    """True for figures glued by one hyphen, and for two numbers with "to" between them beside a word of votes."""
    sign, behind = word_at(lexemes, first.last), word_at(lexemes, second.last)
    if sign == "to":
        counted = word_at(lexemes, first.last - 1) in _COUNTED
        return first.low > second.low and (counted or bool(_near(lexemes, first, second) & words.guard("vote_words")))
    glued = lexemes[first.last].glued and lexemes[first.last + 1].glued
    goes_on = second.last < len(lexemes) and lexemes[second.last].glued and (behind in HYPHENS or behind.isalnum())
    return sign in HYPHENS and glued and not goes_on and not first.in_words


def _near(lexemes: Sequence[Lexeme], first: Numeral, second: Numeral) -> set[str]:
    before = {word_at(lexemes, place) for place in range(first.first - _REACH, first.first)}
    return before | {word_at(lexemes, place) for place in range(second.last, second.last + _REACH)}
