"""Whether two events have the same participants, from heads and words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from comparer.analysis.events.words import Actors
from comparer.analysis.people import same_person
from comparer.analysis.report import Companion, Event, Range, RoleKind

Likeness = Literal["same", "other", "unknown"]

_NAMED = frozenset({"person", "place", "group", "name"})
# Words that can stand for whoever the other side calls by a narrower one.
_ANYBODY = frozenset(
    {"man", "woman", "person", "people", "citizen", "resident", "individual", "member", "victim", "official", "one"}
    | {"group", "side", "force", "authority", "government", "suspect", "child", "boy", "girl", "adult", "national"}
    | {"thing", "matter", "case", "plan", "move", "measure", "step", "decision", "company", "team", "body", "event"}
    | {"fighter", "soldier", "troop", "worker", "employee", "leader", "source", "spokesman", "spokesperson"}
)
# A leader stands for the country, a town for its people: these do not exclude each other.
_NOT_COMPARED = ({"person", "place"}, {"person", "group"}, {"place", "group"}, {"place", "name"})
# Bodies that decide: one is not the other.
_BODIES = (
    {"senate"}, {"house"}, {"council"}, {"court", "tribunal"}, {"cabinet", "government"}, {"committee"}, {"board"},
    {"commission"}, {"jury"}, {"union"}, {"ministry"}, {"police"}, {"army"},
)  # fmt: skip
_LEVELS = frozenset(
    {
        "lower",
        "upper",
        "appeal",
        "appeals",
        "supreme",
        "district",
        "high",
        "constitutional",
        "regional",
        "county",
        "city",
    }
    | {"federal", "state", "local", "national", "first", "second"}
)
_CONTRASTING = frozenset({"other", "another", "rest"})


@dataclass(frozen=True, slots=True)
class Participant:
    """Who fills one role of an event."""

    head: str
    words: tuple[str, ...]
    kind: RoleKind
    range: Range = (0, 0)

    @property
    def named(self) -> bool:
        return self.kind in _NAMED


def agent_of(event: Event) -> Participant | None:
    """Return who does it; None where the sentence does not say."""
    return Participant(event.agent_head, event.agent_words, event.agent_kind, event.agent) if event.agent else None


def patient_of(event: Event) -> Participant | None:
    """Return to whom it is done; None where the sentence does not say."""
    if event.patient is None:
        return None
    return Participant(event.patient_head, event.patient_words, event.patient_kind, event.patient)


def beside(part: Companion) -> Participant:
    """Return who or what stands beside the verb or behind a preposition as a participant."""
    return Participant(part.head, part.words, part.kind, (part.start, part.end))


def likeness(one: Participant | None, other: Participant | None, actors: Actors) -> Likeness:
    """Return whether both are the same; "unknown" for pronouns, for a name beside a description, and for nobody."""
    if one is None or other is None or not one.head or not other.head:
        return "unknown"
    if _two_bodies(one, other):
        return "other"
    if one.named and other.named:
        return _names(one, other, actors)
    if one.named or other.named:
        name, noun = (one, other) if one.named else (other, one)
        return _name_and_noun(name, noun, actors)
    return _nouns(one, other, actors)


def _two_bodies(one: Participant, other: Participant) -> bool:
    """True for "the senate" beside "the house", and "the appeal court" beside "the district court"."""
    ours, theirs = _body(one.head), _body(other.head)
    if ours is None or theirs is None:
        return False
    if ours != theirs:
        return True
    mine, yours = ({word.lower() for word in side.words} & _LEVELS for side in (one, other))
    return bool(mine) and bool(yours) and not mine & yours


@lru_cache(maxsize=4096)
def _body(head: str) -> int | None:
    word = head.lower().split()[-1]
    return next((number for number, family in enumerate(_BODIES) if word in family), None)


def _names(one: Participant, other: Participant, actors: Actors) -> Likeness:
    ours, theirs = (re.split(r" (?:and|&) ", side.head) for side in (one, other))
    if any(same_actor(first, second, actors) for first in ours for second in theirs):
        return "same"
    kinds = {one.kind, other.kind}
    return "unknown" if kinds in _NOT_COMPARED else "other"


def same_actor(one: str, other: str, actors: Actors) -> bool:
    """True for one name in two forms: "Beijing" and "China", "Ana Ruiz" and "Ruiz", "Zelensky" and "Zelenskyy"."""
    first, second = actors.canonical(one), actors.canonical(other)
    if first == second:
        return True
    ours, theirs = first.split(), second.split()
    if not ours or not theirs or first in actors.country or second in actors.country:
        return False
    return same_person(one, other) or same_person(first.title(), second.title()) or _part(ours, theirs)


def _part(ours: list[str], theirs: list[str]) -> bool:
    """One name lies in the other: "Ruiz" in "Ana Ruiz"."""
    shorter, longer = sorted((ours, theirs), key=len)
    return set(shorter) <= set(longer)


def _name_and_noun(name: Participant, noun: Participant, actors: Actors) -> Likeness:
    canonical = actors.canonical(name.head)
    within = _canonical(noun.words, actors)
    countries = within & actors.lands
    if canonical in within or set(name.head.lower().split()) & set(noun.words):
        return "same"
    if canonical in actors.country and countries:
        return "other"
    return "unknown"


@lru_cache(maxsize=4096)
def _canonical(words: tuple[str, ...], actors: Actors) -> frozenset[str]:
    return frozenset(actors.canonical(word) for word in words)


def _nouns(one: Participant, other: Participant, actors: Actors) -> Likeness:
    ours, theirs = _canonical(one.words, actors), _canonical(other.words, actors)
    lands = actors.lands
    if ours & lands and theirs & lands and not ours & theirs & lands:
        return "other"
    if actors.same_word(one.head, other.head):
        left, right = ours - {one.head} - lands, theirs - {other.head} - lands
        return "unknown" if left and right and not left & right else "same"
    if {one.head, other.head} & _CONTRASTING:
        return "other"
    return "unknown" if ours & theirs or {one.head, other.head} & _ANYBODY else "other"
