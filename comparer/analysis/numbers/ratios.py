"""Shares told as one in so many: "every third household", "every other child", "one household in ten"."""

from __future__ import annotations

from comparer.analysis.numbers.amounts import SHARE, Amount
from comparer.analysis.numbers.fractions import likely_odds, small_number
from comparer.analysis.numbers.lexing import word_at
from comparer.analysis.numbers.numerals import DENOMINATORS, plain_figure
from comparer.analysis.numbers.page import Page
from comparer.analysis.numbers.spelled import read_spelled
from comparer.analysis.numbers.words import Unit

_NTH = {
    "other": 2.0,
    "second": 2.0,
    **{word: value for word, value in DENOMINATORS.items() if word not in ("half", "quarter")},
}
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")


def read_ratio(page: Page, place: int) -> Amount | None:
    """Return the share that starts at lexeme `place`; None for times ("every third day") and for everything else."""
    return _every_nth(page, place) or _one_thing_in(page, place)


def _every_nth(page: Page, place: int) -> Amount | None:
    """Read "every third" before a noun in the singular."""
    out_of = _NTH.get(word_at(page.lexemes, place + 1))
    if word_at(page.lexemes, place) != "every" or out_of is None or place + 2 >= len(page.lexemes):
        return None
    noun = page.doc[page.token_at(page.lexemes[place + 2].start)]
    if noun.pos_ == "ADJ" and noun.i + 1 < len(page.doc):
        noun = page.doc[noun.i + 1]
    if noun.tag_ != "NN" or _is_unit(page, noun.lower_):
        return None
    return _share(place, place + 2, 1 / out_of)


def _one_thing_in(page: Page, place: int) -> Amount | None:
    """Read "one household in ten" and "three patients out of every ten"; not "one fire in ten days"."""
    part = small_number(page.lexemes, place)
    if part is None or part[1] + 1 >= len(page.lexemes):
        return None
    noun = page.doc[page.token_at(page.lexemes[part[1]].start)]
    if noun.pos_ != "NOUN" or _is_unit(page, noun.lower_):
        return None
    at = part[1] + 1
    if word_at(page.lexemes, at) != "in" and (word_at(page.lexemes, at), word_at(page.lexemes, at + 1)) != (
        "out",
        "of",
    ):
        return None
    at += 1 if word_at(page.lexemes, at) == "in" else 2
    at += word_at(page.lexemes, at) == "every"
    whole = read_spelled(page.lexemes, at) or plain_figure(page.lexemes, at)
    if whole is None or not part[0] < whole.low or not likely_odds(part[0], whole.low):
        return None
    behind = page.token_from(page.lexemes[whole.last - 1].end)
    counts_others = behind < len(page.doc) and (
        page.doc[behind].pos_ in _NOMINAL or page.doc[behind].lower_ in ("%", "-")
    )
    return None if counts_others else _share(place, whole.last, part[0] / whole.low)


def _is_unit(page: Page, word: str) -> bool:
    return (word,) in page.words.unit_words


def _share(first: int, last: int, value: float) -> Amount:
    return Amount(first, last, value, value, 0.01, "exact", Unit(SHARE, SHARE, 100.0), in_words=True)
