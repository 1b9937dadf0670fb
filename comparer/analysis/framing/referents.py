"""Which mentions are of the same one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Called(Protocol):
    """What grouping needs to know of a mention."""

    @property
    def label(self) -> str: ...
    @property
    def lands(self) -> frozenset[str]: ...
    @property
    def named(self) -> bool: ...


class Referents:
    """Disjoint sets of mentions, which are known by their positions."""

    def __init__(self, mentions: Mapping[int, Called]) -> None:
        self._parent = {position: position for position in mentions}
        self._numbers: dict[int, int] = {}
        first: dict[tuple[str, frozenset[str]], int] = {}
        for position, mention in mentions.items():
            self.join(first.setdefault(self._key(mention), position), position)

    @staticmethod
    def _key(mention: Called) -> tuple[str, frozenset[str]]:
        """The last word of a name ("Ana Ruiz", "Ruiz"); noun and country otherwise."""
        label = mention.label.lower().split()[-1] if mention.named and mention.label.strip() else mention.label
        return label, mention.lands

    def join(self, one: int, other: int) -> None:
        """Note that both are of the same one."""
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first

    def _root(self, position: int) -> int:
        while self._parent[position] != position:
            self._parent[position] = self._parent[self._parent[position]]
            position = self._parent[position]
        return position

    def id_of(self, position: int) -> str:
        """Return "r1", "r2" and so on, counted in the order in which they are asked for."""
        root = self._root(position)
        return f"r{self._numbers.setdefault(root, len(self._numbers) + 1)}"
