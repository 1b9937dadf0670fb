"""Growth told without a percentage: "doubled", "more than halved", "a fivefold rise", "twice as high", all as percent."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.numbers.amounts import SHARE, Amount
from comparer.analysis.numbers.fractions import small_number
from comparer.analysis.numbers.lexing import HYPHENS, word_at
from comparer.analysis.numbers.numerals import ONES
from comparer.analysis.numbers.page import Page
from comparer.analysis.numbers.words import Unit

_VERBS = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "quintuple": 5.0, "halve": 0.5}
_IDIOMS = {"as", "down", "up", "back"}
_FALLS = {
    "fall",
    "drop",
    "decline",
    "decrease",
    "reduce",
    "reduction",
    "fell",
    "fallen",
    "cut",
    "reduced",
    "less",
    "fewer",
}
_NEAR_FALL = 3
# Prices that rise by 94 percent are said to double.
_LEEWAY = 0.05
_WHOLE = 100.0
_LEAST = 2


def read_multiple(page: Page, place: int) -> Amount | None:
    """Return the change in percent that the words at lexeme `place` tell, with its role; None for everything else."""
    return _verb(page, place) or _fold(page, place) or _twice(page, place)


def _verb(page: Page, place: int) -> Amount | None:
    """Read "doubled" where something does or is made to: not "doubled as a driver", nor "she doubled in the sixth"."""
    token = page.doc[page.token_at(page.lexemes[place].start)]
    factor = _VERBS.get(token.lemma_.lower()) if token.pos_ == "VERB" and token.dep_ != "amod" else None
    if factor is None or word_at(page.lexemes, place + 1) in _IDIOMS:
        return None
    return _change(place, place + 1, factor) if any(_can_grow(page, child) for child in token.children) else None


def _can_grow(page: Page, token: Token) -> bool:
    """True for the object, and for a subject that is no single person."""
    if token.dep_ == "dobj":
        return token.pos_ == "NOUN"
    single = token.tag_ == "NN" and page.words.is_person(token.lemma_.lower())
    return token.dep_ in ("nsubj", "nsubjpass") and token.pos_ == "NOUN" and not single


def _fold(page: Page, place: int) -> Amount | None:
    """Read "fivefold", "ten-fold" and "5-fold", but not of a fall."""
    lexemes = page.lexemes
    word = lexemes[place].lower
    if word.endswith("fold"):
        factor, last = ONES.get(word.removesuffix("fold"), 0.0), place + 1
    else:
        factor, last = small_number(lexemes, place) or (0.0, place)
        last += word_at(lexemes, last) in HYPHENS
        factor, last = (factor, last + 1) if word_at(lexemes, last) == "fold" else (0.0, last)
    around = {word_at(lexemes, place + distance) for distance in range(-_NEAR_FALL, _NEAR_FALL + 2)}
    return None if factor < _LEAST or around & _FALLS else _change(place, last, factor)


def _twice(page: Page, place: int) -> Amount | None:
    """Read the "twice" of "twice as high as"; "twice as many women as men" tells of no growth."""
    words = [word_at(page.lexemes, place + distance) for distance in range(3)]
    told = is_compared(page, place) and words[0] == "twice" and words[2] not in ("many", "much", "likely")
    return _change(place, place + 1, 2.0) if told else None


def is_compared(page: Page, place: int) -> bool:
    """Return whether "as" and a quality follow the lexeme at `place`: "twice as high", but not "scored twice as they won"."""
    if word_at(page.lexemes, place + 1) != "as" or place + 2 >= len(page.lexemes):
        return False
    return page.doc[page.token_at(page.lexemes[place + 2].start)].pos_ in ("ADJ", "ADV")


def _change(first: int, last: int, factor: float) -> Amount:
    """The percent by which a thing grows, or shrinks, that becomes `factor` times itself."""
    low, high = sorted(_WHOLE * abs(factor * (1 + leeway) - 1) for leeway in (-_LEEWAY, _LEEWAY))
    role = "rise" if factor > 1 else "fall"
    return Amount(first, last, _tidy(low), _tidy(high), 1.0, "approximate", Unit("%", SHARE), in_words=True, role=role)


def _tidy(percent: float) -> float:
    return round(percent, 6)
