"""How predicates stand to one another: the same, the opposite, who is made responsible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from comparer.analysis.events.frames import Frames
from comparer.analysis.events.words import words
from comparer.analysis.kinship import shares_stem

_NEGATIVE = frozenset({"un", "in", "im", "il", "ir", "dis", "non", "non-"})
_SHORTEST_STEM = 4


@dataclass(frozen=True)
class Predicates:
    """How predicates stand to one another: data/antonyms.toml and data/outcomes.toml."""

    opposites: Mapping[str, frozenset[str]]
    synonyms: Mapping[str, frozenset[str]]
    shifts: frozenset[tuple[str, str]]
    """(what happens by itself, what somebody does): ("surrender", "capture")."""
    related: Mapping[str, frozenset[str]]
    """All that a word has anything to do with, itself included: a quick first look."""
    shared: frozenset[str]
    """What several can do to the same thing, so that two names for who did it do not exclude each other."""
    mutual: frozenset[str]
    """What two can do to each other at a time, so that either way round is true."""
    returned: frozenset[str]
    """What two may do to each other in turn: "thank", "blame"."""
    themes: frozenset[str]
    """Verbs whose subject is the one to whom it happens: "survive", "fail"; beside "destroy" it is the object there."""
    rivals: Mapping[str, frozenset[str]]
    """Kinds of people that are not one another: "army" and "rebel"."""
    passing: frozenset[str]
    """What can be undone later: "arrest", "open"."""
    frames: Frames

    @classmethod
    def from_table(cls, table: Mapping[str, Any], outcomes: Mapping[str, Any], frames: Frames) -> Predicates:
        """KeyError or ValueError where a table is not made like data/antonyms.toml and data/outcomes.toml."""
        opposites = _both_ways([*table["opposite"], *outcomes["opposite"]])
        synonyms: dict[str, set[str]] = {}
        for group in map(words, [*table["same"], *outcomes["same"]]):
            for word in group:
                synonyms.setdefault(word, set()).update(group)
        shifts = {pair for ones, others in table["agency"] for pair in product(words(ones), words(others))}
        related: dict[str, set[str]] = {word: set(others) for word, others in synonyms.items()}
        for one, other in [*shifts, *((word, other) for word, others in opposites.items() for other in others)]:
            related.setdefault(one, {one}).add(other)
            related.setdefault(other, {other}).add(one)
        return cls(
            _frozen(opposites),
            _frozen(synonyms),
            frozenset(shifts),
            _frozen(related),
            shared=words(table["shared"]),
            mutual=words(table["mutual"]),
            returned=words(table["returned"]),
            themes=words(table["themes"]),
            rivals=_frozen(_both_ways([*table["rivals"], *combinations(table["trades"], 2)])),
            passing=words(table["passing"]),
            frames=frames,
        )

    def are_same(self, one: str, other: str) -> bool:
        """True for equal predicates and synonyms."""
        return one == other or other in self.synonyms.get(one, ())

    def are_akin(self, one: str, other: str) -> bool:
        """True for lemmas of one kind of event: "resign" and "resignation", "arrest" and "detain"."""
        return shares_stem(one, other) or self.are_same(one, other)

    def are_opposite(self, one: str, other: str) -> bool:
        """True where both cannot be true of the same thing; never for equal predicates."""
        return one != other and (other in self.opposites.get(one, ()) or _prefixed(one, other) or _prefixed(other, one))


def _both_ways(pairs: Iterable[tuple[Iterable[str], Iterable[str]]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for ones, others in pairs:
        for one, other in product(words(ones), words(others)):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def _prefixed(one: str, other: str) -> bool:
    """True for "ineffective" beside "effective"."""
    return len(other) > _SHORTEST_STEM and one.endswith(other) and one.removesuffix(other) in _NEGATIVE


def _frozen(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(others) for word, others in table.items()}
