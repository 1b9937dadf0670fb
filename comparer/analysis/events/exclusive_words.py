"""Words of which only one can be true of one thing: man and woman, brother and sister, red and white."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from comparer.analysis.report import Kind
from comparer.analysis.tables import load_table


@dataclass(frozen=True, slots=True)
class Group:
    """Words with the numbers of their lines; two that share no line exclude each other.

    Where `before` or `behind` are given, only words that stand right before, or behind, one of those count; where
    `tags` are, only those parts of speech.
    """

    name: str
    kind: Kind
    lines: Mapping[str, frozenset[int]]
    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()

    def exclude(self, one: str, other: str) -> bool:
        """Return whether both are words of the group, and only one of them can be true."""
        here, there = self.lines.get(one), self.lines.get(other)
        return here is not None and there is not None and here.isdisjoint(there)


@cache
def load_groups() -> Mapping[str, Group]:
    """Return the groups of data/exclusive.toml by name, and the countries by their adjectives ("a German tourist")."""
    countries = load_table("regions")["adjectives"].values()
    adjectives = _lines([[word.lower() for word in words] for words in countries])
    nations = Group("nation", "person", adjectives, behind=frozenset({"a", "an"}), tags=frozenset({"ADJ"}))
    groups = [*(_group(name, entry) for name, entry in load_table("exclusive").items()), nations]
    return {group.name: group for group in groups}


def _group(name: str, entry: Mapping[str, Any]) -> Group:
    around = (frozenset(entry.get(key, ())) for key in ("before", "behind", "tags"))
    return Group(name, cast(Kind, entry["kind"]), _lines(entry["words"]), *around)


def _lines(lines: Sequence[Sequence[str]]) -> Mapping[str, frozenset[int]]:
    held: dict[str, set[int]] = {}
    for number, words in enumerate(lines):
        for word in words:
            held.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in held.items()}
