"""Numbers that differ and agree all the same: sum and parts, a price for each and for all, two shares of one whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from comparer.analysis.around import sentence_around
from comparer.analysis.numbers.intervals import ends_of, named_end, relate, unit_of
from comparer.analysis.numbers.sameness import fit, is_firm
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity

_MOST_PARTS = 8
_HARMED = {"killed", "wounded", "casualty"}
_MOST_TIMES = 100_000
_WHOLE, _CLOSE_TO_WHOLE = 100.0, 0.5
_NEGATED = frozenset({"not", "no", "never", "without", "neither", "none", "n't"})
_EACH = re.compile(r"\b(?:each|apiece|every|per|a head|respectively)\b", re.IGNORECASE)
_FIRST_IN = re.compile(r"\bfirst\b[^.;:!?]*\bin (?:the last )?$", re.IGNORECASE)
_BEFORE_FIRST = 50
_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")


@dataclass(frozen=True, slots=True)
class Passage:
    """All quantities of a passage and the text of its article."""

    quantities: Sequence[Quantity]
    text: str


def reason_to_agree(ours: Quantity, theirs: Quantity, left: Passage, right: Passage, words: NumberWords) -> str | None:
    """Return in plain words why two numbers that differ can both be true by arithmetic; None if they cannot."""
    if side := _sum_on(ours, theirs, left, right, words):
        return f"the numbers of {side[0]} add up to that of {side[1]}"
    nearby = sentence_around(left.text, ours), sentence_around(right.text, theirs)
    if _is_multiple(ours, theirs, (*left.quantities, *right.quantities), nearby):
        return "one of them is for each, the other for all together"
    if _is_margin(ours, right.quantities) or _is_margin(theirs, left.quantities):
        return "one of them is the difference of the other two"
    if _counts_the_last(ours, left, theirs) or _counts_the_last(theirs, right, ours):
        return "one of them counts the last one too"
    return _reason_of_parts(ours, theirs, left, right, words)


def _reason_of_parts(ours: Quantity, theirs: Quantity, left: Passage, right: Passage, words: NumberWords) -> str | None:
    nearby = sentence_around(left.text, ours), sentence_around(right.text, theirs)
    if _make_a_whole(ours, theirs, nearby, words) or _divide_a_whole(ours, theirs, (left, right), nearby, words):
        return "together they make up the whole"
    follows = _follows(ours, right.quantities, words) or _follows(theirs, left.quantities, words)
    return "one of them follows from the numbers of the other" if follows else None


def _sum_on(
    ours: Quantity, theirs: Quantity, left: Passage, right: Passage, words: NumberWords
) -> tuple[str, str] | None:
    """The side with the parts and the side with their sum."""
    if adds_up(theirs, left.quantities, words, beside=right.quantities):
        return "Left", "Right"
    return ("Right", "Left") if adds_up(ours, right.quantities, words, beside=left.quantities) else None


def adds_up(total: Quantity, many: Sequence[Quantity], words: NumberWords, *, beside: Sequence[Quantity] = ()) -> bool:
    """True where the numbers of one passage add up to `total`: two guards and two guests, four people.

    The parts are in the role of `total` (dead and injured in that of casualties), or a single person beside a
    group that is of its kind, unless a single one stands `beside` the total too.
    """
    if total.unit not in ("person", "count") or total.part is not None:
        return False
    parts = [each for each in many if each.unit == total.unit and each.part is None and not each.extra]
    if any(each.form == "implied" and each.role == total.role for each in beside):
        parts = [each for each in parts if each.form != "implied"]
    roles = _HARMED if total.role in ("casualty", "shot") else set()
    if total.role and _sum_to(total, [each for each in parts if each.role in {*roles, total.role}], words):
        return True
    if total.role and not total.extra and _sum_to(total, _with_more(total, many), words):
        return True
    single = next((each for each in parts if each.form == "implied"), None)
    if single is None:
        return False
    group = [each for each in parts if each.role == single.role and fit(each, total, words) is not None]
    return single in group and _sum_to(total, group, words)


def _with_more(total: Quantity, many: Sequence[Quantity]) -> list[Quantity]:
    """The parts of "one was arrested on Tuesday and two more on Wednesday"."""
    alike = [each for each in many if each.unit == total.unit and each.part is None and each.role == total.role]
    return alike if any(each.extra for each in alike) else []


def _sum_to(total: Quantity, parts: Sequence[Quantity], words: NumberWords) -> bool:
    if not 2 <= len(parts) <= _MOST_PARTS:
        return False
    low = None if any(part.low is None for part in parts) else sum(part.low or 0.0 for part in parts)
    high = None if any(part.high is None for part in parts) else sum(part.high or 0.0 for part in parts)
    firm = all(part.form in ("exact", "implied") for part in parts)
    together = replace(parts[0], low=low, high=high, form="exact" if firm else "approximate")
    return relate(together, total, words) in ("equal", "hedge")


def _is_multiple(ours: Quantity, theirs: Quantity, around: Sequence[Quantity], nearby: tuple[str, str]) -> bool:
    """True for 30,000 each and 90,000 in all, where three of something stand in one of the passages."""
    if ours.unit != theirs.unit or not any(_EACH.search(text) for text in nearby):
        return False
    small, large = sorted(_exact(each) for each in (ours, theirs))
    times = large / small if small > 0 else 0.0
    if not 2 <= times <= _MOST_TIMES or not times.is_integer():
        return False
    return small > 1 and any(_exact(each) == times for each in around if each.unit in ("person", "count"))


def _is_margin(margin: Quantity, others: Sequence[Quantity]) -> bool:
    """True for "a majority of 12" beside "62 votes to 50"."""
    if margin.role != "margin":
        return False
    results = [(each.low or 0.0, each.high or 0.0) for each in others if each.unit == "score"]
    values = [_exact(each) for each in others if each.unit == margin.unit and each.form == "exact"][:_MOST_PARTS]
    differences = [high - low for low, high in results] + [abs(one - other) for one in values for other in values]
    return _exact(margin) > 0 and _exact(margin) in differences


def _follows(number: Quantity, others: Sequence[Quantity], words: NumberWords) -> bool:
    """True for the rest of a whole, and for a share of it: "300 of its 2,000 inhabitants" left leaves 1,700."""
    if number.part is not None or number.unit not in ("person", "count"):
        return False
    alike = [each for each in others[:_MOST_PARTS] if each.unit == number.unit and _exact(each) > 0]
    parts = [each for each in alike if each.part == "of"]
    if any(_is_about(number, _exact(whole) - _exact(part)) for whole in alike for part in parts):
        return True
    shares = [each for each in others[:_MOST_PARTS] if each.unit in ("%", "share") and _exact(each) > 0]
    return any(
        _is_about(number, _exact(whole) * _exact(share) * unit_of(share, words).factor / _WHOLE)
        for whole in alike
        for share in shares
    )


def _is_about(number: Quantity, value: float) -> bool:
    """True where `value` is the number, or lies in "some 5,000"."""
    if value <= 0 or number.low is None or number.high is None or number.form not in ("exact", "approximate"):
        return False
    return number.low - _CLOSE_TO_WHOLE < value < number.high + _CLOSE_TO_WHOLE


def _exact(quantity: Quantity) -> float:
    return quantity.low if quantity.low is not None and quantity.low == quantity.high else -1.0


def _make_a_whole(ours: Quantity, theirs: Quantity, nearby: tuple[str, str], words: NumberWords) -> bool:
    """True for "20 percent full" and "80 percent empty": shares of opposite things that make a hundred percent."""
    if {unit_of(each, words).dimension for each in (ours, theirs)} != {"share"}:
        return False
    total = sum(named_end(ends_of(each, words)) for each in (ours, theirs))
    if abs(total - _WHOLE) > _CLOSE_TO_WHOLE:
        return False
    if None not in (ours.role, theirs.role) and _other_things_happen(ours, theirs, words):
        return True
    return _are_opposite(nearby, words)


def _are_opposite(nearby: tuple[str, str], words: NumberWords) -> bool:
    """True for sentences of which only one is denied, or that tell of opposite things."""
    said, told = ({word.lower() for word in _WORD.findall(text)} for text in nearby)
    return _opposite(said - told, told - said, words)


def _counts_the_last(one: Quantity, side: Passage, other: Quantity) -> bool:
    """True for the 12 of "the first goal in 12 games" beside 11 games without one."""
    before = side.text[max(one.start - _BEFORE_FIRST, 0) : one.start]
    return _FIRST_IN.search(before) is not None and _exact(one) - _exact(other) == 1


def _divide_a_whole(
    ours: Quantity, theirs: Quantity, sides: tuple[Passage, Passage], nearby: tuple[str, str], words: NumberWords
) -> bool:
    """True for "four of the 11 lifts work" and "seven of the 11 lifts are out of order": parts to which other things happen."""
    total = _exact(ours) + _exact(theirs)
    return (
        (_other_things_happen(ours, theirs, words) or _are_opposite(nearby, words))
        and "of" in (ours.part, theirs.part)
        and all(any(_exact(each) == total and each.unit == ours.unit for each in side.quantities) for side in sides)
    )


def _other_things_happen(ours: Quantity, theirs: Quantity, words: NumberWords) -> bool:
    """True for roles that differ, one of which says what happens; two verbs that no list knows may well say the same."""
    roles = ours.role, theirs.role
    if roles[0] == roles[1] or frozenset(roles) in words.near_roles:
        return False
    return None in roles or any(is_firm(role, words) for role in roles)


def _opposite(said: set[str], told: set[str], words: NumberWords) -> bool:
    if bool(said & _NEGATED) != bool(told & _NEGATED):
        return True
    return any(words.are_opposites(one, other) for one in said for other in told)
