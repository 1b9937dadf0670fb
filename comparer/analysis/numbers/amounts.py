"""Numerals with their unit and range: "$1.5bn", "40 to 50", "12-hour", "between 5 and 10 percent", "several hundred"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from comparer.analysis.numbers.lexing import Lexeme
from comparer.analysis.numbers.numerals import HYPHENS, MAGNITUDES, Numeral, read_numeral, word_at
from comparer.analysis.numbers.words import NumberWords, Unit, Words
from comparer.analysis.report import Form

Entry = TypeVar("Entry")

PERCENT, SHARE = "%", "share"
_LONGEST_UNIT = 4
_STRONGEST_QUAKE = 10
_SIGNS = {"-", "−", "–"}
_RANGE_SIGNS = {"to", "or", "-", "–", "—", "‑"}
_PERIODS = {
    "second", "minute", "hour", "day", "night", "week", "month", "year", "quarter", "barrel", "tonne", "ton", "person",
    "head", "litre", "liter", "gallon", "kilo", "kilogram", "pound", "ounce", "share", "mile", "km", "kilometre", "acre",
    "hectare", "household", "game", "season", "capita", "pupil", "patient", "unit", "ticket", "piece", "megawatt",
}  # fmt: skip
_DAILY = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "hourly": "hour"}
_NEEDS_THOUSANDS = {"won", "rand", "crown", "crowns", "dong", "stone"}
_BEFORE_ONE_UNIT = {"about", "around", "nearly", "almost", "over", "than", "least", "for", "after", "lasted", "last", "took", "take",
                    "within", "under", "approximately", "roughly", "quite", "just"}  # fmt: skip
_SINGULAR_IS_ORDINAL = {"second", "quarter"}


@dataclass(frozen=True, slots=True)
class Amount:
    """Lexemes `first` to `last` (exclusive) as an interval with its unit; `unit` None is a plain number.

    `joined` is true where a hyphen ties the number to what follows ("five-member").
    """

    first: int
    last: int
    low: float
    high: float
    step: float
    form: Form
    unit: Unit | None = None
    joined: bool = False
    figure_range: bool = False
    magnitude: float = 1.0
    mantissa: float = 0.0
    in_words: bool = False


def read_amount(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Return the amount that starts at `lexemes[at]`: a range where the words give one."""
    if word_at(lexemes, at) == "between":
        return _between(lexemes, at, words)
    first = _single(lexemes, at, words)
    return first and (_range(lexemes, first, words) or first)


def longest(lexemes: Sequence[Lexeme], at: int, table: Mapping[Words, Entry], most: int) -> tuple[Entry, int] | None:
    """Return the entry for the longest run of lexemes from `at` found in `table`, and the place after it."""
    for length in range(most, 0, -1):
        key = tuple(word_at(lexemes, at + offset) for offset in range(length))
        if key in table:
            return table[key], at + length
    return None


def read_rate(lexemes: Sequence[Lexeme], at: int) -> tuple[str, int] | None:
    """Return ("day", place after it) for "per day", "a day", "/day", "-a-day" or "daily" at `at`."""
    if word_at(lexemes, at) in _DAILY:
        return _DAILY[word_at(lexemes, at)], at + 1
    place = at + (word_at(lexemes, at) in HYPHENS)
    if word_at(lexemes, place) not in ("per", "a", "an", "/", "each", "every"):
        return None
    place += 1
    place += word_at(lexemes, place) in HYPHENS
    period = word_at(lexemes, place)
    return (period, place + 1) if period in _PERIODS else None


