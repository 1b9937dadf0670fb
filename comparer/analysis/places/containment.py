"""What a text itself says contains what: "Halvik, in the Orsa district", "Halvik, Norland", "the Norwegian town of Halvik"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from comparer.analysis.places.gazetteer import Entry

_INSIDE = re.compile(
    r",? (?:(?:which is |located |situated |a (?:\w+ ){0,2}(?:city|town|village|port|suburb|community) )?in )(?:the )?"
    r"(?:(?:north|south)?-?(?:east|west|north|south)ern |central )?"
    r"|,? (?:a |the )?(?:\w+ ){0,2}(?:city|town|village|port|capital|district|region|province|suburb|part) of (?:the )?"
    r"| of (?:the )?"
    r"|,? in (?:the )?"
)
_COMMA = re.compile(r", ?")
_LIST_GOES_ON = re.compile(r",? (?:and|or) (?:the )?[^\W\d_]")
_CLOSES = frozenset({",", ".", "", ";", ":", ")", " ", "\n"})
_DEEPEST = 5


@dataclass
class Containers:
    """What contains a name, as far as the text says. Names are canonical."""

    inside: dict[str, str] = field(default_factory=dict)
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def note(self, inner: str, outer: str) -> None:
        """Remember that `inner` lies in `outer`, unless that would make a circle."""
        if inner != outer and inner not in self.inside and inner not in self.chain(outer):
            self.inside[inner] = outer

    def chain(self, name: str) -> tuple[str, ...]:
        """Return the containers of `name`, from near to far."""
        found: list[str] = []
        while name in self.inside and len(found) < _DEEPEST:
            name = self.inside[name]
            found.append(name)
        return (*found, *self.known.get(name, ())) if found else ()


@dataclass(frozen=True, slots=True)
class Located:
    """A mention with its characters and what the gazetteer knows of it."""

    start: int
    end: int
    name: str
    entry: Entry | None
    land: Entry | None = None
    """The country or region whose adjective stands before it: "the Norwegian town of Halvik"."""


def containers_in(text: str, places: Sequence[Located]) -> Containers:
    """Return what the text says of places that the gazetteer does not know; `places` in order."""
    entries = (entry for place in places for entry in (place.entry, place.land) if entry)
    containers = Containers(known={entry.name: entry.within for entry in entries})
    for place in places:
        if place.entry is None and place.land is not None:
            containers.note(place.name, place.land.name)
    for inner, outer in pairwise(places):
        if inner.entry is None and _says_inside(text, inner, outer):
            containers.note(inner.name, outer.name)
    return containers


def _says_inside(text: str, inner: Located, outer: Located) -> bool:
    gap = text[inner.end : outer.start]
    if len(gap) > 60 or "\n" in gap:
        return False
    if _COMMA.fullmatch(gap):
        return is_container(text, inner.end, outer.start, outer.end)
    return _INSIDE.fullmatch(gap) is not None


def is_container(text: str, start: int, end: int, outer_end: int) -> bool:
    """Return whether text[start:end] and what follows reads like "Paris, Texas," rather than a list."""
    if not _COMMA.fullmatch(text, start, end) or _LIST_GOES_ON.match(text, outer_end):
        return False
    return text[outer_end : outer_end + 1] in _CLOSES
