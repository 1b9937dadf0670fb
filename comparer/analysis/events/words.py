"""The words that make, deny, doubt and compare events, as typed tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

Possessive = Literal["done", "doer", "self", "made", "those", "met"]

_AMERICAN = (("ise", "ize"), ("yse", "yze"), ("our", "or"))

_NOT_BRITISH = frozenset(
    {"rise", "raise", "praise", "advise", "promise", "surprise", "exercise", "compromise", "disguise", "revise"}
    | {"supervise", "televise", "advertise", "devise", "comprise", "arise", "despise", "wise", "noise", "enterprise"}
    | {"expertise", "franchise", "merchandise", "paradise", "premise", "precise", "concise", "otherwise", "likewise"}
    | {"demise", "treatise", "improvise", "cruise", "bruise", "appraise", "excise", "circumcise", "incise", "poise"}
    | {"hour", "four", "tour", "pour", "sour", "flour"}
    | {"your", "our", "contour", "detour", "devour", "scour", "dour", "troubadour"}
)


@lru_cache(maxsize=16384)
def american(lemma: str) -> str:
    """Return the lower-cased lemma in one spelling for "criticise" and "criticize", "rumour" and "rumor"."""
    lemma = lemma.lower()
    if lemma in _NOT_BRITISH:
        return lemma
    for british, ours in _AMERICAN:
        if len(lemma) > len(british) + 1 and lemma.endswith(british):
            return lemma[: -len(british)] + ours
    return lemma


def words(items: Iterable[str]) -> frozenset[str]:
    """Return the items as a set, in one spelling."""
    return frozenset(american(item) for item in items)


@dataclass(frozen=True)
class EventWords:
    """What data/events.toml holds; its comments say what each list is for."""

    lists: Mapping[str, frozenset[str]]
    nominal: Mapping[str, tuple[str, Possessive]]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> EventWords:
        """KeyError or ValueError where the table is not made like data/events.toml."""
        nominal = {american(noun): (american(verb), means) for noun, (verb, means) in table["nominal"].items()}
        return cls({name: words(items) for name, items in table.items() if name != "nominal"}, nominal)

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]


@dataclass(frozen=True)
class Actors:
    """Countries by their adjectives, peoples and capitals: data/actors.toml."""

    country: Mapping[str, str]
    lands: frozenset[str]
    """The countries by themselves, in lower case."""
    synonyms: Mapping[str, frozenset[str]]
    """Other words for the same people and things: "ceasefire" for "truce"."""

    @classmethod
    def from_table(
        cls, table: Mapping[str, Any], synonyms: Mapping[str, Iterable[Iterable[str]]] = MappingProxyType({})
    ) -> Actors:
        """Return the table turned round, from every alias to its country; `synonyms` is made like data/synonyms.toml."""
        found = {name: name for name in table["countries"]}
        for name, aliases in table["countries"].items():
            found.update(dict.fromkeys(aliases, name))
        return cls(found, frozenset(table["countries"]), _by_word(synonyms))

    def __hash__(self) -> int:
        return id(self)

    def canonical(self, word: str) -> str:
        """Return the lower-cased country that `word` stands for, else `word` itself in lower case."""
        word = word.lower().removeprefix("the ").strip()
        return self.country.get(word) or self.country.get(word.removesuffix("s")) or word

    def same_word(self, one: str, other: str) -> bool:
        """True for one lemma, and for two that reports use for the same."""
        return one == other or other in self.synonyms.get(one, ())


def _by_word(groups: Mapping[str, Iterable[Iterable[str]]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in (words(group) for sort in groups.values() for group in sort):
        for word in group:
            found.setdefault(word, set()).update(group)
    return {word: frozenset(others) for word, others in found.items()}
