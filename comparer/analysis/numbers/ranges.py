"""Numerals with their unit and range: "$1.5bn", "40 to 50", "12-hour", "between 5 and 10 percent", "several hundred"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comparer.analysis.numbers.amounts import SHARE, Amount, amount_of, longest
from comparer.analysis.numbers.figures import read_numeral
from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.numerals import MAGNITUDES, Numeral
from comparer.analysis.numbers.units import half_of_unit, one_unit, read_magnitude, with_unit
from comparer.analysis.numbers.words import NumberWords

_SIGNS = {"-", "−", "–"}
_BEFORE_FROM = 6
_CHANGES = {
    "rise", "rises", "rose", "risen", "rising", "raise", "raises", "raised", "up", "increase", "increases", "increased", "grow", "grows",
    "grew", "grown", "climb", "climbed", "jump", "jumped", "soared", "swell", "swelled", "swollen", "doubled", "fall", "falls", "fell",
    "fallen", "falling", "down", "drop", "drops", "dropped", "cut", "cuts", "reduce", "reduced", "lower", "lowered", "decline", "declined",
    "shrink", "shrank", "shrunk", "slip", "slipped", "sank", "plunged", "went", "gone", "goes", "changed", "changes", "moved",
    "shifted", "swung",
}  # fmt: skip
_RANGE_SIGNS = {"to", "or", "-", "–", "—", "‑"}


def read_amount(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Return the amount that starts at `lexemes[at]`: a range where the words give one."""
    if word_at(lexemes, at) == "between":
        return _between(lexemes, at, words)
    first = _single(lexemes, at, words)
    return first and (_range(lexemes, first, words) or first)


def _single(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    negative = word_at(lexemes, at) in (*_SIGNS, "minus") and _starts_negative(lexemes, at)
    place = at + negative
    prefix = longest(lexemes, place, words.signs, 3)
    if prefix and _is_sign(lexemes, place, prefix[1]):
        currency, place = prefix
    else:
        currency = None
    if half := half_of_unit(lexemes, place, words):
        return half
    if one := one_unit(lexemes, place, words):
        return one
    if word_at(lexemes, place) == "magnitude":
        return read_magnitude(lexemes, place, words)
    numeral = read_numeral(lexemes, place) or (None if currency else _vague(lexemes, place, words))
    if numeral is None:
        return None
    numeral = _metres(lexemes, numeral, words) if currency is None else numeral
    amount = amount_of(at, numeral, currency)
    amount = amount if currency else with_unit(lexemes, amount, words)
    if not negative:
        return amount
    return replace(amount, low=-amount.high, high=-amount.low) if amount.unit else None


def _starts_negative(lexemes: Sequence[Lexeme], at: int) -> bool:
    return lexemes[at].lower == "minus" or (
        not lexemes[at].glued and at + 1 < len(lexemes) and lexemes[at + 1].glued and lexemes[at + 1].kind == "figure"
    )


def _is_sign(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """A sign or code directly before a figure; "RM" and the like only in capitals as written."""
    if last >= len(lexemes) or lexemes[last].kind not in ("figure", "word"):
        return False
    written = lexemes[first].text
    if written.isalpha() and written.islower():
        return False
    return lexemes[last].kind == "figure" or not written.isalpha()


def _vague(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Numeral | None:
    """Read "dozens", "several hundred", "tens of thousands", "a couple of dozen"."""
    found = longest(lexemes, at, words.vague, 2)
    if found is None:
        return None
    (low, high), place = found
    magnitude = 1.0
    after = place + (word_at(lexemes, place) == "of" and _plural_magnitude(word_at(lexemes, place + 1)) != 1.0)
    while (factor := _plural_magnitude(word_at(lexemes, after))) != 1.0:
        magnitude *= factor
        after += 1
        place = after
    low, high = low * magnitude, high * magnitude
    return Numeral(at, place, low, high, magnitude, "vague", mantissa=low, magnitude=magnitude, in_words=True)


def _plural_magnitude(word: str) -> float:
    return MAGNITUDES.get(word) or MAGNITUDES.get(word.removesuffix("s"), 1.0)


def _metres(lexemes: Sequence[Lexeme], numeral: Numeral, words: NumberWords) -> Numeral:
    """Undo the magnitude: "a 5m wall" is no five million."""
    if word_at(lexemes, numeral.last - 1) != "m" or lexemes[numeral.last - 1].text == "M":
        return numeral
    around = {word_at(lexemes, numeral.last + offset) for offset in range(4)} | {word_at(lexemes, numeral.first - 1)}
    if not around & words.near("metres"):
        return numeral
    step = numeral.step / numeral.magnitude
    return replace(
        numeral, last=numeral.last - 1, low=numeral.mantissa, high=numeral.mantissa, step=step, magnitude=1.0
    )  # fmt: skip


def _between(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    low = _single(lexemes, at + 1, words)
    if low is None or word_at(lexemes, low.last) not in ("and", "to"):
        return None
    high = _single(lexemes, low.last + 1, words)
    joined = high and _join(low, high)
    return replace(joined, first=at) if joined else None


def _range(lexemes: Sequence[Lexeme], low: Amount, words: NumberWords) -> Amount | None:
    """Read "40 to 50", "40-50", "three or four", "$5m to $10m"."""
    sign = word_at(lexemes, low.last)
    if sign not in _RANGE_SIGNS or low.form != "exact" or (low.unit and low.unit.name == SHARE):
        return None
    high = _single(lexemes, low.last + 1, words)
    if high is None or (sign in HYPHENS and not lexemes[low.last + 1].glued):
        return None
    if sign == "to" and _tells_a_change(lexemes, low.first):
        return None
    # In "$11m in 2030 to $10m in 2031" the year does not start a range.
    if low.unit is None and lexemes[high.first].kind == "sign":
        return None
    joined = _join(low, high)
    return replace(joined, figure_range=sign in HYPHENS) if joined else None


def _tells_a_change(lexemes: Sequence[Lexeme], at: int) -> bool:
    """True for "rose from 30 to 36", which is no range."""
    before = {word_at(lexemes, at - distance) for distance in range(2, _BEFORE_FROM)}
    return word_at(lexemes, at - 1) == "from" and not before.isdisjoint(_CHANGES)


def _join(low: Amount, high: Amount) -> Amount | None:
    """One interval of both ends; None where the second is not the larger or has another unit."""
    if low.unit and high.unit and low.unit.dimension != high.unit.dimension:
        return None
    start = low.low
    if low.magnitude == 1.0 and high.magnitude > 1.0 and low.mantissa < high.mantissa:
        start *= high.magnitude
    if not start < high.high or high.form != "exact":
        return None
    return replace(
        high, first=low.first, low=start, form="range", unit=high.unit or low.unit, step=high.step
    )  # fmt: skip
