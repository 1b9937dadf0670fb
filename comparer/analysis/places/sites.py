"""Rooms, buildings and grounds without a name of their own: data/sites.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span, Token

from comparer.analysis.report import Place
from comparer.analysis.tables import load_table

_SOMEWHERE = frozenset({
    "in", "at", "on", "inside", "outside", "near", "from", "to", "into", "onto", "through", "behind", "beside", "off", "of",
    "under", "around", "opposite", "over", "across", "along",
})  # fmt: skip
_SIDES = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "left", "right", "upper", "lower", "front",
    "back", "rear", "inner", "outer", "left-hand", "right-hand",
})  # fmt: skip
_SORTS = frozenset({"primary", "secondary", "high", "main", "central", "medical", "mobile", "public", "top", "live"})
LEVELS = ("room", "building", "ground")
_ORDERED = (
    "one first", "two second", "three third", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth",
    "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth", "thirteen thirteenth",
)  # fmt: skip
_NUMBERS = {word: str(number) for number, words in enumerate(_ORDERED, start=1) for word in words.split()}


@dataclass(frozen=True)
class SiteTable:
    groups: Mapping[str, frozenset[int]]
    """The groups of each word, numbered through all levels."""
    levels: Mapping[str, frozenset[str]]
    counted: frozenset[str]
    numbered: frozenset[str]
    typed: frozenset[str]
    sided: frozenset[str]
    opposite: frozenset[frozenset[str]]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> SiteTable:
        """KeyError where the table is not made like data/sites.toml."""
        groups: dict[str, set[int]] = {}
        levels: dict[str, set[str]] = {}
        rows = [(level, row) for level in LEVELS for row in table[level]]
        for number, (level, row) in enumerate(rows):
            for word in row:
                groups.setdefault(word, set()).add(number)
                levels.setdefault(word, set()).add(level)
        return cls(
            {word: frozenset(found) for word, found in groups.items()},
            {word: frozenset(found) for word, found in levels.items()},
            frozenset(table["counted"]),
            frozenset(table["numbered"]),
            frozenset(table["typed"]),
            frozenset(table["sided"]),
            frozenset(map(frozenset, table["opposite"])),
        )

    def kind_of(self, words: str) -> str | None:
        """Return the longest known end of "old railway station": "railway station"; None if there is none."""
        parts = words.split()
        ends = (" ".join(parts[start:]) for start in range(len(parts)))
        return next((end for end in ends if end in self.groups), None)

    def exclude(self, one: str, other: str) -> bool:
        """True for two sites without a name that cannot be one: "kitchen" and "garage", "third floor" and "fifth floor"."""
        if self._sides_differ(one, other):
            return True
        if {one.rsplit(maxsplit=1)[-1], other.rsplit(maxsplit=1)[-1]} & self.counted:
            return _numbers_differ(one, other)
        first, second = self.kind_of(one), self.kind_of(other)
        if first is None or second is None or self.levels[first].isdisjoint(self.levels[second]):
            return False
        return self.groups[first].isdisjoint(self.groups[second])

    def _sides_differ(self, one: str, other: str) -> bool:
        (*first, head), (*second, other_head) = one.split(), other.split()
        return head == other_head and any(frozenset((a, b)) in self.opposite for a in first for b in second)

    def akin(self, one: str, other: str) -> bool:
        """True for words that can mean one site: "church" and "cathedral", "third floor" and "3rd floor"."""
        if one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1] and not self.exclude(one, other):
            return True
        first, second = self.kind_of(one), self.kind_of(other)
        return first is not None and second is not None and not self.groups[first].isdisjoint(self.groups[second])


def _numbers_differ(one: str, other: str) -> bool:
    (*first, head), (*second, other_head) = one.split(), other.split()
    ours, theirs = _number(first), _number(second)
    return head == other_head and ours is not None and theirs is not None and ours != theirs


def _number(words: list[str]) -> str | None:
    return next((found for word in words if (found := number_of(word))), None)


def number_of(word: str) -> str | None:
    """Return "6" for "Six", "sixth", "6th" and "6", "B" for "B"; None for words that number nothing."""
    plain = word.lower()
    figures = plain.rstrip("stndrh")
    if figures.isdigit():
        return figures.lstrip("0") or "0"
    if plain == "top":
        return plain
    return _NUMBERS.get(plain) or (word if len(word) == 1 and word.isupper() else None)


def site_spans(doc: Doc) -> Iterator[Span]:
    """Yield "kitchen" of "in the kitchen", "third floor" of "on the third floor", "railway station" of "from the railway station"."""
    table = site_table()
    for token in doc:
        if token.pos_ != "NOUN" or token.dep_ != "pobj" or token.head.lower_ not in _SOMEWHERE:
            continue
        first = _first(token)
        words = _words(doc[first : token.i + 1])
        lemma = token.lemma_.lower()
        counted = lemma in table.counted and _number(words.split()[:-1]) is not None
        counted = counted or (lemma in table.sided and not _SIDES.isdisjoint(words.split()[:-1]))
        known = table.kind_of(words) is not None and _is_one(token)
        if counted or known:
            yield doc[first : token.i + 1]


def site_name(span: Span) -> str:
    """Return the lower-case lemmas of `span`: "railway station"."""
    return _words(span)


def _words(span: Span) -> str:
    words = [token.lower_ for token in span[:-1] if token.text != "-"]
    lemma = span[-1].lemma_.lower() if span[-1].tag_ == "NNS" else span[-1].lower_
    return " ".join([*words, lemma])


def _first(noun: Token) -> int:
    """The first of the nouns and numbers right before: "third" in "third floor"."""
    first = noun.i
    while first > noun.left_edge.i and (before := noun.doc[first - 1]).pos_ in {"NOUN", "ADJ", "NUM"}:
        if before.pos_ == "ADJ" and number_of(before.text) is None and before.lower_ not in _SORTS | _SIDES:
            break
        first -= 1
    return first


def _is_one(noun: Token) -> bool:
    """One of them, and not a state: "in a prison", but neither "in prison", "in prisons" nor "in the port of Orsa"."""
    after = noun.doc[noun.i + 1 : noun.i + 4]
    if len(after) and after[0].lower_ == "of" and any(token.pos_ == "PROPN" for token in after[1:]):
        return False
    return noun.tag_ == "NN" and any(child.dep_ in {"det", "poss", "nummod"} for child in noun.lefts)


def is_common(place: Place) -> bool:
    """True for a place without a name of its own: "railway station"."""
    return place.kind == "site" and place.name == place.name.lower()


@cache
def site_table() -> SiteTable:
    """Return the table that ships with the project, read on first use."""
    return SiteTable.from_table(load_table("sites"))
