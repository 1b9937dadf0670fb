"""Do two quantities measure the same thing? The question before any arithmetic.

A score from 0 to 1, the product of what speaks for it (the counted noun, the
role, the words around), or None where something speaks against it: another
unit or currency, another kind of people or thing, another role, part and whole.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from comparer.analysis.numbers.amounts import SOLD_BY
from comparer.analysis.numbers.intervals import ends_of, named_end, unit_of
from comparer.analysis.numbers.ranks import RANK
from comparer.analysis.numbers.words import THEN, NumberWords
from comparer.analysis.report import Quantity

_COUNTS = ("person", "count")
_POINTS, _SHARE = "points", "share"
_SAME_NOUN, _KIN, _UNKNOWN, _WIDER, _OTHER_NOUN = 1.0, 0.9, 0.7, 0.6, 0.5
_SAME_ROLE, _NEAR_ROLE, _OPEN_ROLES, _NO_ROLE, _OTHER_VERBS, _FIRM_AND_OPEN = 1.0, 0.85, 0.9, 0.75, 0.6, 0.45
_FIRM_AND_NONE = 0.6
_CROSSED = 0.65
_BALLOTS = ("vote", "ballot", "precinct", "district", "station", "return")
_LEAST_AROUND = 0.5
_ONE_QUESTION = 0.9
# Units that are said of one thing only in a sentence or two.
_TELLING = ("speed", "temperature", "scale", "score")
_CHANGES = ("rise", "fall")
_MEASURES = ("length", "mass", "area", "volume", "temperature", "speed")
_LARGE, _NEAR_IN_SIZE, _SIZE = 50, 0.75, 0.15
_OTHER_NAMES, _OTHER_ACTORS = 0.75, 0.5


@dataclass(frozen=True, slots=True)
class Fit:
    """`score` from 0 to 1; `equal_only`: the two may be equated but never set against each other.

    `firm`: the same happens to the same kind of things, however much else the sentences tell.
    """

    score: float
    reasons: tuple[str, ...]
    equal_only: bool = False
    firm: bool = False


def fit(left: Quantity, right: Quantity, words: NumberWords) -> Fit | None:
    """Return how well both measure the same thing; None where they cannot."""
    if not _same_dimension(left, right, words):
        return None
    noun, role = _noun_fit(left, right, words), _role_fit(left, right, words)
    if noun is None or role is None:
        return None
    around = overlap(left, right)
    reasons = [reason for reason in (_noun_reason(noun), _role_reason(left, role)) if reason]
    if around >= _LEAST_AROUND:
        reasons.append("the same words around")
    context = min(0.5 + 0.5 * around + (_SIZE if alike_in_size(left, right, words) else 0.0), 1.0)
    score = noun * role * context * _names_fit(left, right)
    firm = noun >= _KIN and role == _SAME_ROLE and is_firm(left.role, words)
    return Fit(score, tuple(reasons), equal_only=_equal_only(left, right, noun, words), firm=firm)


def fit_of_one_question(left: Quantity, right: Quantity, words: NumberWords) -> Fit | None:
    """Return the fit of two quantities that are all that two sentences differ in; None where the units exclude each other."""
    if not _same_dimension(left, right, words):
        return None
    found = fit(left, right, words) or Fit(0.0, ())
    return replace(
        found, score=max(found.score, _ONE_QUESTION), reasons=(*found.reasons, "the same words around"), firm=True
    )


def with_unit_of(bare: Quantity, other: Quantity, words: NumberWords) -> Quantity:
    """Return `bare` in the unit of `other` where both are asked for and it has none: "had demanded ten" beside eight years."""
    if bare.unit != "count" or bare.head or other.unit in (*_COUNTS, "age", "score"):
        return bare
    asked = all(words.demands.intersection(each.about) for each in (bare, other))
    return replace(bare, unit=other.unit, head=other.head, role=other.role) if asked else bare


def alike_in_size(left: Quantity, right: Quantity, words: NumberWords) -> bool:
    """True for large numbers of nearly one size: 246 and 231 rather speak of one thing than two and three do."""
    if left.unit != right.unit:
        return False
    small, large = sorted(abs(named_end(ends_of(each, words))) for each in (left, right))
    return small >= _LARGE and small >= _NEAR_IN_SIZE * large


def overlap(left: Quantity, right: Quantity) -> float:
    """Share of the content words around the one number that stand around the other too, 0 to 1."""
    ours, theirs = _lowered(left.about), _lowered(right.about)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


@lru_cache(maxsize=4096)
def _lowered(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


@lru_cache(maxsize=4096)
def _capitalized(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if word[:1].isupper())


def _names_fit(left: Quantity, right: Quantity) -> float:
    """Lower where others act, or where names stand near both numbers and none near both: another place or firm."""
    if _is_other_match(left, right):
        return 0.0
    if left.actor and right.actor and not set(left.actor.split()) & set(right.actor.split()):
        return _OTHER_ACTORS
    ours, theirs = _capitalized(left.about), _capitalized(right.about)
    return _OTHER_NAMES if ours and theirs and not ours & theirs else 1.0


def _is_other_match(left: Quantity, right: Quantity) -> bool:
    """True for two results told in one way of two winners, one of whom the other side does not name."""
    if left.unit != "score" or left.role != right.role or not left.actor or not right.actor:
        return False
    unnamed = [not set(one.actor.split()) & set(other.about) for one, other in ((left, right), (right, left))]
    return not set(left.actor.split()) & set(right.actor.split()) and any(unnamed)


def _same_dimension(left: Quantity, right: Quantity, words: NumberWords) -> bool:
    if left.unit == right.unit:
        return True
    ours, theirs = unit_of(left, words).dimension, unit_of(right, words).dimension
    rates = left.unit.partition("/")[2], right.unit.partition("/")[2]
    if rates[0] != rates[1]:
        return False
    if {ours, theirs} == set(_COUNTS):
        # "Thousands without power" and "9,000 people without power": the one does not say what it counts.
        return not left.head or not right.head or _is_held(left, right, words)
    return ours == theirs or {ours, theirs} == {_POINTS, _SHARE}


def _is_held(left: Quantity, right: Quantity, words: NumberWords) -> bool:
    thing, people = (left, right) if right.unit == "person" else (right, left)
    return words.is_held(thing.head, people.head)


def _noun_fit(left: Quantity, right: Quantity, words: NumberWords) -> float | None:
    if _contradict(left.qualifiers, right.qualifiers):
        return None
    if left.unit == right.unit == "person":
        same = _people(left.head, right.head, words)
        return _KIN if same == _CROSSED and _described_alike(left, right) else same
    if left.unit == right.unit == "age":
        return _holders(left, right, words)
    if _is_progress(left) != _is_progress(right):
        return None
    if {left.unit, right.unit} == set(_COUNTS) and left.head and right.head:
        return _KIN
    return _things_or_measures(left, right, words)


def _things_or_measures(left: Quantity, right: Quantity, words: NumberWords) -> float | None:
    """Measures may be of one thing under any name; counts, and ranks, only where the nouns say so."""
    things = _things(left.head, right.head, words)
    if _is_price_of_goods(left, words) and _is_price_of_goods(right, words):
        return things
    if things is not None or left.unit in (*_COUNTS, RANK.name) or words.are_other_indicators(left.head, right.head):
        return things
    return _measured(left, right, words)


def _is_price_of_goods(quantity: Quantity, words: NumberWords) -> bool:
    """True for the 18 euros of "a kilo of beef costs 18 euros"."""
    sold = quantity.unit.partition("/")[2] in SOLD_BY
    return sold and quantity.head not in ("", "cost", "price") and not words.is_person(quantity.head)


def _is_progress(quantity: Quantity) -> bool:
    """True for the half of "with half of the votes counted", which is nobody's share of the vote."""
    return quantity.unit in ("%", "share") and quantity.head in _BALLOTS and quantity.role == "identified"


