"""Ages: "a 34-year-old", "aged 12", "in his 60s", "Ana Ruiz, 34,". They say how old somebody is and count nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comparer.analysis.numbers.amounts import Amount
from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.numerals import TENS
from comparer.analysis.numbers.ranges import read_amount
from comparer.analysis.numbers.words import NumberWords, Unit

AGE = Unit("age", "age")
_OLDEST = 125
_WHOSE = {"his", "her", "their", "my", "your", "our", "the"}
_PARENTS = {"mother", "father", "parent", "grandmother", "grandfather", "mum", "mom", "dad", "stepmother", "stepfather"}
"""A mother of 12 has twelve children."""
_PART_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_DECADES = {word.removesuffix("y") + "ies": value for word, value in TENS.items()}


def read_age(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Return the age that starts at `lexemes[at]`, in years."""
    return (
        _decade(lexemes, at)
        or _aged(lexemes, at, words)
        or _years_old(lexemes, at, words)
        or _behind_name(lexemes, at)
        or _before_name(lexemes, at)
        or _of_person(lexemes, at, words)
        or _or_older(lexemes, at)
    )


def _decade(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """Read "in his 60s", "in her early thirties"."""
    if word_at(lexemes, at) != "in" or word_at(lexemes, at + 1) not in _WHOSE:
        return None
    place = at + 2
    part = _PART_OF_DECADE.get(word_at(lexemes, place))
    place += part is not None
    place += word_at(lexemes, place) in HYPHENS
    word = word_at(lexemes, place)
    if word in _DECADES:
        start, last = _DECADES[word], place + 1
    elif word in {"20", "30", "40", "50", "60", "70", "80", "90"} and word_at(lexemes, place + 1) == "s":
        start, last = float(word), place + 2
    else:
        return None
    low, high = part or (0, 9)
    return Amount(at + 2, last, start + low, start + high, 10.0, "range", AGE)


def _or_older(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """Read the 19 of "19 or older" and "18 and younger" (the words behind are its hedge), and of "turned 19"."""
    figure, joined, which = lexemes[at].text, word_at(lexemes, at + 1), word_at(lexemes, at + 2)
    older = joined in ("or", "and") and which in ("older", "younger")
    if not figure.isdecimal() or len(figure) > 3 or not (older or _turns(lexemes, at)):
        return None
    young = float(figure) - (word_at(lexemes, at - 1) in ("turns", "turn"))  # who turns 90 next month is 89
    return Amount(at, at + 1, young, float(figure), 1.0, "exact", AGE)


def _turns(lexemes: Sequence[Lexeme], at: int) -> bool:
    """True for "turned 40." and "turns 29 on Friday"."""
    behind = word_at(lexemes, at + 1)
    alone = not behind.isalpha() or behind in ("on", "in", "this", "next", "last")
    return alone and word_at(lexemes, at - 1) in ("turns", "turn", "turned", "turning")


def _aged(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read "aged 12", "aged between 12 and 15", "at the age of 34", "ages 3 to 7"."""
    word = word_at(lexemes, at)
    if word not in ("aged", "age", "ages"):
        return None
    place = at + 1 + (word_at(lexemes, at + 1) == "of")
    amount = _both_ages(lexemes, place, words) if word == "ages" else None
    amount = amount or read_amount(lexemes, place, words)
    if amount is None or amount.high > _OLDEST or (amount.unit and amount.unit.dimension != "duration"):
        return None
    return replace(amount, unit=(amount.unit and replace(AGE, factor=amount.unit.factor)) or AGE)


def _both_ages(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read "between the ages of 12 and 16"."""
    low, high = read_amount(lexemes, at, words), read_amount(lexemes, at + 2, words)
    if low is None or high is None or low.last != at + 1 or word_at(lexemes, at + 1) != "and" or high.unit:
        return None
    return replace(high, first=at, low=low.low, form="range") if low.high < high.high else None


def _years_old(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read "34-year-old", "12 years old", "80 years of age"; the age of things stays a duration."""
    amount = read_amount(lexemes, at, words)
    if amount is None or amount.unit is None or amount.unit.dimension != "duration" or amount.high > _OLDEST:
        return None
    place = amount.last + (word_at(lexemes, amount.last) in HYPHENS)
    if word_at(lexemes, place) in ("old", "olds"):
        last = place + 1
    elif (word_at(lexemes, place), word_at(lexemes, place + 1)) == ("of", "age"):
        last = place + 2
    else:
        return None
    years = amount.unit.factor / words.units_by_name["year"].factor
    return replace(amount, last=last, unit=AGE, low=amount.low * years, high=amount.high * years)


def _of_person(lexemes: Sequence[Lexeme], at: int, words: NumberWords) -> Amount | None:
    """Read the 43 of "the cyclist, 43, died", "who was 43." and "a woman of 43"."""
    figure = lexemes[at].text
    if not figure.isdecimal() or len(figure) > 3 or not 1 <= float(figure) <= _OLDEST or not _is_alone(lexemes, at + 1):
        return None
    before, earlier = word_at(lexemes, at - 1), word_at(lexemes, at - 2)
    in_apposition = (
        before in (",", "(") and word_at(lexemes, at + 1) in (",", ")", ";") and _is_one_person(earlier, words)
    )
    is_told = before in ("was", "is") and earlier in ("who", "he", "she")
    is_of = (
        before == "of"
        and earlier not in _PARENTS
        and _is_one_person(earlier, words)
        and word_at(lexemes, at - 3) not in ("the", "these")
    )
    if not (in_apposition or is_told or is_of):
        return None
    return Amount(at, at + 1, float(figure), float(figure), 1.0, "exact", AGE)


def _is_alone(lexemes: Sequence[Lexeme], at: int) -> bool:
    """True where nothing follows that the number could count or that it could belong to."""
    behind = word_at(lexemes, at)
    if behind in ("%", "°") or (at < len(lexemes) and lexemes[at].kind == "figure"):
        return False
    return not behind.isalpha() or behind in ("and", "when", "who", "from", "at", "was", "is", "had", "has", "died")


def _is_one_person(word: str, words: NumberWords) -> bool:
    singular = not word.endswith("s") and word not in ("people", "men", "women", "children", "police", "staff", "crew")
    return singular and word not in words.gatherings and words.is_person(word)


def _before_name(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """Read the 86 of "At 86, Ana Ruiz still swims"."""
    figure = lexemes[at].text
    if not figure.isdecimal() or len(figure) > 2 or at < 1 or lexemes[at - 1].text != "At" or at + 2 >= len(lexemes):
        return None
    named = lexemes[at + 1].text == "," and lexemes[at + 2].kind == "word"
    if not named or not (lexemes[at + 2].text[:1].isupper() or lexemes[at + 2].lower in ("he", "she", "the")):
        return None
    return Amount(at, at + 1, float(figure), float(figure), 1.0, "exact", AGE)


def _behind_name(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """Read the 34 of "Ana Ruiz, 34, said" and of "Ana Ruiz (34)"."""
    if at < 2 or lexemes[at].kind != "figure" or not lexemes[at].text.isdecimal() or len(lexemes[at].text) > 3:
        return None
    sign, name, behind = word_at(lexemes, at - 1), lexemes[at - 2], word_at(lexemes, at + 1)
    closed = (sign == "," and behind in (",", ".", ";", "and")) or (sign == "(" and behind == ")")
    if not closed or name.kind != "word" or not name.text[:1].isupper() or (name.text.isupper() and len(name.text) > 3):
        return None
    value = float(lexemes[at].text)
    return Amount(at, at + 1, value, value, 1.0, "exact", AGE) if 1 <= value <= _OLDEST else None
