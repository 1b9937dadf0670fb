"""Parts of countries and regions: "eastern Ukraine", "the country's east", "on Ukrainian territory", "the Ukrainian capital"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from comparer.analysis.places.gazetteer import Gazetteer
from comparer.analysis.places.vocabulary import SIDES, WHOLES

_SIDE = r"(?:north|south)?-?(?:east|west|north|south)|central|far (?:east|west|north|south)"
_SIDE_ERN = r"(?:north|south)?-?(?:eastern|western|northern|southern)|central"
_OWN_PART = re.compile(
    rf"\bthe (?:country|nation)['’]s (?:far )?(?:(?P<ern>{_SIDE_ERN})(?: (?:coast|border|region|regions|provinces|part|parts|edge|half))?|(?P<side>{_SIDE}))\b"
    rf"|\bthe (?P<of>{_SIDE}) of the (?:country|nation)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\bthe (?:country|nation)['’]s capital\b", re.IGNORECASE)
_GROUND = frozenset({"territory", "soil", "airspace", "waters", "coast", "mainland", "border", "shores"})
_PARTED = frozenset({
    "border", "frontier", "boundary", "line", "fence", "wall", "river", "lake", "strait", "channel", "canal", "sea", "bay",
    "mountain", "mountains", "massif", "peak", "summit", "range", "ridge", "pass", "glacier", "valley", "alps", "pyrenees",
    "tunnel", "bridge", "crossing", "checkpoint", "mont", "mount", "rio",
})  # fmt: skip
"""What lies between two countries, each of which has a side of it."""
_STRETCHES = frozenset(
    {"side", "end", "edge", "tip", "part", "half", "flank", "slope", "bank", "shore", "coast", "face", "outskirts"}
)
_DISTANCES = frozenset(
    {
        "km",
        "kilometres",
        "kilometers",
        "kilometre",
        "kilometer",
        "miles",
        "mile",
        "metres",
        "meters",
        "m",
        "just",
        "far",
        "immediately",
    }
)
_DIRECTION = re.compile(rf"{_SIDE_ERN}|(?:north|south)?(?:east|west)|north|south")


@dataclass(frozen=True, slots=True)
class Part:
    """Characters from `start` to `end`; `side` is None for the whole country or region; `capital` for its capital."""

    start: int
    end: int
    side: str | None
    country: str | None = None
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """`first` is the position of the first token, `word` the direction; `beyond` for what lies outside: "north of Orsa"."""

    first: int
    word: str
    beyond: bool = False


def side_before(doc: Doc, position: int) -> Side | None:
    """Return what the tokens before a name say of which part: "eastern Ukraine", "the east of Ukraine", "north of Orsa"."""
    last = _before_whole(doc, position) - 1
    after_of = last >= 2 and doc[last].lower_ == "of"
    last -= after_of
    if after_of and doc[last].lower_ in _STRETCHES and _DIRECTION.fullmatch(doc[last - 1].text):
        last -= 1
    if last < 0 or not _DIRECTION.fullmatch(doc[last].text):
        return None
    first = last - 2 if last >= 2 and doc[last - 1].text == "-" and doc[last - 2].lower_ in {"north", "south"} else last
    word = doc[first : last + 1].text.lower()
    if after_of and (_lies_beyond(doc, first) or not (first and doc[first - 1].lower_ in {"the", "its", "'s"})):
        return Side(first, word, beyond=True) if not word.endswith("ern") and word != "central" else None
    return Side(first, word)


def _lies_beyond(doc: Doc, first: int) -> bool:
    """True for "to the west of Orsa" and "10 km to the west of Orsa", not for "fled to the west of Orsa"."""
    if first < 3 or [token.lower_ for token in doc[first - 2 : first]] != ["to", "the"]:
        return False
    before = doc[first - 3]
    return before.lower_ in _DISTANCES or (
        before.pos_ in ("VERB", "AUX") and before.lemma_ in ("lie", "be", "sit", "stand")
    )


def _before_whole(doc: Doc, position: int) -> int:
    """Step back over "the island of" in "the north of the island of Orsa"."""
    opening = position - 3
    if opening >= 1 and doc[position - 1].lower_ == "of" and doc[opening].lower_ == "the":
        return opening if doc[position - 2].lower_ in WHOLES - SIDES - _STRETCHES else position
    return opening + 2 if doc[position - 1].lower_ == "the" and position else position


def side_name(words: str) -> str:
    """Return "eastern" for "east" and "far east", "southeastern" for "south-east"."""
    side = words.lower().replace("-", "").removeprefix("far ")
    return side if side.endswith("ern") or side == "central" else f"{side}ern"


def parts_of_the_country(text: str) -> list[Part]:
    """Return what is said of "the country" without its name."""
    parts = [
        Part(match.start(), match.end(), side_name(match["ern"] or match["side"] or match["of"]))
        for match in _OWN_PART.finditer(text)
    ]
    capitals = [Part(match.start(), match.end(), None, capital=True) for match in _CAPITAL.finditer(text)]
    return sorted([*parts, *capitals], key=lambda part: part.start)


def by_adjective(doc: Doc, gazetteer: Gazetteer) -> list[Part]:
    """Return "Ukrainian territory", "the Ukrainian capital" and "the Ukrainian side of the border"; citizens and officials are no places."""
    parts: list[Part] = []
    for token in doc[:-1] if len(doc) else ():
        country = gazetteer.adjectives.get(token.text)
        after = doc[token.i + 1]
        if country is None or after.is_sent_start:
            continue
        share = _is_side_of_border(after) or _is_range(after, gazetteer)
        if after.lower_ in _GROUND or after.lower_ == "capital" or share:
            parts.append(Part(token.idx, after.idx + len(after), None, country, capital=after.lower_ == "capital"))
    return parts


def land_before(doc: Doc, position: int, gazetteer: Gazetteer) -> str | None:
    """Return "Norway" for the name at `position` in "the Norwegian fishing village of Halvik"; None where nothing says it."""
    if position < 3 or doc[position - 1].lower_ != "of" or doc[position - 2].lower_ not in WHOLES:
        return None
    before = doc[max(position - 5, doc[position].sent.start) : position - 2]
    return next((land for token in reversed(before) if (land := gazetteer.adjectives.get(token.text))), None)


def _is_side_of_border(side: Token) -> bool:
    """True for "on the Italian side of the border" and "of Mont Blanc"; neither for a team nor for "of the story"."""
    behind = [token.lower_ for token in side.doc[side.i + 1 : side.i + 5]]
    return side.lower_ == "side" and behind[:1] == ["of"] and not _PARTED.isdisjoint(behind)


def _is_range(name: Token, gazetteer: Gazetteer) -> bool:
    """True for "the Swiss Alps" and "the French Riviera", which many countries share or have their own of."""
    known = any(entry.kind == "area" for entry in gazetteer.find(name.text))
    return name.pos_ == "PROPN" and (known or name.lower_ in {"riviera", "dolomites"})


def country_before(position: int, countries: Sequence[tuple[int, str]]) -> str | None:
    """Return the country last named before `position` (pairs in order of the text), else the first one after."""
    before = [country for start, country in countries if start < position]
    if before:
        return before[-1]
    return countries[0][1] if countries else None
