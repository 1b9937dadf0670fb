"""Any numeral at a place of the text: figures with their magnitude ("1.5 million", "1.2m", "2½"), words, fractions."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from comparer.analysis.numbers.fractions import read_half, read_odds, read_share, read_slash
from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.numerals import ATTACHED_MAGNITUDES, MAGNITUDES, Numeral, plain_figure
from comparer.analysis.numbers.spelled import read_spelled


def read_numeral(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Return the longest numeral that starts at `lexemes[at]`, if any."""
    for reader in (read_odds, read_share, read_half, read_figure, read_spelled):
        numeral = reader(lexemes, at)
        if numeral is not None:
            return numeral
    return None


def read_figure(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read "155", "1.5 million", "1.2m", "2½", "2 1/2", "12 dozen"."""
    numeral = plain_figure(lexemes, at)
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
    """Say whether it is one: "bn" may stand apart; "m", "k" and "b" only glued to the figure, and "M" as well as "m"; "5mm" is a length."""
    if lexemes[at].lower == "mm" and lexemes[at].text != "MM":
        return False
    return lexemes[at].glued or lexemes[at].lower in ("bn", "mn", "tn", "trn")


def _with_fraction(lexemes: Sequence[Lexeme], numeral: Numeral) -> Numeral:
    place = numeral.last
    if place < len(lexemes) and lexemes[place].kind == "figure" and len(lexemes[place].text) == 1:
        behind = lexemes[place].text
        if not behind.isdecimal():
            return _plus(numeral, unicodedata.numeric(behind), place + 1)
        slash = read_slash(lexemes, place)
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
