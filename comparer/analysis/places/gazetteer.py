"""Known places: countries, first-level regions, areas and larger cities, with what contains them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from comparer.analysis.report import PlaceKind

_FIRST_WORD = re.compile(r"\w+")
_LETTERS = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "‑": "-", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
})  # fmt: skip
_REGION_RANK = 500_000
"""A region comes before towns of its name that have fewer people: Kent in England before Kent in Washington."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A known place. `within` runs from near to far; `people` is 0 where not known."""

    name: str
    kind: PlaceKind
    within: tuple[str, ...]
    people: int
    spot: tuple[float, float] | None = None
    """Latitude and longitude of a city, in degrees."""


@dataclass(frozen=True)
class Gazetteer:
    """`names` has every spelling (see `fold`); `longest` the length of the longest name that starts with a word."""

    names: Mapping[str, tuple[Entry, ...]]
    longest: Mapping[str, int]
    capitals: Mapping[str, str]
    """Country by capital."""
    capital_of: Mapping[str, str]
    adjectives: Mapping[str, str]
    """Country or region by adjective: "Ukrainian", "Scottish"."""

    def find(self, words: str) -> tuple[Entry, ...]:
        """Return every place of that name, the largest first; none if it is unknown."""
        folded = fold(words)
        found = self.names.get(folded, ())
        if not found and len(folded) > 3 and folded.isupper():
            found = self.names.get(folded.title(), ())
        return found

    def reach(self, first_word: str) -> int:
        """Return the length in characters of the longest name that starts with the first word of `first_word`."""
        match = _FIRST_WORD.match(fold(first_word))
        if match is None:
            return 0
        word = match[0]
        return self.longest.get(word, 0) or (self.longest.get(word.title(), 0) if word.isupper() else 0)


def fold(name: str) -> str:
    """Return the name without diacritics and with straight apostrophes; case is kept: "US" is not "us"."""
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def load_gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with the project."""
    lines = (Path(__file__).parents[1] / "data" / "gazetteer.tsv").read_text(encoding="utf-8").splitlines()
    return make_gazetteer(line.split("\t") for line in lines if not line.startswith("#"))


def make_gazetteer(rows: Iterable[list[str]]) -> Gazetteer:
    """Return the gazetteer of `rows`: kind, name, within, people, capital, other names, adjectives, spot."""
    names: dict[str, list[Entry]] = {}
    capitals: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    chains: dict[str, tuple[str, ...]] = {}
    for kind, name, within, people, capital, aliases, adjective, spot in rows:
        chain = chains.setdefault(within, tuple(filter(None, within.split(";"))))
        entry = Entry(name, kind, chain, int(people), _spot(spot))  # type: ignore[arg-type]
        if capital:
            capitals[capital] = name
        adjectives.update(dict.fromkeys(filter(None, adjective.split(";")), name))
        for spelling in {name, *filter(None, aliases.split(";"))}:
            same = names.setdefault(fold(spelling), [])
            if all((other.name, other.kind, other.within) != (entry.name, entry.kind, entry.within) for other in same):
                same.append(entry)
    capital_of = {country: capital for capital, country in capitals.items()}
    ranked = {spelling: tuple(sorted(entries, key=_rank)) for spelling, entries in names.items()}
    return Gazetteer(ranked, _longest(ranked), capitals, capital_of, adjectives)


def _spot(words: str) -> tuple[float, float] | None:
    latitude, _, longitude = words.partition(",")
    return (float(latitude), float(longitude)) if longitude else None


def _rank(entry: Entry) -> tuple[bool, int, str]:
    """Countries before other places, larger before smaller."""
    people = _REGION_RANK if entry.kind == "region" else entry.people
    return entry.kind != "country", -people, entry.name


def _longest(names: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        match = _FIRST_WORD.match(name)
        if match is not None:
            longest[match[0]] = max(longest.get(match[0], 0), len(name))
    return longest
