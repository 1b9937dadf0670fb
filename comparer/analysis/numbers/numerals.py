"""What a numeral is, the number words, and plain figures with separators in either style."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from comparer.analysis.numbers.lexing import Lexeme

ONES = {
    "zero": 0.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0, "fifteen": 15.0,
    "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0,
}  # fmt: skip
TENS = {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "mln": 1e6, "mil": 1e6, "bln": 1e9,
}  # fmt: skip
ATTACHED_MAGNITUDES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "cr": 1e7,
}  # fmt: skip
DENOMINATORS = {
    "half": 2.0, "third": 3.0, "quarter": 4.0, "fourth": 4.0, "fifth": 5.0, "sixth": 6.0, "seventh": 7.0,
    "eighth": 8.0, "ninth": 9.0, "tenth": 10.0, "hundredth": 100.0,
}  # fmt: skip
MOST_DIGITS = 18

NumeralKind = Literal["number", "vague", "share"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """Lexemes `first` to `last` (exclusive) as a value, [low, high].

    `step` is the unit of the last digit that counts: 10 for 150, 0.1 million
    for "1.5 million". `mantissa` times `magnitude` is the value, so that
    "5 to 10 million" can lend its magnitude to the five.
    """

    first: int
    last: int
    low: float
    high: float
    step: float
    kind: NumeralKind = "number"
    mantissa: float = 0.0
    magnitude: float = 1.0
    in_words: bool = False


def last_digit(value: float) -> float:
    """Return the place of the last digit of a whole number that is not 0: 10 for 150, 1 for 155."""
    if value == 0 or not value.is_integer():
        return 1.0
    step = 1.0
    while value % (step * 10) == 0:
        step *= 10
    return step


def figure_value(figure: str) -> tuple[float, float] | None:
    """Return (value, step) of digits with separators in either style; None beyond 18 digits.

    One comma before one or two digits is a decimal comma; groups of three are thousands.
    """
    if len(figure) == 1 and not figure.isdecimal():
        return unicodedata.numeric(figure), 0.1
    digits = "".join(character for character in figure if character.isdecimal())
    if len(digits) > MOST_DIGITS:
        return None
    decimals = _decimals(figure.replace(" ", ""))
    if decimals:
        return int(digits) / 10**decimals, round(0.1**decimals, decimals)
    return float(int(digits)), last_digit(float(int(digits)))


def _decimals(figure: str) -> int:
    """How many of the digits stand behind a decimal sign."""
    separator = max(figure.rfind("."), figure.rfind(","))
    if separator < 0:
        return 0
    sign, behind = figure[separator], len(figure) - separator - 1
    if sign == ",":
        return behind if behind != 3 else 0
    return 0 if figure.count(".") > 1 else behind


def plain_figure(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    if at >= len(lexemes) or lexemes[at].kind != "figure":
        return None
    read = figure_value(lexemes[at].text)
    return Numeral(at, at + 1, read[0], read[0], read[1], mantissa=read[0]) if read else None
