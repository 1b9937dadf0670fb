"""What the same people, groups, events and things can be called, plainly or taking a side: data/labels.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_CLASHES = frozenset({"unrest", "war", "attack"})


@dataclass(frozen=True)
class Labels:
    """All words are lower-case lemmas of head nouns, or two words where both decide ("death squad")."""

    groups: Mapping[str, frozenset[str]]
    """The groups that a label belongs to, plain or charged."""
    kinds: Mapping[str, str]
    """person, group, event or thing, by the name of the group."""
    charged: frozenset[str]
    """Labels that take a side wherever they stand."""
    anybody: frozenset[str]
    vague: frozenset[str]
    distancing: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Labels:
        """KeyError where the table is not made like data/labels.toml."""
        groups: dict[str, set[str]] = {}
        for group in table["group"]:
            for label in (*group["plain"], *group["charged"]):
                groups.setdefault(label, set()).add(group["name"])
        plain = {label for group in table["group"] for label in group["plain"]} | set(table["anybody"])
        charged = {label for group in table["group"] for label in group["charged"]} - plain
        return cls(
            {label: frozenset(names) for label, names in groups.items()},
            {group["name"]: group["kind"] for group in table["group"]},
            frozenset(charged),
            frozenset(table["anybody"]),
            frozenset(table["vague"]),
            frozenset(table["distancing"]),
        )

    def kind(self, label: str) -> str:
        """Return person, group, event or thing; empty for a word that is no label."""
        if label in self.anybody:
            return "person"
        kinds = [self.kinds[name] for name in sorted(self.groups.get(label, ()))]
        # "captive" is a fighter and a suspect: the kinds agree where it matters, and people go first.
        return "person" if "person" in kinds else kinds[0] if kinds else ""

    def can_be_one(self, one: str, other: str) -> bool:
        """True where both labels can be used of the same referent: "citizen" and "mercenary", "riot" and "protest"."""
        kinds = self.kind(one), self.kind(other)
        if kinds == ("person", "person") and (one in self.anybody or other in self.anybody):
            return True
        return bool(self.groups.get(one, frozenset()) & self.groups.get(other, frozenset()))

    def names(self, label: str) -> bool:
        """True for labels worth a ledger: of people, groups and clashes, and whatever takes a side."""
        return (
            label in self.charged
            or self.kind(label) in {"person", "group"}
            or bool(self.groups.get(label, frozenset()) & _CLASHES)
        )

    def acts(self, label: str) -> bool:
        """True for people and groups, who can be held responsible."""
        return self.kind(label) in {"person", "group"}
