"""For life: "sentenced to life in prison", "a life sentence", "jailed for life", beside a number of years."""

from __future__ import annotations

from comparer.analysis.numbers.amounts import Amount
from comparer.analysis.numbers.lexing import word_at
from comparer.analysis.numbers.page import Page

# As many years as hardly anybody has left: more than any other term.
_YEARS = 99.0
_ROLE = "in prison"
_BEHIND = (("in", "prison"), ("in", "jail"), ("behind", "bars"), ("without", "parole"))
_TERMS = {"imprisonment", "sentence", "term"}
_LOCKED_UP = {"jailed", "imprisoned", "locked", "sentenced", "prison", "jail", "up", "him", "her", "them", "away"}


def read_life_term(page: Page, place: int) -> Amount | None:
    """Return the term that the word "life" at lexeme `place` tells, as 99 years; None for everything else.

    "Three life sentences" are left to the counts.
    """
    lexemes = page.lexemes
    if lexemes[place].lower != "life":
        return None
    behind = word_at(lexemes, place + 1), word_at(lexemes, place + 2)
    before = word_at(lexemes, place - 1), word_at(lexemes, place - 2)
    if behind[0] in _TERMS:
        return _term(page, place, place + 2)
    if behind in _BEHIND and before[0] in ("to", "serving", "for", "get", "gets", "got", "faces", "face"):
        return _term(page, place, place + 3)
    jailed = before[0] == "for" and before[1] in _LOCKED_UP
    sentenced = before == ("to", "sentenced")
    return _term(page, place, place + 1) if jailed or sentenced else None


def _term(page: Page, first: int, last: int) -> Amount:
    return Amount(first, last, _YEARS, _YEARS, 1.0, "exact", page.words.units_by_name["year"], role=_ROLE)
