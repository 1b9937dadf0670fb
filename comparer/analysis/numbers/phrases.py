"""Quantities in words for the reader: "246 names", "number of people killed", and the sentence that explains a match."""

from __future__ import annotations

import re

from comparer.analysis.numbers.intervals import Relation, unit_of
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity

_LABELS = {
    "length": "length or distance", "area": "area", "volume": "volume", "mass": "weight", "temperature": "temperature",
    "angle": "degrees", "duration": "how long", "speed": "speed", "power": "power", "energy": "energy", "data": "amount of data",
    "share": "share", "points": "change in percentage points", "times": "how many times", "scale": "magnitude", "age": "age", "score": "result",
    "rank": "which one it was",
}  # fmt: skip
_NOBODY = {"nobody", "no one", "none", "neither", "no-one"}
_PERSONS = ("person", "people")
_UNTOLD_ROLES = {"identified", "affected", "have", "cost", "casualty"}
_PLURAL = r"(?:[a-z]{2,30}s|(?:[a-z]{0,10})men|children|people)"
# "men, women and children"; two alone only where nothing follows that "and" could join ("12 guards and wounds 5").
_LISTED = re.compile(rf"(?:(?:, {_PLURAL}){{1,5}},? and {_PLURAL}\b|,? and {_PLURAL}(?=[.,;:!?]|\Z))")
_LONGEST_LIST = 200


def phrase(quantity: Quantity, text: str) -> str:
    """Return the words of the quantity with what it counts: "more than 150 miners"."""
    said = text[quantity.start : quantity.end]
    words = (
        said[:1].lower() + said[1:]
        if said[:2].isalpha() and not said[:2].isupper() and not said[:2].islower()
        else said
    )
    counts = quantity.unit.partition("/")[0] in ("person", "count") and (
        quantity.form != "implied" or words.lower() == "one"
    )
    if not counts or not quantity.measures or quantity.measures.lower() in words.lower():
        return words
    if words.lower() in _NOBODY:
        return words
    if quantity.part == "of":
        return f"{words} of the {quantity.measures}"
    rough = quantity.form == "vague" and words.endswith("s") and not words.endswith(" of")
    listed = _listed_after(quantity, text)
    joiner = " of" if rough or text[quantity.end :].startswith(" of ") else ""
    return f"{words}{joiner} {_in_number(quantity)}{listed}"


def _in_number(quantity: Quantity) -> str:
    """What is counted, in the singular or plural that the number asks for where the noun stands elsewhere: "five people"."""
    if quantity.measures in _PERSONS:
        return _PERSONS[0] if quantity.low == quantity.high == 1 else _PERSONS[1]
    return quantity.measures or ""


def _listed_after(quantity: Quantity, text: str) -> str:
    """What is counted together with the measured noun, in the text's own words: ", women and children"."""
    after = text[quantity.end : quantity.end + _LONGEST_LIST]
    noun = f" {quantity.measures}"
    found = _LISTED.match(after, len(noun)) if after.startswith(noun) else None
    return found[0] if found else ""


def label(quantity: Quantity, words: NumberWords) -> str:
    """Return the plain name of what is compared: "number of people killed", "amount of money", "length or distance"."""
    dimension = unit_of(quantity, words).dimension
    if dimension.startswith("money"):
        return "amount of money"
    if dimension not in ("person", "count"):
        return _LABELS.get(dimension, "amount")
    rule = words.role_rules.get(quantity.role or "")
    role = f" {rule.name}" if rule and rule.people and rule.name not in _UNTOLD_ROLES else ""
    if dimension == "person":
        return f"number of people{role}"
    return f"number of {quantity.measures}" if quantity.measures else "number"


def explain(
    left: Quantity,
    right: Quantity,
    relation: Relation,
    *,
    texts: tuple[str, str],
    words: NumberWords,
    points: bool = False,
    note: str = "",
) -> str:
    """Return one sentence for a reader without training; the sides are called Left and right."""
    ours, theirs = phrase(left, texts[0]), phrase(right, texts[1])
    both = f"Left says {ours}; right says {theirs}"
    if ours == theirs:
        return f"Both say {ours}."
    if points:
        return f"{both}: a percentage of something is not the same as percentage points."
    if note:
        return f"{both}: {note}."
    if relation == "apart":
        return f"{both}.{_tail(left, right, words)}"
    reasons = {
        "equal": "the same amount in other words",
        "other unit": "the same amount in another unit",
        "rounding": "one of them is rounded",
        "hedge": "the words leave room for both",
        "vague": "the rough number leaves room for the other",
    }
    return f"{both}: {reasons[relation]}."


def _tail(left: Quantity, right: Quantity, words: NumberWords) -> str:
    """Say what both count where the phrases do not show it."""
    named = label(left, words)
    telling = left.unit == right.unit == "person" and left.role == right.role and named != "number of people"
    return f" Both give the {named}." if telling else ""
