"""The lists of loaded words and of hedges, with the families that a listed word brings along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Direction = Literal["hedge", "booster"]

_POS = {"adjective": "ADJ", "adverb": "ADV", "noun": "NOUN", "verb": "VERB"}


@dataclass(frozen=True)
class LoadedWords:
    """What data/loaded.toml holds: why a word is loaded, by part of speech and lemma."""

    why: Mapping[tuple[str, str], str]
    """Keys are (universal part of speech, lower-case lemma)."""
    alone: frozenset[tuple[str, str]]
    """Those of them that bring no family along: "allege" is loaded, "allegedly" is a hedge."""
    figurative: frozenset[str]
    """Verbs that are loaded only where somebody does it with words."""
    literal: Mapping[str, frozenset[str]]
    """Objects with which a verb means just what it says: "claimed three lives"."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> LoadedWords:
        """KeyError where the table is not made like data/loaded.toml."""
        why: dict[tuple[str, str], str] = {}
        alone: set[tuple[str, str]] = set()
        for category in table["category"]:
            keys = [(pos, word) for name, pos in _POS.items() for word in category.get(name, "").split()]
            why.update(dict.fromkeys(keys, category["why"]))
            alone.update(keys if category.get("alone") else ())
        literal = {verb: frozenset(objects.split()) for verb, objects in table["literal"].items()}
        return cls(why, frozenset(alone), frozenset(table["figurative"]["verb"].split()), literal)

    def reason(self, pos: str, lemma: str, form: str) -> str | None:
        """Return why the word is loaded, by itself or as one of a listed word's family; None where it is not."""
        found = self.why.get((pos, lemma)) or (self.why.get((pos, form)) if pos != "VERB" else None)
        if found or pos == "VERB":
            return found
        family = (key for key in _family(pos, form, lemma) if key not in self.alone)
        return next((why for key in family if (why := self.why.get(key))), None)


def _family(pos: str, form: str, lemma: str) -> Iterator[tuple[str, str]]:
    """Yield the listed words that `form` may come from: "brutally", "terrifying", "bragging", "stubbornness"."""
    if pos == "ADV" and form.endswith("ly"):
        stem = form[:-2]
        yield from (("ADJ", base) for base in _adjectives(stem))
        yield from (("VERB", base) for base in _verbs(stem))
    elif pos == "ADJ" or (pos == "NOUN" and form.endswith("ing")):
        yield from (("VERB", base) for base in _verbs(form))
    elif pos == "NOUN" and lemma.endswith("ness"):
        yield from (("ADJ", base) for base in (lemma[:-4], lemma[:-5] + "y"))
    elif pos == "NOUN" and lemma.endswith("ity"):
        yield from (("ADJ", base) for base in (lemma[:-3], lemma[:-3] + "e"))


def _adjectives(stem: str) -> Iterator[str]:
    """Yield the adjectives of which `stem` may be the adverb without its -ly."""
    yield from (stem, stem + "e")
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    if stem.endswith("ical"):
        yield stem[:-2]
    if stem.endswith(("b", "p", "t")):
        yield stem + "le"


def _verbs(form: str) -> Iterator[str]:
    """Yield the verbs of which `form` may be a participle."""
    for ending in ("ing", "ed"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            yield from (stem, stem + "e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem.endswith("i"):
                yield stem[:-1] + "y"


@dataclass(frozen=True)
class HedgeWords:
    """What data/hedges.toml holds."""

    direction: Mapping[tuple[str, str], Direction]
    """Keys are (universal part of speech, lower-case lemma)."""
    phrases: Mapping[tuple[str, ...], Direction]
    with_clause: frozenset[tuple[str, str]]
    """Those that hedge only with a clause or an infinitive: "seems to", "it is possible that"."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> HedgeWords:
        """KeyError where the table is not made like data/hedges.toml."""
        direction: dict[tuple[str, str], Direction] = {}
        phrases: dict[tuple[str, ...], Direction] = {}
        with_clause: set[tuple[str, str]] = set()
        kinds: tuple[Direction, Direction] = ("hedge", "booster")
        for kind in kinds:
            for name, pos in (*_POS.items(), ("modal", "AUX")):
                words = table[kind].get(name, [])
                clausal = table[kind].get(f"{name}_with_clause", [])
                direction.update({(pos, word): kind for word in (*words, *clausal)})
                with_clause.update((pos, word) for word in clausal)
            phrases.update({tuple(phrase.split()): kind for phrase in table[kind]["phrases"]})
        return cls(direction, phrases, frozenset(with_clause))
