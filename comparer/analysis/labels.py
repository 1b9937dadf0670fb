"""What the same people, groups, events and things can be called, plainly or taking a side: data/labels.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_SHORTEST = 5
"""Letters: "trawlerman" names somebody, "omen" nobody."""
_CLASHES = frozenset({"unrest", "war", "attack"})


@dataclass(frozen=True)
class Labels:
    """All words are lower-case lemmas of head nouns, or two words where both decide ("death squad")."""

    groups: Mapping[str, frozenset[str]]
    """The groups that a label belongs to."""
    kinds: Mapping[str, str]
    """person, group, event or thing, by the name of the group."""
    alike: frozenset[str]
    """Groups whose plain labels can be of the same one: "refugee" and "migrant"."""
    contested: frozenset[str]
    """Labels that one side of a dispute would refuse."""
    charged: frozenset[str]
    """Labels that take a side wherever they stand."""
    anybody: frozenset[str]
    vague: frozenset[str]
    distancing: frozenset[str]
    asked: frozenset[str]
    """What nobody gives a view of when they say what it is: "cause", "winner"."""
    hollow: frozenset[str]
    """What it says nothing to be called."""
    steered: frozenset[str]
    """What somebody steers or leads: the tug of "a tug towed the liner"."""
    doers: frozenset[str]
    """Further nouns for people and for bodies that act."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any], persons: Iterable[str] = ()) -> Labels:
        """KeyError where the table is not made like data/labels.toml; `persons` are nouns for people that it need not know."""
        groups: dict[str, set[str]] = {}
        for group in table["group"]:
            for label in (*group["plain"], *group["contested"], *group["charged"]):
                groups.setdefault(label, set()).add(group["name"])
        plain = {label for group in table["group"] for label in group["plain"]} | set(table["anybody"])
        contested = {label for group in table["group"] for label in group["contested"]} - plain
        charged = {label for group in table["group"] for label in group["charged"]} - plain - contested
        return cls(
            groups={label: frozenset(names) for label, names in groups.items()},
            kinds={group["name"]: group["kind"] for group in table["group"]},
            alike=frozenset(group["name"] for group in table["group"] if group["alike"]),
            contested=frozenset(contested),
            charged=frozenset(charged),
            anybody=frozenset(table["anybody"]),
            vague=frozenset(table["vague"]),
            distancing=frozenset(table["distancing"]),
            asked=frozenset(table["asked"].split()),
            hollow=frozenset(table["hollow"].split()),
            steered=frozenset(table["steered"].split()),
            doers=frozenset(table["doers"].split()) | frozenset(persons),
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
        ours, theirs = self._groups(one), self._groups(other)
        shared = ours & theirs
        anybody = {one, other} & self.anybody and self.kind(one) == self.kind(other) == "person"
        if self.takes_side(one) or self.takes_side(other):
            return bool(shared or anybody)
        return bool(shared & self.alike) or bool(anybody and (ours | theirs) <= self.alike)

    def takes_side(self, label: str) -> bool:
        """True for contested and charged labels."""
        return label in self.charged or label in self.contested

    def _groups(self, label: str) -> frozenset[str]:
        return self.groups.get(label, frozenset())

    def names(self, label: str) -> bool:
        """True for labels worth a ledger: of people, groups and clashes, and whatever takes a side."""
        return (
            label in self.charged
            or self.kind(label) in {"person", "group"}
            or bool(self.groups.get(label, frozenset()) & _CLASHES)
        )

    def acts(self, label: str) -> bool:
        """True for people and groups, who can be held responsible."""
        people = len(label) > _SHORTEST and label.endswith(("man", "men", "woman", "women", "person", "people"))
        return people or label in self.doers or self.kind(label) in {"person", "group"}
