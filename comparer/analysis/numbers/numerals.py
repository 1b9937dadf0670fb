"""Figures and number words to values: "1.5 million", "one hundred fifty-five", "half a dozen", "two-thirds".

Hedges, units and what is counted are read around a numeral elsewhere.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from comparer.analysis.numbers.lexing import Lexeme

ONES = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10.0 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "mln": 1e6, "mil": 1e6, "bln": 1e9,
}  # fmt: skip
ATTACHED_MAGNITUDES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "cr": 1e7}
DENOMINATORS = {
    "half": 2.0, "third": 3.0, "quarter": 4.0, "fourth": 4.0, "fifth": 5.0, "sixth": 6.0, "seventh": 7.0,
    "eighth": 8.0, "ninth": 9.0, "tenth": 10.0, "hundredth": 100.0,
}  # fmt: skip
HYPHENS = {"-", "‐", "‑", "–", "—", "−"}
_MOST_DIGITS = 18
_ROUND_OUT_OF = {3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 50.0, 100.0, 1000.0, 10000.0, 100000.0}

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


def read_numeral(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Return the longest numeral that starts at `lexemes[at]`, if any."""
    for reader in (_out_of, _share, _half_of_magnitude, _figure, _spelled):
        numeral = reader(lexemes, at)
        if numeral is not None:
            return numeral
    return None


def word_at(lexemes: Sequence[Lexeme], at: int) -> str:
    """Return the lower-cased lexeme at `at`, "" outside the sequence."""
    return lexemes[at].lower if 0 <= at < len(lexemes) else ""


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
    if len(digits) > _MOST_DIGITS:
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


def _whole(lexemes: Sequence[Lexeme], at: int) -> tuple[float, int] | None:
    """A small whole number in one figure or word, and the place after it."""
    if at >= len(lexemes):
        return None
    lexeme = lexemes[at]
    if lexeme.kind == "figure" and lexeme.text.isdecimal() and len(lexeme.text) <= _MOST_DIGITS:
        return float(lexeme.text), at + 1
    if lexeme.lower in ONES:
        return ONES[lexeme.lower], at + 1
    return (TENS[lexeme.lower], at + 1) if lexeme.lower in TENS else None