def _holders(left: Quantity, right: Quantity, words: NumberWords) -> float | None:
    """Ages are of one person where the name or the noun may be the same."""
    named = [bool(each.measures and each.measures[:1].isupper()) for each in (left, right)]
    if left.head == right.head and left.head:
        return _SAME_NOUN if named[0] else _WIDER
    if all(named):
        return None
    if any(named) or not left.head or not right.head:
        return _OTHER_NOUN
    same = _people(left.head, right.head, words)
    return None if same is None else _WIDER


def _measured(left: Quantity, right: Quantity, words: NumberWords) -> float:
    """Two measures of things that are not called the same."""
    if _tells_itself(left, right, words):
        return _KIN
    return _UNKNOWN if overlap(left, right) >= _LEAST_AROUND else _OTHER_NOUN


def _tells_itself(left: Quantity, right: Quantity, words: NumberWords) -> bool:
    """True where the unit, or a role of its own, says what is measured: the speed of gusts is that of the wind."""
    if _kind_of_unit(left, words) in _TELLING:
        return True
    if left.head and right.head and words.is_person(left.head) and words.is_person(right.head):
        return _people(left.head, right.head, words) is not None
    rule = words.role_rules.get(left.role or "")
    return left.role == right.role and rule is not None and bool(rule.of)


