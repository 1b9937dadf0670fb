"""Which words tell of one kind of happening, of its beginning or its end: data/happenings.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from comparer.analysis.tables import load_table

Phase = Literal["start", "end"]


@dataclass(frozen=True)
class Happenings:
    families: Mapping[str, frozenset[str]]
    """The families of each word."""
    starts: frozenset[str]
    ends: frozenset[str]
    states: frozenset[str]
    """Verbs that begin what then lasts: "closed" - "has been closed since"."""
    ended: Mapping[str, frozenset[str]]
    """By a word for a state, the words for what ends it: "closed" - "reopen"."""
    stages: Mapping[str, tuple[tuple[int, int], ...]]
    """Of each word, the numbers of the sequences that it is a step of, and of the step."""
    words: frozenset[str]
    """Verbs of deciding, asking and telling: their day is not that of what they speak of."""
    lemmas: Mapping[str, str]
    """Right lemmas by wrong ones."""
    light: frozenset[str]
    """Verbs that say nothing and lend the happening to their noun: "talks were held"."""
    lending: frozenset[str]
    """These and the verbs of beginning and ending that lend too: "the vote begins"."""
    arranging: frozenset[str]
    """Verbs that do so before a time with "for", "to" or "until": "is planned for Monday"."""
    things: Mapping[str, frozenset[int]]
    """The groups of each noun for a thing, numbered."""
    idioms: Mapping[str, tuple[tuple[str, str], ...]]
    """By their verb: what follows it, and the lemma of the whole."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Happenings:
        """KeyError where the table is not made like data/happenings.toml."""
        families: dict[str, set[str]] = {}
        for family, words in table["families"].items():
            for word in words:
                families.setdefault(word, set()).add(family)
        meanings = dict(table["idioms"]["synonyms"])
        idioms: dict[str, list[tuple[str, str]]] = {}
        for phrase in table["idioms"]["phrases"]:
            verb, rest = phrase.split(" ", 1)
            idioms.setdefault(verb, []).append((rest, meanings.get(phrase, phrase)))
        things: dict[str, set[int]] = {}
        for number, group in enumerate(table["things"]["groups"]):
            for word in group:
                things.setdefault(word, set()).add(number)
        return cls(
            {word: frozenset(names) for word, names in families.items()},
            frozenset(table["phases"]["start"]),
            frozenset(table["phases"]["end"]),
            frozenset(table["phases"]["state"]),
            {state: frozenset(enders) for states, enders in table["phases"]["ended"] for state in states},
            _stages(table["stages"]["sequences"]),
            frozenset(table["phases"]["words"]),
            dict(table["forms"]["lemmas"]),
            frozenset(table["light"]["verbs"]),
            frozenset(table["light"]["verbs"] + table["light"]["phases"]),
            frozenset(table["light"]["arranging"]),
            {word: frozenset(numbers) for word, numbers in things.items()},
            {verb: tuple(phrases) for verb, phrases in idioms.items()},
        )

    def akin(self, one: str, other: str) -> bool:
        """True for words that can tell of one happening: "crash" and "overturn"."""
        return one == other or not self._of(one).isdisjoint(self._of(other))

    def apart(self, one: str, other: str) -> bool:
        """True for words that are known to tell of different happenings: "arrest" and "trial"."""
        ours, theirs = self._of(one), self._of(other)
        return one != other and bool(ours) and bool(theirs) and ours.isdisjoint(theirs)

    def in_turn(self, one: str, other: str) -> bool:
        """True for words that tell of two steps, one after the other: "debate" and "approve"."""
        ours, theirs = dict(self.stages.get(one, ())), dict(self.stages.get(other, ()))
        return any(ours[sequence] != theirs[sequence] for sequence in ours.keys() & theirs.keys())

    def same_thing(self, one: str, other: str) -> bool:
        """True for nouns that can name one thing: "bus" and "coach"."""
        ours, theirs = self.things.get(one), self.things.get(other)
        return one == other or (ours is not None and theirs is not None and not ours.isdisjoint(theirs))

    def phases(self, events: Iterable[str]) -> frozenset[Phase]:
        """Return whether `events` tell of a beginning, of an end, of what may be either, or of neither."""
        words = set(events)
        found: list[Phase] = []
        if words & self.starts:
            found.append("start")
        if words & self.ends:
            found.append("end")
        return frozenset(found)

    def _of(self, word: str) -> frozenset[str]:
        return self.families.get(word, frozenset())


def _stages(sequences: Sequence[Sequence[Sequence[str]]]) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for number, sequence in enumerate(sequences):
        for step, words in enumerate(sequence):
            for word in words:
                found.setdefault(word, []).append((number, step))
    return {word: tuple(steps) for word, steps in found.items()}


@cache
def happenings() -> Happenings:
    """Return the table that ships with the project, read on first use."""
    return Happenings.from_table(load_table("happenings"))
