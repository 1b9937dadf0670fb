"""What an amount is, and the rate behind one: "a day", "per barrel"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.numerals import Numeral
from comparer.analysis.numbers.words import Unit, Words
from comparer.analysis.report import Form

Entry = TypeVar("Entry")

SHARE = "share"
PERIODS = {
    "second", "minute", "hour", "day", "night", "week", "month", "year", "quarter", "barrel", "tonne", "ton", "person", "head",
    "litre", "liter", "gallon", "kilo", "kilogram", "pound", "ounce", "share", "mile", "km", "kilometre", "acre", "hectare",
    "household", "game", "season", "capita", "pupil", "patient", "unit", "ticket", "piece", "megawatt",
}  # fmt: skip
SOLD_BY = {"barrel", "tonne", "ton", "litre", "liter", "gallon", "kilo", "kilogram", "pound", "ounce"}
"""Of the periods those by which goods are sold."""
_DAILY = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "hourly": "hour"}


@dataclass(frozen=True, slots=True)
class Amount:
    """Lexemes `first` to `last` (exclusive) as an interval with its unit; `unit` None is a plain number.

    `joined` is true where a hyphen ties the number to what follows ("five-member").
    `role` is what the words themselves say happens ("doubled" is a rise).
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
    role: str | None = None


def amount_of(first: int, numeral: Numeral, currency: Unit | None) -> Amount:
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
    return (period, place + 1) if period in PERIODS else None
