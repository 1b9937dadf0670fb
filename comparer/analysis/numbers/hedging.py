"""What the words around an amount make of it: "more than 150" is (150, inf), "nearly 200" is [180, 200).

The convention for each hedge is one table: data/hedges_of_numbers.toml.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.numbers.amounts import Amount, longest
from comparer.analysis.numbers.lexing import HYPHENS, Lexeme, word_at
from comparer.analysis.numbers.words import HedgeRule, NumberWords
from comparer.analysis.report import Form

_LONGEST_HEDGE = 5
# Not "the": in "higher than the 155 found earlier" the 155 is firm, and something else is higher.
_BETWEEN = {"a", "an", "another", "additional", "extra", "further", "other"}
_LASTING = {"last", "lasted", "lasts", "lasting", "for", "took", "take", "takes", "taken", "spent", "waited", "after", "well",
            "of", "from", "just", "is", "was", "be", "by", "stretched", "dragged"}  # fmt: skip
_BARE_FORMS = {"some", "under", "over", "about", "below", "above", "only", "just", "all", "plus", "estimated", "around"}


@dataclass(frozen=True, slots=True)
class Hedged:
    """Lexemes `first` to `last` (exclusive) with both ends; None is unbounded. `hedge` is the words, None if there are none."""

    first: int
    last: int
    low: float | None
    high: float | None
    low_inclusive: bool
    high_inclusive: bool
    form: Form
    hedge: str | None


def read_hedged(lexemes: Sequence[Lexeme], amount: Amount, words: NumberWords) -> Hedged:
    """Return the interval of `amount` with the hedges before and after it."""
    before = _before(lexemes, amount, words)
    after = longest(lexemes, amount.last, words.after, 3)
    if after and word_at(lexemes, amount.last) == "plus" and not _ends_amount(lexemes, amount.last):
        after = None
    rules = [rule for rule, _, _ in before] + ([after[0]] if after else [])
    firm = [rule for rule in rules if rule.form != "exact"]
    # A bound says more than "about": "at least an estimated 200" is a bound.
    rule = next((each for each in firm if each.form == "bound"), firm[0] if firm else None)
    first = before[-1][1] if before else amount.first
    last = after[1] if after else amount.last
    hedge = _words_of(lexemes, before, (amount.last, last)) if rule else None
    if rule is None or amount.form in ("range", "vague", "approximate"):
        return _of_range(amount, first, last, rule, hedge)
    return _of_number(amount, first, last, rule, hedge)


def _before(lexemes: Sequence[Lexeme], amount: Amount, words: NumberWords) -> list[tuple[HedgeRule, int, int]]:
    """The hedges that stand before, nearest first, each as (rule, first, last)."""
    found: list[tuple[HedgeRule, int, int]] = []
    place = amount.first
    for _ in range(3):
        end = place - (word_at(lexemes, place - 1) in _BETWEEN)
        entry = _ending_at(lexemes, end, words) or _ending_at(lexemes, place, words)
        if entry is None or not _is_hedge(lexemes, entry[1], entry[2], amount, words):
            return found
        found.append(entry)
        place = entry[1]
    return found


def _ending_at(lexemes: Sequence[Lexeme], end: int, words: NumberWords) -> tuple[HedgeRule, int, int] | None:
    for length in range(min(_LONGEST_HEDGE, end), 0, -1):
        key = tuple(lexeme.lower for lexeme in lexemes[end - length : end])
        if key in words.before:
            return words.before[key], end - length, end
    return None


def _is_hedge(lexemes: Sequence[Lexeme], first: int, last: int, amount: Amount, words: NumberWords) -> bool:
    """Words of place, time and manner look like hedges: "over three days", "under two headings", "handed over 96 captives"."""
    word = lexemes[first].lower
    lasts = amount.unit is not None and amount.unit.dimension == "duration"
    if last - first > 1 or word not in _BARE_FORMS:
        return True
    if word == "over" and lasts:
        return word_at(lexemes, first - 1) in _LASTING
    if word == "over" and amount.unit is None and word_at(lexemes, first - 1) in words.guard("phrasal_with_over"):
        return False
    if word == "all":
        return False
    small_count = amount.in_words and amount.high < 10 and amount.unit is None
    return not (small_count and word in ("about", "around", "over", "under", "above", "below"))


def _ends_amount(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Tell "20 plus people" from "20 plus ten"."""
    return word_at(lexemes, at - 1) in HYPHENS or (at + 1 < len(lexemes) and lexemes[at + 1].kind == "word")


def _words_of(lexemes: Sequence[Lexeme], before: list[tuple[HedgeRule, int, int]], after: tuple[int, int]) -> str:
    firm = [
        lexemes[place] for rule, first, last in reversed(before) if rule.form != "exact" for place in range(first, last)
    ]
    behind = list(lexemes[after[0] : after[1]])
    pieces = [("" if lexeme.glued else " ") + lexeme.lower for lexeme in (firm or behind)]
    return "".join(pieces).strip(" -")


def _of_range(amount: Amount, first: int, last: int, rule: HedgeRule | None, hedge: str | None) -> Hedged:
    """A hedge on a range or a vague amount opens the end that it speaks of."""
    low: float | None = amount.low
    high: float | None = amount.high
    open_low = open_high = False
    if rule and rule.form == "bound":
        if rule.high is None:
            high, open_high = None, True
            open_low = not rule.low_inclusive
        else:
            low = min(0.0, amount.low)
    form: Form = "bound" if rule and rule.form == "bound" else amount.form
    named = hedge or ("between" if amount.form == "range" and not _is_age(amount) else None)
    return Hedged(first, last, low, high, not open_low, not open_high, form, named)


def _is_age(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.dimension == "age"


def _of_number(amount: Amount, first: int, last: int, rule: HedgeRule, hedge: str | None) -> Hedged:
    value = amount.low
    low = None if rule.low is None else value * rule.low
    high = None if rule.high is None else value * rule.high
    low_inclusive, high_inclusive = rule.low_inclusive, rule.high_inclusive and high is not None
    if low is not None and high is not None and low > high:
        low, high, low_inclusive, high_inclusive = high, low, high_inclusive, low_inclusive
    if amount.unit is None and value.is_integer() and low is not None and low != value:
        low = float(math.ceil(low - 1e-9))
    if amount.unit is None and value.is_integer() and high is not None and high != value:
        high = float(math.floor(high + 1e-9))
    tidy_low = None if low is None else float(f"{low:.12g}")
    tidy_high = None if high is None else float(f"{high:.12g}")
    return Hedged(first, last, tidy_low, tidy_high, low_inclusive, high_inclusive, rule.form, hedge)
