"""The offices and parts that one person at a time holds, and two articles that give them to two people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.participants import same_actor
from comparer.analysis.events.words import Actors, words
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.people import same_person
from comparer.analysis.report import Excerpt, Identity, Slot

_RANKS = frozenset({"deputy", "vice", "assistant", "associate", "under"})
_BESIDE = 60
"""Characters between an office and the name of who holds it."""
_MOST = 12
"""People of one sentence that are compared; a longer list names them in passing."""


@dataclass(frozen=True)
class Offices:
    """What data/offices.toml holds; its comments say what each list is for."""

    families: Mapping[str, int]
    marks: frozenset[str]
    empty: frozenset[str]
    naming: frozenset[str]
    being: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Offices:
        """KeyError where the table is not made like data/offices.toml."""
        families = {word: number for number, family in enumerate(table["one"]) for word in words(family)}
        return cls(families, *(words(table[name]) for name in ("marks", "empty", "naming", "being")))

    def family(self, noun: str) -> int | None:
        """Return the number of the family of `noun`; None for what many can be at a time."""
        return self.families.get(noun)

    def alike(self, one: Identity, other: Identity) -> bool:
        """Return whether both mean one office: "the mayor of Orsa" and "Orsa's mayor", not "deputy mayor"."""
        if self.family(one.head) != self.family(other.head):
            return False
        ours, theirs = set(one.words), set(other.words)
        if any(word in self.marks or word[:1].isdigit() for word in ours ^ theirs):
            return False
        ours, theirs = ours - self.empty - self.marks, theirs - self.empty - self.marks
        return not ours or not theirs or ours <= theirs or theirs <= ours or len(ours & theirs) > len(ours ^ theirs) / 2


def compare_identities(left: Passage, right: Passage, offices: Offices, actors: Actors) -> Iterator[Finding]:
    """Yield each office or part that the two passages give to two people."""
    for one, other in product(left.identities[:_MOST], right.identities[:_MOST]):
        if not (one.definite and other.definite and offices.alike(one, other) and _two_people(one, other, actors)):
            continue
        if not (_known(right, one, offices, actors) or _known(left, other, offices, actors)):
            yield _finding(left, right, one, other, offices)


def compare_ranks(left: Passage, right: Passage, offices: Offices, actors: Actors) -> Iterator[Finding]:
    """Yield each person who holds an office on one side and is its deputy on the other: "the mayor", "the deputy mayor"."""
    for one, other in product(left.identities[:_MOST], right.identities[:_MOST]):
        if not same_actor(one.name, other.name, actors) or not _differ_in_rank(one, other, offices):
            continue
        if not (_holds(left, one, _rank(other), actors) or _holds(right, other, _rank(one), actors)):
            yield _of_rank(left, right, one, other)


def _differ_in_rank(one: Identity, other: Identity, offices: Offices) -> bool:
    if one.head != other.head or _rank(one) == _rank(other):
        return False
    ours, theirs = set(one.words) - _RANKS, set(other.words) - _RANKS
    if ours & offices.marks != theirs & offices.marks:
        return False  # "former", "then": at other times
    ours, theirs = ours - offices.empty, theirs - offices.empty
    return not ours or not theirs or ours <= theirs or theirs <= ours


def _rank(who: Identity) -> frozenset[str]:
    return _RANKS & set(who.words)


def _holds(passage: Passage, who: Identity, rank: frozenset[str], actors: Actors) -> bool:
    """True where the article gives the same person the other rank, too."""
    held = (one for one in passage.reading.identities if one.head == who.head and _rank(one) == rank)
    return any(same_actor(one.name, who.name, actors) for one in held)


def _of_rank(left: Passage, right: Passage, one: Identity, other: Identity) -> Finding:
    marks = _with_office(left, one), _with_office(right, other)
    ours, theirs = (" ".join((*sorted(_rank(who)), who.head)) for who in (one, other))
    words = f"Left calls {one.name} {ours}; right calls {other.name} {theirs}."
    slot = Slot("office", ours, theirs, "conflict")
    return Finding("person", "conflict", marks[:1], marks[1:], words, slot=slot, confirmed=True)


def _with_office(passage: Passage, who: Identity) -> Excerpt:
    """The words from the office to the name, or the other way round, where both stand near each other: the name alone shows no difference."""
    text, ranks = passage.reading.text, "|".join(sorted(_RANKS))
    first, last = max(who.start - _BESIDE, passage.start), who.end + _BESIDE
    office = re.compile(rf"(?:\b(?:{ranks})[ -])?\b{re.escape(who.head)}\b", re.IGNORECASE)
    near = [
        found for found in office.finditer(text, first, last) if found.end() <= who.start or found.start() >= who.end
    ]
    if not near:
        return excerpt(passage.reading, who)
    nearest = min(near, key=lambda found: max(who.start - found.end(), found.start() - who.end))
    return excerpt(passage.reading, (min(nearest.start(), who.start), max(nearest.end(), who.end)))


def _two_people(one: Identity, other: Identity, actors: Actors) -> bool:
    return not same_person(one.name, other.name) and not same_actor(one.name, other.name, actors)


def _known(passage: Passage, who: Identity, offices: Offices, actors: Actors) -> bool:
    """True where the passage names `who` as well, or its article gives the same office to the same person elsewhere."""
    surname = who.name.lower().split()[-1]
    if surname in passage.text.lower().replace(",", " ").split():
        return True
    return any(
        offices.family(held.head) == offices.family(who.head) and same_actor(held.name, who.name, actors)
        for held in passage.reading.identities
    )


def _finding(left: Passage, right: Passage, one: Identity, other: Identity, offices: Offices) -> Finding:
    marks = excerpt(left.reading, one), excerpt(right.reading, other)
    telling = set(one.words) & set(other.words) - offices.empty
    return Finding(
        "person",
        "conflict",
        marks[:1],
        marks[1:],
        f"Left says that the {one.head} is {one.name}; right says that it is {other.name}.",
        slot=Slot(f"who the {one.head} is", one.name, other.name, "conflict"),
        confirmed=bool(telling),
    )
