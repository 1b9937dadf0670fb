"""The unit of a number: behind it ("12 km", "5-metre", "percent"), before it ("magnitude 6.1"), or without it ("an hour")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comparer.analysis.numbers.amounts import Amount, amount_of, longest
from comparer.analysis.numbers.figures import read_numeral
from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.words import NumberWords, Unit

_LONGEST_UNIT = 4
_STRONGEST_QUAKE = 10
_QUAKES = {"earthquake", "quake", "tremor", "temblor", "aftershock"}
_BEFORE_MAGNITUDE = 9
_BEFORE_HEDGED = 3
_NEEDS_THOUSANDS = {"won", "rand", "dong", "stone"}
_NEEDS_TENS = {"crown", "crowns"}
_BEFORE_ONE_UNIT = {"about", "around", "nearly", "almost", "over", "than", "least", "for", "after", "lasted", "last", "took", "take",
                    "within", "under", "approximately", "roughly", "quite", "just"}  # fmt: skip
_SINGULAR_IS_ORDINAL = {"second", "quarter"}


def with_unit(lexemes: Sequence[Lexeme], amount: Amount, words: NumberWords) -> Amount:
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
    if word in _NEEDS_TENS:
        return amount.high >= 20 or amount.step < 1
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


def _share_of_unit(lexemes: Sequence[Lexeme], amount: Amount, words: NumberWords) -> Amount | None:
    """Read "a quarter of a percentage point" and "three quarters of a mile"."""
    if word_at(lexemes, amount.last) != "of" or word_at(lexemes, amount.last + 1) not in ("a", "an"):
        return None
    found = longest(lexemes, amount.last + 2, words.unit_words, _LONGEST_UNIT) or _point(
        lexemes, amount.last + 2, words
    )
    return replace(amount, last=found[1], unit=found[0], step=0.1) if found else None


def _of_quake(lexemes: Sequence[Lexeme], at: int, amount: Amount, words: NumberWords) -> Unit | None:
    """Read the 6.1 of "a 6.1 earthquake", of "6.1 on the Richter scale" and of "a magnitude of about 6.1"."""
    after = {word_at(lexemes, at + distance) for distance in range(4)}
    shakes = word_at(lexemes, at) in _QUAKES or {"richter", "scale"} <= after
    hedged = [word_at(lexemes, amount.first - distance) for distance in range(1, _BEFORE_HEDGED + 1)]
    if "of" in hedged and word_at(lexemes, amount.first - hedged.index("of") - 2) == "magnitude":
        shakes = True
    if not shakes and word_at(lexemes, amount.first - 1) in ("at", "measured", "measuring", "was", "registered", "of"):
        before = {word_at(lexemes, place) for place in range(amount.first - _BEFORE_MAGNITUDE, amount.first)}
        shakes = bool(before & _QUAKES) and (at >= len(lexemes) or lexemes[at].kind != "word")
    return words.units_by_name["magnitude"] if shakes and amount.step < 1 and amount.high < _STRONGEST_QUAKE else None


def half_of_unit(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read "half an hour", "half a mile", "half-hour"."""
    if word_at(lexemes, at) != "half":
        return None
    place = at + 1
    while word_at(lexemes, place) in HYPHENS or word_at(lexemes, place) in ("a", "an"):
        place += 1
    if place == at + 1:
        return None
    found = longest(lexemes, place, words.unit_words, _LONGEST_UNIT) or _point(lexemes, place, words)
    return Amount(at, found[1], 0.5, 0.5, 0.1, "exact", found[0], mantissa=0.5, in_words=True) if found else None


def _point(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> tuple[Unit, int] | None:
    """Parts of a point are points of a rate: "raised by half a point"; in games one may win one, but no half."""
    return (words.units_by_name["percentage point"], at + 1) if word_at(lexemes, at) == "point" else None


def one_unit(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read "about a month", "for an hour", "less than a mile"; "$5 a month" is a rate."""
    if word_at(lexemes, at) not in ("a", "an") or word_at(lexemes, at - 1) not in _BEFORE_ONE_UNIT:
        return None
    unit = words.unit_words.get((word_at(lexemes, at + 1),))
    if unit is None or unit.dimension not in ("duration", "length") or word_at(lexemes, at + 1) == "second":
        return None
    more = [word_at(lexemes, at + 2 + distance) for distance in range(3)]
    if more == ["and", "a", "half"]:
        return Amount(at, at + 5, 1.5, 1.5, 0.1, "exact", unit, mantissa=1.5, in_words=True)
    return Amount(at, at + 2, 1.0, 1.0, 1.0, "exact", unit, mantissa=1.0, in_words=True)


def read_magnitude(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read "magnitude 6.1", "magnitude-6.1", "magnitude of 6.1"."""
    place = at + 1
    while word_at(lexemes, place) in HYPHENS or word_at(lexemes, place) == "of":
        place += 1
    numeral = read_numeral(lexemes, place)
    if numeral is None or numeral.kind != "number" or numeral.high > _STRONGEST_QUAKE:
        return None
    return replace(amount_of(at, numeral, None), unit=words.units_by_name["magnitude"])
