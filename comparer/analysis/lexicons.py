"""Word lists in data/, loaded once into immutable tables."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from comparer.analysis.attribution.table import CueTable
from comparer.analysis.events.frames import Frames
from comparer.analysis.events.offices import Offices
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.words import Actors, EventWords
from comparer.analysis.framing.words import HedgeWords, LoadedWords
from comparer.analysis.labels import Labels
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.places.gazetteer import Gazetteer, load_gazetteer

DATA = Path(__file__).parent / "data"


def load_table(name: str) -> Mapping[str, Any]:
    """Return data/NAME.toml. FileNotFoundError if there is none."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))


@dataclass(frozen=True)
class Lexicons:
    """One field per list; each file in data/ names its source and licence."""

    cues: CueTable
    events: EventWords
    predicates: Predicates
    actors: Actors
    offices: Offices
    labels: Labels
    loaded: LoadedWords
    hedges: HedgeWords
    gazetteer: Gazetteer
    numbers: NumberWords


@cache
def load_lexicons() -> Lexicons:
    """Return all word lists that ship with the project, read on first use."""
    return Lexicons(
        cues=CueTable.from_table(load_table("cues")),
        events=EventWords.from_table(load_table("events")),
        predicates=Predicates.from_table(load_table("antonyms"), Frames.from_table(load_table("frames"))),
        actors=Actors.from_table(load_table("actors")),
        offices=Offices.from_table(load_table("offices")),
        gazetteer=load_gazetteer(),
        labels=Labels.from_table(load_table("labels")),
        loaded=LoadedWords.from_table(load_table("loaded")),
        hedges=HedgeWords.from_table(load_table("hedges")),
        numbers=load_number_words(),
    )


def load_number_words() -> NumberWords:
    """Return the lists of hedges, units, kinds of people and things, and roles."""
    return NumberWords(
        hedges=load_table("hedges_of_numbers"),
        units=load_table("units"),
        measures=load_table("measures"),
        roles=load_table("number_roles"),
        person_nouns=load_table("person_nouns"),
        guards=load_table("number_guards"),
    )
