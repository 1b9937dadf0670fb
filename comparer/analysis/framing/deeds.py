"""The words of data/agency.toml: what is told as done by somebody, and how the same is told as happening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Deeds:
    happens: Mapping[str, frozenset[int]]
    """The shifts that a phrase belongs to as a happening, by their numbers."""
    done: Mapping[str, frozenset[int]]
    nature: frozenset[str]
    weapons: frozenset[str]
    fall_on: frozenset[str]
    attack: frozenset[str]
    unrest: frozenset[str]
    breaks_out: frozenset[str]
    assaults: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Deeds:
        """KeyError where the table is not made like data/agency.toml."""
        causes, unrest = table["causes"], table["unrest"]
        return cls(
            happens=_numbered(shift["happens"] for shift in table["shift"]),
            done=_numbered(shift["done"] for shift in table["shift"]),
            nature=_words(causes["nature"]),
            weapons=_words(causes["weapons"]),
            fall_on=_words(causes["fall_on"]),
            attack=_words(causes["attack"]),
            unrest=_words(unrest["noun"]),
            breaks_out=_words(unrest["happens"]),
            assaults=_words(unrest["done"]),
        )

    def shift(self, happening: Iterable[str], doing: Iterable[str]) -> bool:
        """True where one of the phrases of `happening` tells what one of `doing` tells as done by somebody."""
        ours = {number for phrase in happening for number in self.happens.get(phrase, ())}
        return any(number in ours for phrase in doing for number in self.done.get(phrase, ()))

    def one_deed(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """True where both are deeds that can be told as the same happening: "shoot" and "kill"."""
        ours = {number for phrase in one for number in self.done.get(phrase, ())}
        return any(number in ours for phrase in other for number in self.done.get(phrase, ()))


def _numbered(lists: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, phrases in enumerate(lists):
        for phrase in phrases:
            found.setdefault(phrase, set()).add(number)
    return {phrase: frozenset(numbers) for phrase, numbers in found.items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(word.replace("-", " ") for word in text.replace('"', "").split())
