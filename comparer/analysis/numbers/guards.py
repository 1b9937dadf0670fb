"""Figures that count and measure nothing: names, years, clock times, scores, addresses, list numbers.

The words that give them away stand in data/number_guards.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.numbers.amounts import Amount
from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.words import NumberWords

_FIRST_DAY, _LAST_DAY = 1, 31
_FIRST_YEAR, _FIRST_BARE_YEAR, _LAST_YEAR = 1000, 1900, 2100
_LONGEST_MODEL = 4
_RACES = (60.0, 100.0, 200.0, 400.0, 800.0, 1500.0, 3000.0, 5000.0, 10000.0)


@dataclass(frozen=True, slots=True)
class _Figure:
    """An amount among its lexemes. `title_case`: it stands in a headline with capitals."""

    lexemes: Sequence[Lexeme]
    amount: Amount
    words: NumberWords
    title_case: bool

    def before(self, distance: int = 1) -> str:
        return word_at(self.lexemes, self.amount.first - distance)

    def behind(self, distance: int = 1) -> str:
        return word_at(self.lexemes, self.amount.last + distance - 1)

    @property
    def written(self) -> str:
        return self.lexemes[self.amount.first].text

    def is_capitalised(self, distance: int) -> bool:
        """Whether the lexeme that far before (below 0) or behind (above 0) starts with a capital."""
        place = self.amount.first + distance if distance < 0 else self.amount.last + distance - 1
        return 0 <= place < len(self.lexemes) and self.lexemes[place].text[:1].isupper()


def counts_nothing(lexemes: Sequence[Lexeme], amount: Amount, words: NumberWords, *, title_case: bool) -> bool:
    """Return whether the amount is a name, a year, a score or the like."""
    figure = _Figure(lexemes, amount, words, title_case)
    if amount.unit is not None:
        # "One day" and "one night" tell when, not how long (but "for one night"), and "zero day" is a name.
        lasts = amount.joined or figure.before() in words.guard("before_one_unit")
        if _race(figure):
            return True
        idle = (_is_one(figure) and not lasts) or figure.written.lower() == "zero"
        return amount.unit.dimension in ("duration", "times") and idle
    guards = (
        _in_a_name,
        _model,
        _telephone,
        _labelled,
        _date,
        _clock,
        _year,
        _score,
        _address,
        _list_number,
        _idle,
        _capitalised,
    )
    return any(guard(figure) for guard in guards)


def _race(figure: _Figure) -> bool:
    """The name of a race: "won the 100 metres", "the women's 800m final"."""
    unit = figure.amount.unit
    named = figure.before() in ("the", "men's", "women's") and not figure.amount.in_words
    return unit is not None and unit.name == "metre" and named and figure.amount.high in _RACES


def _in_a_name(figure: _Figure) -> bool:
    """Glued to letters or signs: F-16, A320, 5G, 737s, 1.2.3, 12/15."""
    lexemes, first, last = figure.lexemes, figure.amount.first, figure.amount.last
    if first and lexemes[first].glued:
        before = lexemes[first - 1]
        if before.kind in ("word", "figure") or before.text in "/._§'’" or (before.text in "-‑" and before.glued):
            return True
    if last >= len(lexemes) or not lexemes[last].glued:
        return False
    further = last + 1 < len(lexemes) and lexemes[last + 1].glued and lexemes[last + 1].kind != "sign"
    return lexemes[last].kind == "word" or (lexemes[last].text in "/._:" and further)


def _model(figure: _Figure) -> bool:
    """Capitals before a figure: AK 47, MH 370."""
    place = figure.amount.first - 1
    if place < 0 or figure.amount.in_words or figure.title_case:
        return False
    name = figure.lexemes[place].text
    capitals = name.isalpha() and name.isupper() and 1 < len(name) <= _LONGEST_MODEL
    return capitals and name.lower() not in figure.words.guard("country_codes")


def _telephone(figure: _Figure) -> bool:
    """A number to call: "dial 112"."""
    calls = figure.before() in figure.words.guard("before_telephones") and not figure.amount.in_words
    return calls and (not figure.behind().isalpha() or figure.behind() in ("in", "for", "if"))


def _labelled(figure: _Figure) -> bool:
    """Named by the word before: Article 5, Highway 61, World War Two, No. 5."""
    word = figure.before()
    if word == ".":
        return figure.before(2) in figure.words.guard("abbreviated_labels")
    if word in figure.words.guard("labels_in_lower_case"):
        return True
    return word in figure.words.guard("labels") and figure.is_capitalised(-1)


def _date(figure: _Figure) -> bool:
    """Beside a month: April 9, 9 April, the 9th of April."""
    if not _FIRST_DAY <= figure.amount.high <= _LAST_DAY:
        return False
    near = [(figure.before(), -1), (figure.behind(), 1)]
    if figure.before() == ".":
        near.append((figure.before(2), -2))
    if figure.behind() == "of":
        near.append((figure.behind(2), 2))
    months = figure.words.guard("months")
    return any(word in months and figure.is_capitalised(distance) for word, distance in near)


def _clock(figure: _Figure) -> bool:
    """A time of day: 9 p.m., 7 o'clock, 1830 GMT; or a day in figures: 9: 05, 14 / 09 / 2013."""
    if _joined_by(figure, ":") or _joined_by(figure, "/"):
        return True
    dotted = figure.behind() in ("a", "p") and figure.behind(2) == "."
    return figure.behind() in figure.words.guard("clock_after") or dotted