def _out_of(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read "one in five", "three out of every ten"."""
    part = _whole(lexemes, at)
    if part is None:
        return None
    value, place = part
    said_out_of = word_at(lexemes, place) == "out" and word_at(lexemes, place + 1) == "of"
    if not said_out_of and word_at(lexemes, place) != "in":
        return None
    place += 2 if said_out_of else 1
    every = word_at(lexemes, place) == "every"
    whole = _spelled(lexemes, place + every) or _plain_figure(lexemes, place + every)
    if (
        whole is None
        or not 0 < value < whole.low
        or (not said_out_of and not every and not _likely_odds(value, whole.low))
    ):
        return None
    return Numeral(at, whole.last, value / whole.low, value / whole.low, 0.01, "share")


def _likely_odds(part: float, whole: float) -> bool:
    """Tell "one in 38" and "three in ten" from "one in 2014" and "12 in 20 towns"."""
    return (part == 1 and not 1900 <= whole <= 2100) or (part < 10 and whole in _ROUND_OUT_OF)


def _share(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read "a third of", "two-thirds", "three quarters", "half of", "1/3"."""
    if word_at(lexemes, at) == "half":
        return _half_share(lexemes, at)
    slash = _slash(lexemes, at)
    if slash:
        return slash
    word = word_at(lexemes, at)
    top, place = (1.0, at + 1) if word in ("a", "an") else (_whole(lexemes, at) or (0.0, at))
    if word_at(lexemes, place) in HYPHENS:
        place += 1
    bottom = word_at(lexemes, place)
    denominator = DENOMINATORS.get(bottom) or DENOMINATORS.get(bottom.removesuffix("s"))
    plural = bottom.endswith("s")
    if denominator is None or not 0 < top < denominator or plural != (top > 1):
        return None
    if (
        word_at(lexemes, place + 1) == "of"
        and word_at(lexemes, place + 2) == "a"
        and word_at(lexemes, place + 3) in MAGNITUDES
    ):
        value = top / denominator * MAGNITUDES[word_at(lexemes, place + 3)]
        return Numeral(at, place + 4, value, value, last_digit(value), in_words=True)
    # Without "of" behind it "a third" and "a quarter" are an ordinal and part of a year.
    if top == 1 and word_at(lexemes, place + 1) != "of" and word != "one":
        return None
    return Numeral(at, place + 1, top / denominator, top / denominator, 0.01, "share")


def _half_share(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    following = word_at(lexemes, at + 1)
    if following not in ("of", "the", "its", "their", "all", "our", "his", "her", "those", "these"):
        return None
    if following == "the" and word_at(lexemes, at + 2) in ("time", "battle", "story"):
        return None
    return Numeral(at, at + 1, 0.5, 0.5, 0.01, "share")


def _slash(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    top, bottom = _whole(lexemes, at), _whole(lexemes, at + 2)
    if not top or not bottom or word_at(lexemes, at + 1) != "/" or not 0 < top[0] < bottom[0] <= 10:
        return None
    return Numeral(at, at + 3, top[0] / bottom[0], top[0] / bottom[0], 0.01, "share")


def _half_of_magnitude(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read "half a million", "a half-dozen", "half a dozen"."""
    place = at + (word_at(lexemes, at) == "a")
    if word_at(lexemes, place) != "half":
        return None
    place += 1
    while word_at(lexemes, place) in HYPHENS or word_at(lexemes, place) == "a":
        place += 1
    magnitude = MAGNITUDES.get(word_at(lexemes, place))
    if magnitude is None:
        return None
    return Numeral(
        at, place + 1, magnitude / 2, magnitude / 2, magnitude / 10, mantissa=0.5, magnitude=magnitude, in_words=True
    )


def _plain_figure(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    if at >= len(lexemes) or lexemes[at].kind != "figure":
        return None
    read = figure_value(lexemes[at].text)
    return Numeral(at, at + 1, read[0], read[0], read[1], mantissa=read[0]) if read else None


def _figure(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read "155", "1.5 million", "1.2m", "2½", "2 1/2", "12 dozen"."""
    numeral = _plain_figure(lexemes, at)
    if numeral is None:
        return None
    numeral = _with_fraction(lexemes, numeral)
    attached = word_at(lexemes, numeral.last)
    if attached in ATTACHED_MAGNITUDES and _may_be_magnitude(lexemes, numeral.last):
        return _scaled(numeral, numeral.last + 1, ATTACHED_MAGNITUDES[attached])
    place, magnitude = numeral.last, 1.0
    if word_at(lexemes, place) in HYPHENS and word_at(lexemes, place + 1) in MAGNITUDES:
        place += 1
    while word_at(lexemes, place) in MAGNITUDES:
        magnitude *= MAGNITUDES[word_at(lexemes, place)]
        place += 1
    if magnitude == 1.0:
        return numeral
    return _scaled(numeral, place, magnitude)


def _may_be_magnitude(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Say whether it is one: "bn" may stand apart; "m", "k" and "b" only glued to the figure, and "M" as well as "m"."""
    return lexemes[at].glued or lexemes[at].lower in ("bn", "mn", "tn", "trn")


def _with_fraction(lexemes: Sequence[Lexeme], numeral: Numeral) -> Numeral:
    place = numeral.last
    if place < len(lexemes) and lexemes[place].kind == "figure" and len(lexemes[place].text) == 1:
        behind = lexemes[place].text
        if not behind.isdecimal():
            return _plus(numeral, unicodedata.numeric(behind), place + 1)
        slash = _slash(lexemes, place)
        if slash:
            return _plus(numeral, slash.low, slash.last)
    return numeral


def _plus(numeral: Numeral, fraction: float, last: int) -> Numeral:
    value = numeral.low + fraction
    return replace(numeral, last=last, low=value, high=value, mantissa=value, step=0.1)


def _scaled(numeral: Numeral, last: int, magnitude: float) -> Numeral:
    step = min(numeral.step, 1.0) if numeral.mantissa % 10 else numeral.step
    value = _tidy(numeral.low * magnitude)
    return replace(numeral, last=last, low=value, high=value, step=_tidy(step * magnitude), magnitude=magnitude)


def _tidy(value: float) -> float:
    """1.1 * 1e6 is 1100000.0000000001: keep fifteen digits."""
    return float(f"{value:.15g}")


@dataclass
class _Sum:
    """A spelled number while it is read: `total` of the finished magnitudes and what is `current` below them."""

    total: float = 0.0
    current: float | None = None
    lowest: float = math.inf

    def take(self, word: str) -> bool:
        """Add a number word; False where it does not continue the number."""
        value = ONES.get(word, TENS.get(word))
        if value is not None:
            if self.current is not None and not _fits_behind(self.current, value):
                return False
            self.current = (self.current or 0.0) + value
            return True
        if self.current is None or word not in MAGNITUDES:
            return False
        if word == "hundred" and 0 < self.current < 100:
            self.current *= 100
            return True
        if word == "hundred" or MAGNITUDES[word] >= self.lowest:
            return False
        self.lowest = MAGNITUDES[word]
        self.total, self.current = self.total + self.current * self.lowest, None
        return True

    @property
    def value(self) -> float:
        return self.total + (self.current or 0.0)

    @property
    def magnitude(self) -> float:
        """The last magnitude where nothing follows it: a million for "two million", 1 for "two million five"."""
        return self.lowest if math.isfinite(self.lowest) and self.current is None else 1.0


def _spelled(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read "twenty-five", "one hundred and fifty-five", "a hundred", "two dozen", "one and a half million"."""
    article = word_at(lexemes, at) in ("a", "an")
    place = at + article
    if article and word_at(lexemes, place) not in MAGNITUDES:
        return None
    number = _Sum(current=1.0 if article else None)
    last = None
    while place < len(lexemes):
        if last is not None and _joins(lexemes, place, number):
            place += 1
        if not number.take(word_at(lexemes, place)):
            break
        place += 1
        last = place
    return None if last is None else _spelled_numeral(lexemes, at, last, number.value, number.magnitude)


def _joins(lexemes: Sequence[Lexeme], at: int, number: _Sum) -> bool:
    """True for the hyphen of "twenty-five" and the "and" of "two hundred and five"."""
    word, following = word_at(lexemes, at), word_at(lexemes, at + 1)
    value = ONES.get(following, TENS.get(following))
    if word in HYPHENS:
        return following in MAGNITUDES or (
            value is not None and number.current is not None and _fits_behind(number.current, value)
        )
    return word == "and" and bool(value) and (number.total > 0 or (number.current or 0.0) >= 100)


def _fits_behind(current: float, value: float) -> bool:
    """Forty-five and two hundred five, but not "five six"."""
    if current % 100 == 0 and current:
        return value < 100
    return current % 10 == 0 and 20 <= current % 100 <= 90 and 1 <= value <= 9


def _spelled_numeral(lexemes: Sequence[Lexeme], first: int, last: int, value: float, magnitude: float) -> Numeral:
    """Add "and a half" and what magnitude follows it."""
    numeral = Numeral(
        first, last, value, value, last_digit(value), mantissa=value / magnitude, magnitude=magnitude, in_words=True
    )
    if magnitude == 12.0:
        numeral = replace(numeral, step=6.0)
    after = _after_and_a_half(lexemes, last)
    if after is None:
        return numeral
    half = magnitude / 2
    following = MAGNITUDES.get(word_at(lexemes, after), 1.0) if magnitude == 1.0 else 1.0
    value = (value + half) * following
    return replace(
        numeral, last=after + (following != 1.0), low=value, high=value, step=half * following / 5,
        mantissa=value / (magnitude * following), magnitude=magnitude * following,
    )  # fmt: skip


def _after_and_a_half(lexemes: Sequence[Lexeme], at: int) -> int | None:
    """Return the place behind "and a half" or "-and-a-half" at `at`."""
    for word in ("and", "a", "half"):
        at += word_at(lexemes, at) in HYPHENS
        if word_at(lexemes, at) == word:
            at += 1
        elif word != "a":
            return None
    return at
