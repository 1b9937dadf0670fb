"""Whether two participants are known to be two: two names, the army and the rebels, a brother and a wife, two camps' men."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio

from comparer.analysis.events.exclusive_words import load_groups
from comparer.analysis.events.participants import Participant
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.passages import Passage

_SLIP = 80
"""Likeness of surnames, out of 100, from which on they may be one name in two spellings."""
_SIDES = frozenset({"governing", "ruling", "opposition", "rebel", "army", "government", "police", "union"})
# Of these one side has its own, and who is one of them is not one of the other side's.
_MEN_OF_A_SIDE = frozenset({
    "soldier", "troop", "force", "fighter", "gunman", "militiaman", "rebel", "army", "navy", "pilot", "officer", "police", "guard",
    "campaigner", "volunteer", "supporter", "activist", "protester", "fan", "missile", "rocket", "drone", "shell", "jet", "plane",
    "bomber", "warship", "tank", "submarine", "sniper", "hacker", "spy", "agent", "goal", "penalty", "header", "try", "touchdown",
})  # fmt: skip
# Departments: who heads one of them does not head the other.
_DEPARTMENTS = frozenset({
    "finance", "interior", "foreign", "defense", "justice", "health", "education", "transport", "economy", "labor", "agriculture",
    "environment", "energy", "trade", "culture", "home", "prime", "treasury", "housing", "tourism", "sport", "vice", "deputy",
})  # fmt: skip
_HEADS = frozenset({"minister", "secretary", "ministry", "department", "president", "mayor", "director", "governor"})
_HIS = frozenset({"his", "her", "their"})
_OWNERS = re.compile(r"['’]s$")
_CAPITAL = re.compile(r"\b(?!The\b|An?\b)[A-Z][\w’'-]+")


def are_two(
    one: Participant | None, other: Participant | None, left: Passage, right: Passage, predicates: Predicates
) -> bool:
    """Return whether `one` of the left passage and `other` of the right cannot be the same."""
    if one is None or other is None:
        return False
    if one.named and other.named:
        return _two_names(one, other)
    if one.named or other.named:
        return False
    if (
        _rivals(one, other, predicates)
        or _two_departments(one, other)
        or load_groups()["sex"].exclude(one.head, other.head)
    ):
        return True
    return _two_of_kin(one, other, left, right) or _two_camps(one, other, left, right)


def known_apart(
    one: Participant | None, other: Participant | None, left: Passage, right: Passage, predicates: Predicates
) -> bool:
    """Return whether they are two by what they are, however little their names are alike."""
    named = one is None or other is None or one.named or other.named
    return not named and are_two(one, other, left, right, predicates)


def _two_names(one: Participant, other: Participant) -> bool:
    """True for names of two people; a slip of the pen ("Tolm", "Tolme") or "Fred" for "Frederick" makes no second one."""
    if one.head.isupper() != other.head.isupper():
        return False  # "KC" may stand for the Chiefs
    ours, theirs = one.head.lower().split(), other.head.lower().split()
    return not ours or not theirs or ours[0][0] != theirs[0][0] or ratio(ours[-1], theirs[-1]) < _SLIP


def _rivals(one: Participant, other: Participant, predicates: Predicates) -> bool:
    """True for "the army" beside "the rebels"."""
    return any(theirs in predicates.rivals.get(ours, ()) for ours in _sides(one) for theirs in _sides(other))


def _sides(one: Participant) -> set[str]:
    """What kind of people it is: "rebel" in "rebel units"."""
    return {one.head, *(word for word in one.words if word in _SIDES)}


def _two_of_kin(one: Participant, other: Participant, left: Passage, right: Passage) -> bool:
    """True for "his brother" beside "his wife" and "the mayor's wife" beside "the mayor's daughter"."""
    if not load_groups()["kin"].exclude(one.head, other.head):
        return False
    whose, others = _owner(one, left), _owner(other, right)
    return bool(whose) and (whose == others or {whose, others} <= _HIS)


def _two_departments(one: Participant, other: Participant) -> bool:
    """True for "the finance minister" beside "the interior minister"."""
    if one.head != other.head or one.head not in _HEADS:
        return False
    ours, theirs = set(one.words) & _DEPARTMENTS, set(other.words) & _DEPARTMENTS
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _owner(who: Participant, passage: Passage) -> str:
    """The first words of the phrase: "the mayor's" of "the mayor's wife"."""
    words = passage.reading.text[slice(*who.range)].lower().replace("’", "'").split()
    return " ".join(words[:-1]) if words[:-1] and (words[0] in _HIS or words[-2].endswith(("'s", "s'"))) else ""


def _two_camps(one: Participant, other: Participant, left: Passage, right: Passage) -> bool:
    """True for "a Torvald campaigner" beside "a Pike campaigner", where neither text has the other's name."""
    if not of_one_sort(one, other):
        return False
    ours, theirs = _names(one, left), _names(other, right)
    if not ours or not theirs:
        return False
    return not any(name in right.text for name in ours) and not any(name in left.text for name in theirs)


def of_one_sort(one: Participant, other: Participant) -> bool:
    """True for "troops" beside "troops", and other men, arms or goals of a side, whosever they are."""
    return one.head == other.head and one.head in _MEN_OF_A_SIDE


def _names(who: Participant, passage: Passage) -> set[str]:
    """The names in a phrase, but not the first word of a passage, which has its capital from there, unless it is an owner."""
    start, end = who.range
    found = _CAPITAL.finditer(passage.reading.text, start, end)
    return {_OWNERS.sub("", name[0]) for name in found if name.start() > passage.start or _OWNERS.search(name[0])}
