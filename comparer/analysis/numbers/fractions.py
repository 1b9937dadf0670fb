"""Parts of a whole: "a third of", "two-thirds", "one in five", "1/3", and halves of magnitudes: "half a million"."""

from __future__ import annotations

from collections.abc import Sequence

from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.numerals import (
    DENOMINATORS,
    MAGNITUDES,
    MOST_DIGITS,
    ONES,
    TENS,
    Numeral,
    last_digit,
    plain_figure,
)
from comparer.analysis.numbers.spelled import read_spelled

_ROUND_OUT_OF = {3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 50.0, 100.0, 1000.0, 10000.0, 100000.0}

# "Nine out of 40 samples" are nine samples, "nine out of ten" are a share.
_SHARED_OUT_OF = {3.0, 4.0, 5.0, 10.0, 100.0, 1000.0}
_BEHIND_CHANGES = {
    "in", "since", "to", "from", "over", "this", "last", "on", "compared", "during", "within", "between", "after", "before",
    "and", "as", "at", "when", "while", "because", "but", "next", "by", "under", "across", "for",
}  # fmt: skip


def read_odds(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read "one in five", "three out of every ten"."""
    part = small_number(lexemes, at)
    if part is None:
        return None
    value, place = part
    said_out_of = word_at(lexemes, place) == "out" and word_at(lexemes, place + 1) == "of"
    if not said_out_of and word_at(lexemes, place) != "in":
        return None
    place += 2 if said_out_of else 1
    every = word_at(lexemes, place) == "every"
    whole = read_spelled(lexemes, place + every) or plain_figure(lexemes, place + every)
    if (
        whole is None
        or not 0 < value < whole.low
        or not (every or likely_odds(value, whole.low))
        or (said_out_of and not every and value > 1 and whole.low not in _SHARED_OUT_OF)
    ):
        return None
    return Numeral(at, whole.last, value / whole.low, value / whole.low, 0.01, "share")


def likely_odds(part: float, whole: float) -> bool:
    """Tell "one in 38" and "three in ten" from "one in 2014" and "12 in 20 towns"."""
    return (part == 1 and not 1900 <= whole <= 2100) or (part < 10 and whole in _ROUND_OUT_OF)


def read_share(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    """Read "a third of", "two-thirds", "three quarters", "half of", "1/3"."""
    if word_at(lexemes, at) == "half":
        return _half_share(lexemes, at)
    slash = read_slash(lexemes, at)
    if slash:
        return slash
    word = word_at(lexemes, at)
    top, place = (1.0, at + 1) if word in ("a", "an") else (small_number(lexemes, at) or (0.0, at))
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
    # Without "of" behind it "a third" and "a quarter" are an ordinal and part of a year, but not in "by a third since May".
    told = word == "one" or word_at(lexemes, place + 1) == "of" or _is_change(lexemes, at, place + 1)
    if top == 1 and not told:
        return None
    return Numeral(at, place + 1, top / denominator, top / denominator, 0.01, "share")


def _half_share(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    following = word_at(lexemes, at + 1)
    if _is_change(lexemes, at, at + 1):
        return Numeral(at, at + 1, 0.5, 0.5, 0.01, "share")
    if following not in ("of", "the", "its", "their", "all", "our", "his", "her", "those", "these"):
        return None
    if following == "the" and word_at(lexemes, at + 2) in ("time", "battle", "story"):
        return None
    return Numeral(at, at + 1, 0.5, 0.5, 0.01, "share")


def _is_change(lexemes: Sequence[Lexeme], first: int, behind: int) -> bool:
    """True for the third of "fell by a third in May"; "by a third car" is another one."""
    followed = behind >= len(lexemes) or lexemes[behind].kind != "word" or lexemes[behind].lower in _BEHIND_CHANGES
    return word_at(lexemes, first - 1) == "by" and followed


def read_slash(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    top, bottom = small_number(lexemes, at), small_number(lexemes, at + 2)
    if not top or not bottom or word_at(lexemes, at + 1) != "/" or not 0 < top[0] < bottom[0] <= 10:
        return None
    return Numeral(at, at + 3, top[0] / bottom[0], top[0] / bottom[0], 0.01, "share")


def read_half(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
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


def small_number(lexemes: Sequence[Lexeme], at: int) -> tuple[float, int] | None:
    """A small whole number in one figure or word, and the place after it."""
    if at >= len(lexemes):
        return None
    lexeme = lexemes[at]
    if lexeme.kind == "figure" and lexeme.text.isdecimal() and len(lexeme.text) <= MOST_DIGITS:
        return float(lexeme.text), at + 1
    if lexeme.lower in ONES:
        return ONES[lexeme.lower], at + 1
    return (TENS[lexeme.lower], at + 1) if lexeme.lower in TENS else None
