"""Words that reports use for one and the same thing: "truce" here, "ceasefire" there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from comparer.analysis.events.words import american


@dataclass(frozen=True)
class Synonyms:
    """Lemmas by the others of their groups: data/synonyms.toml."""

    others: Mapping[str, frozenset[str]]

    @classmethod
    def from_table(cls, table: Mapping[str, Iterable[Iterable[str]]]) -> Synonyms:
        """Return the groups of all parts of speech in one table."""
        found: dict[str, set[str]] = {}
        for groups in table.values():
            for group in groups:
                words = {american(word) for word in group}
                for word in words:
                    found.setdefault(word, set()).update(words - {word})
        return cls({word: frozenset(others) for word, others in found.items()})

    def are_same(self, one: str, other: str) -> bool:
        """True for one word and for two of a group."""
        return one == other or american(other) in self.others.get(american(one), ())

    def bridge(self, ours: Collection[str], theirs: Collection[str]) -> Mapping[str, str]:
        """Return for words that only `ours` has the word that only `theirs` has for the same thing.

        Who uses both words may mean two things by them.
        """
        only = set(ours) - set(theirs)
        others = {american(word): word for word in set(theirs) - set(ours)}
        found = {word: self.others.get(american(word), frozenset()) & others.keys() for word in only}
        return {word: others[min(same)] for word, same in found.items() if same}