def _contradict(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Names and nationalities exclude each other: Chinese citizens are no Iranian citizens."""
    named_ours = {word for word in ours if word[:1].isupper()}
    named_theirs = {word for word in theirs if word[:1].isupper()}
    return bool(named_ours and named_theirs and not named_ours & named_theirs)


def _people(left: str, right: str, words: NumberWords) -> float | None:
    if left == right:
        return _SAME_NOUN
    if left in words.anybody and right in words.anybody:
        return _KIN
    if words.kinds.get(left, frozenset()) & words.kinds.get(right, frozenset()) or words.same_word(left, right):
        return _KIN
    specific = left if right in words.anybody else right if left in words.anybody else None
    if specific is not None:
        return _WIDER if specific in words.parts else _KIN
    return _CROSSED if _may_be_same_people(left, right, words) else None


def _described_alike(left: Quantity, right: Quantity) -> bool:
    """True for "two masked men" and "three masked thieves"."""
    return bool(set(left.qualifiers) & set(right.qualifiers))


def _may_be_same_people(left: str, right: str, words: NumberWords) -> bool:
    """True for what people are anyway beside what they are in the event: the pensioners are the passengers."""
    one_is_situation = (left in words.situations) != (right in words.situations)
    return one_is_situation and not {left, right} & words.servants


def _things(left: str, right: str, words: NumberWords) -> float | None:
    if not left or not right:
        return _UNKNOWN
    if left == right:
        return _SAME_NOUN
    kin = words.things.get(left, frozenset()) & words.things.get(right, frozenset())
    return _KIN if kin or words.same_word(left, right) else None


def _role_fit(left: Quantity, right: Quantity, words: NumberWords) -> float | None:
    if left.role == right.role:
        return _SAME_ROLE if left.role or left.unit == "age" else _NO_ROLE
    if {left.role, right.role} & (words.lonely_roles | {THEN}) or _is_other_rank(left, right):
        return None
    if left.role is None or right.role is None:
        firm = is_firm(left.role, words) or is_firm(right.role, words)
        return _FIRM_AND_NONE if firm else _NO_ROLE
    if frozenset((left.role, right.role)) in words.near_roles:
        return _NEAR_ROLE
    if words.excludes(left.role, right.role, _kind_of_unit(left, words)) or _is_one_change(left, right, words):
        return None
    return _OPEN_ROLES if _kind_of_unit(left, words) in _TELLING else _other_roles(left.role, right.role, words)


def _is_other_rank(left: Quantity, right: Quantity) -> bool:
    """True for ranks of which other things are told: the second term was won when the first ended."""
    return left.unit == RANK.name and None not in (left.role, right.role)


def _is_one_change(left: Quantity, right: Quantity, words: NumberWords) -> bool:
    """True where one measure is that of a change and the other is not: a river that rose by a metre and one that is six deep."""
    changed = [each.role in _CHANGES and not names_its_role(each, words) for each in (left, right)]
    return changed[0] != changed[1] and _kind_of_unit(left, words) in _MEASURES


def names_its_role(quantity: Quantity, words: NumberWords) -> bool:
    """True where what is counted or measured names the role: "a jump of 2.34 metres" is no rise, seats are a capacity, won or lost."""
    return any(rule.name == quantity.role for rule in words.roles_of.get(quantity.head, ()))


def _other_roles(left: str, right: str, words: NumberWords) -> float:
    """The fit of roles that neither name the same nor shut each other out."""
    firm_left, firm_right = is_firm(left, words), is_firm(right, words)
    if firm_left or firm_right:
        return _OTHER_VERBS if firm_left and firm_right else _FIRM_AND_OPEN
    known = words.role_rules.keys() >= {left, right}
    return _OPEN_ROLES if known else _OTHER_VERBS


def _kind_of_unit(quantity: Quantity, words: NumberWords) -> str:
    """The kind of unit as the tables of roles name it: "person", "money", "duration"."""
    return unit_of(quantity, words).dimension.partition(":")[0]


def is_firm(role: str | None, words: NumberWords) -> bool:
    """True for roles that say what happens, and for levels and ways of measuring."""
    rule = words.role_rules.get(role or "")
    return (rule is not None and rule.apart) or role in words.own_roles


def _equal_only(left: Quantity, right: Quantity, noun: float, words: NumberWords) -> bool:
    """Part and whole, additions and wider nouns may agree, but a difference between them means nothing."""
    if _is_loose(left, right, words):
        return True
    timed = _kind_of_unit(left, words) == "duration"  # "for a period of ten years" tells of no part of a match
    stretched = [not timed and bool(words.stretches.intersection(each.about)) for each in (left, right)]
    if _sum_and_single(left, right, words) or _sum_and_single(right, left, words):
        return True
    if "casualty" in (left.role, right.role) and left.role != right.role:
        return True  # dead and injured together
    if stretched[0] != stretched[1] or _is_addition(left, right) or _part_and_whole(left, right, words):
        return True
    specific, general = (left, right) if right.head in words.anybody else (right, left)
    if noun == _WIDER and left.unit == "person" and not names_its_role(specific, words):
        # Twelve people may hold three children, but not fifteen.
        return (specific.low or 0.0) <= (math.inf if general.high is None else general.high)
    return _narrower(left, right) or _narrower(right, left)


def _is_loose(left: Quantity, right: Quantity, words: NumberWords) -> bool:
    """True for results on the way ("a 7-0 lead"), ages of nobody named ("in his 30s"), and "the third time in four years"."""
    if left.unit == "score":
        return any(words.passing.intersection(each.about) for each in (left, right))
    if left.head == right.head == "time" and _kind_of_unit(left, words) == "duration":
        return True
    return left.unit == "age" and "range" in (left.form, right.form) and not (left.head and right.head)


def _is_addition(left: Quantity, right: Quantity) -> bool:
    """True where only one side counts on top of others; "new" on the other says the same."""
    if left.extra == right.extra:
        return left.extra
    plain = right if left.extra else left
    return not {"new", "fresh"} & set(plain.qualifiers)


def _sum_and_single(total: Quantity, single: Quantity, words: NumberWords) -> bool:
    """True where only one side counts over many occasions or places; a toll that grows is always such a sum."""
    if not total.overall or single.overall:
        return False
    rule = words.role_rules.get(total.role or "")
    kind = _kind_of_unit(total, words)
    grows = rule is not None and rule.cumulative and kind in ("person", "money")
    return kind in (*_COUNTS, "money", "score", "times", "duration") and not grows


def _part_and_whole(left: Quantity, right: Quantity, words: NumberWords) -> bool:
    """True where one number is taken out of what the other counts; children among others are all the children."""
    if left.part == right.part or left.unit not in (*_COUNTS, "%", "share"):
        return False
    specific = left.head == right.head and left.head not in words.anybody
    return "of" in (left.part, right.part) or not specific


def _narrower(narrow: Quantity, wide: Quantity) -> bool:
    """True where only one side says whose or which, nothing near the other says so, and it is the smaller number."""
    named = {word for word in narrow.qualifiers if word[:1].isupper()}
    if not named or any(word[:1].isupper() for word in wide.qualifiers):
        return False
    if {word.lower() for word in named} & {word.lower() for word in wide.about}:
        return False
    return (narrow.high or 0.0) < (wide.low or 0.0)


def _noun_reason(noun: float) -> str | None:
    return {_SAME_NOUN: "the same noun", _KIN: "a noun for the same kind"}.get(noun)


def _role_reason(left: Quantity, role: float) -> str | None:
    return f"the same role ({left.role})" if role == _SAME_ROLE and left.role else None