def _single(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    negative = word_at(lexemes, at) in (*_SIGNS, "minus") and _starts_negative(lexemes, at)
    place = at + negative
    prefix = longest(lexemes, place, words.signs, 3)
    if prefix and _is_sign(lexemes, place, prefix[1]):
        currency, place = prefix
    else:
        currency = None
    if half := _half_of_unit(lexemes, place, words):
        return half
    if one := _one_unit(lexemes, place, words):
        return one
    if word_at(lexemes, place) == "magnitude":
        return _magnitude(lexemes, place, words)
    numeral = read_numeral(lexemes, place) or (None if currency else _vague(lexemes, place, words))
    if numeral is None:
        return None
    numeral = _metres(lexemes, numeral, words) if currency is None else numeral
    amount = _amount(at, numeral, currency)
    amount = amount if currency else _with_unit(lexemes, amount, words)
    if not negative:
        return amount
    return replace(amount, low=-amount.high, high=-amount.low) if amount.unit else None


def _one_unit(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read "about a month", "for an hour", "less than a mile"; "$5 a month" is a rate."""
    if word_at(lexemes, at) not in ("a", "an") or word_at(lexemes, at - 1) not in _BEFORE_ONE_UNIT:
        return None
    unit = words.unit_words.get((word_at(lexemes, at + 1),))
    if unit is None or unit.dimension not in ("duration", "length") or word_at(lexemes, at + 1) == "second":
        return None
    return Amount(at, at + 2, 1.0, 1.0, 1.0, "exact", unit, mantissa=1.0, in_words=True)


def _magnitude(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read "magnitude 6.1", "magnitude-6.1", "magnitude of 6.1"."""
    place = at + 1
    while word_at(lexemes, place) in HYPHENS or word_at(lexemes, place) == "of":
        place += 1
    numeral = read_numeral(lexemes, place)
    if numeral is None or numeral.kind != "number" or numeral.high > _STRONGEST_QUAKE:
        return None
    return replace(_amount(at, numeral, None), unit=words.units_by_name["magnitude"])


def _share_of_unit(lexemes: Sequence[Lexeme], amount: Amount, words: NumberWords) -> Amount | None:
    """Read "a quarter of a percentage point" and "three quarters of a mile"."""
    if word_at(lexemes, amount.last) != "of" or word_at(lexemes, amount.last + 1) not in ("a", "an"):
        return None
    found = longest(lexemes, amount.last + 2, words.unit_words, _LONGEST_UNIT)
    return replace(amount, last=found[1], unit=found[0], step=0.1) if found else None


def _of_quake(lexemes: Sequence[Lexeme], at: int, amount: Amount, words: NumberWords) -> Unit | None:
    """Read the 6.1 of "a 6.1 earthquake" and of "6.1 on the Richter scale"."""
    after = {word_at(lexemes, at + distance) for distance in range(4)}
    shakes = word_at(lexemes, at) in ("earthquake", "quake", "tremor", "temblor") or {"richter", "scale"} <= after
    return words.units_by_name["magnitude"] if shakes and amount.step < 1 and amount.high < _STRONGEST_QUAKE else None


def _half_of_unit(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read "half an hour", "half a mile", "half-hour"."""
    if word_at(lexemes, at) != "half":
        return None
    place = at + 1
    while word_at(lexemes, place) in HYPHENS or word_at(lexemes, place) in ("a", "an"):
        place += 1
    found = longest(lexemes, place, words.unit_words, _LONGEST_UNIT) if place > at + 1 else None
    return Amount(at, found[1], 0.5, 0.5, 0.1, "exact", found[0], mantissa=0.5, in_words=True) if found else None


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


def _amount(first: int, numeral: Numeral, currency: Unit | None) -> Amount:
    return Amount(
        first=first,
        last=numeral.last,
        low=numeral.low,
        high=numeral.high,
        step=numeral.step,
        form="vague" if numeral.kind == "vague" else "exact",
        unit=Unit(SHARE, SHARE, 100.0) if numeral.kind == "share" else currency,
        magnitude=numeral.magnitude,
        mantissa=numeral.mantissa,
        in_words=numeral.in_words,
    )


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


def _with_unit(lexemes: Sequence[Lexeme], amount: Amount, words: NumberWords) -> Amount:
    """Add the unit that follows the number, if one does."""
    place = amount.last
    hyphen = (
        word_at(lexemes, place) in HYPHENS
        and lexemes[place].glued
        and place + 1 < len(lexemes)
        and lexemes[place + 1].glued
    )
    place += hyphen
    if amount.unit is not None:
        return _share_of_unit(lexemes, amount, words) or amount
    found = _unit_at(lexemes, place, amount, words, hyphen=hyphen)
    if found is None and (shake := _of_quake(lexemes, place, amount, words)):
        return replace(amount, unit=shake)
    if found is None:
        joined = hyphen and place < len(lexemes) and lexemes[place].kind == "word"
        return replace(amount, joined=joined)
    unit, last = found
    return replace(amount, last=last, unit=unit, joined=hyphen)


def _unit_at(
    lexemes: Sequence[Lexeme], at: int, amount: Amount, words: NumberWords, *, hyphen: bool
) -> tuple[Unit, int] | None:
    at += word_at(lexemes, at) == "of" and word_at(lexemes, at - 1) != "of" and amount.form == "vague"
    if word_at(lexemes, at) in ("pound", "pounds"):
        return _pounds(lexemes, at, amount, words, hyphen=hyphen), at + 1
    found = _hyphened_unit(lexemes, at, words) or longest(lexemes, at, words.unit_words, _LONGEST_UNIT)
    if found and _suits(lexemes[at].lower, amount, hyphen=hyphen):
        return found
    symbol = longest(lexemes, at, words.symbols_and_signs, 3) if not amount.in_words else None
    return symbol if symbol and _is_symbol(lexemes, at, symbol[1], amount) else None


def _hyphened_unit(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> tuple[Unit, int] | None:
    """Read "square-metre" like "square metre"."""
    if word_at(lexemes, at + 1) not in HYPHENS:
        return None
    key = word_at(lexemes, at), word_at(lexemes, at + 2)
    return (words.unit_words[key], at + 3) if key in words.unit_words else None


def _suits(word: str, amount: Amount, *, hyphen: bool) -> bool:
    if word in _NEEDS_THOUSANDS:
        return amount.high >= 1000
    return word not in _SINGULAR_IS_ORDINAL or hyphen or amount.high <= 1


def _is_symbol(lexemes: Sequence[Lexeme], first: int, last: int, amount: Amount) -> bool:
    """Letters alone must be glued to the figure and cased as the symbol is: 5m, 37C, but no 5G."""
    written = "".join(lexeme.text for lexeme in lexemes[first:last])
    if last < len(lexemes) and lexemes[last].glued and lexemes[last].kind in ("word", "figure"):
        return False
    if len(written) > 1 or not written.isalpha():
        return written.lower() != "pc" or lexemes[first].glued
    right_case = written.isupper() if written.lower() in ("c", "f") else written.islower()
    return lexemes[first].glued and right_case and amount.magnitude == 1.0


def _pounds(lexemes: Sequence[Lexeme], at: int, amount: Amount, words: NumberWords, *, hyphen: bool) -> Unit:
    """Decide between the mass and the currency by the words around."""
    around = {word_at(lexemes, place) for place in range(max(at - 7, 0), at + 6)}
    mass, money = around & words.near("pounds_of_mass"), around & words.near("pounds_of_money")
    weighs = bool(mass) if bool(mass) != bool(money) else amount.high < 10000
    return words.units_by_name["pound"] if weighs or (hyphen and not money) else Unit("GBP", "money:GBP")


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
    # In "$11m in 2030 to $10m in 2031" the year does not start a range.
    if low.unit is None and lexemes[high.first].kind == "sign":
        return None
    joined = _join(low, high)
    return replace(joined, figure_range=sign in HYPHENS) if joined else None


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
