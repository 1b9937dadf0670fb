"""Numbers in words: "one hundred fifty-five", "two dozen", "one and a half million"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.numerals import MAGNITUDES, ONES, TENS, Numeral, last_digit


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


def read_spelled(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
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