def _joined_by(figure: _Figure, sign: str) -> bool:
    """Whether `sign` stands between this figure and another, one of them with two digits: "9: 05"."""
    near = [figure.behind(2)] if figure.behind() == sign else []
    near += [figure.before(2)] if figure.before() == sign else []
    return any(other.isdecimal() and max(len(other), len(figure.written)) > 1 for other in near)


def _year(figure: _Figure) -> bool:
    """Four bare digits: "in 1845", "the 2014 harvest"; but "2000 people" are people."""
    if figure.amount.in_words or len(figure.written) != 4 or not figure.written.isdecimal():
        return False
    if not _FIRST_YEAR <= figure.amount.low <= _LAST_YEAR:
        return False
    noun = figure.behind()
    if figure.words.is_person(noun) or figure.words.is_person(noun.removesuffix("s")):
        return False
    if figure.amount.low >= _FIRST_BARE_YEAR:
        return figure.before() not in figure.words.guard("never_before_years")
    return figure.before() in figure.words.guard("before_years") and not noun.isalpha()


def _score(figure: _Figure) -> bool:
    """A result: "3-1", "a 5-4 ruling", "50-50"; "40-50 people" is a range."""
    lexemes, last = figure.lexemes, figure.amount.last
    if figure.behind() in (*HYPHENS, ":") and lexemes[last].glued:
        return last + 1 < len(lexemes) and lexemes[last + 1].kind == "figure" and lexemes[last + 1].glued
    if _votes(figure):
        return True
    if not figure.amount.figure_range:
        return False
    around = {figure.before(distance) for distance in range(1, 5)}
    return (
        bool(around & figure.words.guard("score_before"))
        or figure.behind() in figure.words.guard("score_after")
        or figure.behind() in ("", ".", ",", "on", "in")
    )


def _votes(figure: _Figure) -> bool:
    """One side of "134 to 63"; the larger comes first, or it would be a range."""
    lexemes, first, last = figure.lexemes, figure.amount.first, figure.amount.last
    if figure.behind() == "to" and last + 1 < len(lexemes) and lexemes[last + 1].text.isdecimal():
        return float(lexemes[last + 1].text[:9]) < figure.amount.high
    if figure.before() == "to" and first > 1 and lexemes[first - 2].text.isdecimal():
        return float(lexemes[first - 2].text[:9]) > figure.amount.high
    return False


def _address(figure: _Figure) -> bool:
    """A house number: "12 Mill Street", "the 1200 block of Oak Avenue"."""
    if figure.amount.in_words:
        return False
    if figure.behind() == "block" and figure.amount.high >= 100:
        return True
    for distance in range(1, 4):
        if not figure.is_capitalised(distance):
            return False
        if distance > 1 and figure.behind(distance) in figure.words.guard("streets"):
            return True
    return False


def _list_number(figure: _Figure) -> bool:
    """The number of an item or a note: "1. Close", "2) Leave", "[3]", "(4)"."""
    before = figure.lexemes[figure.amount.first - 1] if figure.amount.first else None
    if before is None or before.kind == "break":
        return not figure.amount.in_words and figure.behind() in (".", ")", ":") and figure.amount.high < 100
    return before.text in "([" and figure.behind() in (")", "]") and figure.amount.high < 1000


_OWNERS = {"the", "an", "its", "his", "her", "their", "our", "my", "your"}


def _is_one(figure: _Figure) -> bool:
    return figure.written.lower() == "one" and figure.amount.high == 1


def _idle(figure: _Figure) -> bool:
    """A pronoun or an idiom: "one of the men", "no one", "two-way"."""
    idle_joined = figure.behind(2) in figure.words.guard("idle_joined") or figure.written.lower() == "zero"
    if figure.amount.joined and idle_joined:
        return True
    if not _is_one(figure) or figure.amount.last > figure.amount.first + 1:
        return False
    before, behind = figure.words.guard("one_before"), figure.words.guard("one_after")
    counts = figure.before() == "only" and figure.before(2) not in _OWNERS  # "only one", but "the only one"
    idle = figure.before() in before and not counts
    return idle or figure.behind() in behind or figure.amount.joined


def _capitalised(figure: _Figure) -> bool:
    """A number word with a capital inside a sentence belongs to a name: the Group of Seven, Forty Niners."""
    if figure.title_case or not figure.amount.in_words or not figure.written[:1].isupper() or not figure.amount.first:
        return False
    before = figure.lexemes[figure.amount.first - 1]
    return before.kind == "word" or before.text in (",", "-")
