"""Word lists in data/, loaded once into immutable tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from comparer.analysis.attribution.table import CueTable
from comparer.analysis.events.frames import Frames
from comparer.analysis.events.offices import Offices
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.words import Actors, EventWords
from comparer.analysis.framing.words import HedgeWords, LoadedWords
from comparer.analysis.labels import Labels
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.places.gazetteer import Gazetteer, fold, load_gazetteer
from comparer.analysis.tables import load_table

_FIRST_WORD = re.compile(r"\w+")


Part = Literal["loaded", "hedge", "cue", "place", "person"]


@dataclass(frozen=True, slots=True)
class Change:
    """One word added to a list or switched off in it.

    `sort` is the part of speech of a loaded term or hedge ("ADJ"; "" for a phrase), or what follows a report verb
    ("clause", "object"). `meaning` is why a term is loaded, "hedge" or "booster", the stance of a verb, or the name
    that another name of a place or person stands for.
    """

    part: Part
    way: Literal["add", "off"]
    word: str
    sort: str = ""
    meaning: str = ""


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

    def with_changes(self, changes: Iterable[Change]) -> Lexicons:
        """Return these lists with the changes laid over them, in order; these themselves stay as they are."""
        by_part: dict[Part, list[Change]] = {}
        for change in changes:
            by_part.setdefault(change.part, []).append(change)
        return replace(
            self,
            loaded=_change_loaded(self.loaded, by_part.get("loaded", ())),
            hedges=_change_hedges(self.hedges, by_part.get("hedge", ())),
            cues=_change_cues(self.cues, by_part.get("cue", ())),
            gazetteer=_change_places(self.gazetteer, by_part.get("place", ())),
            actors=_change_people(self.actors, by_part.get("person", ())),
        )


def _change_loaded(words: LoadedWords, changes: Iterable[Change]) -> LoadedWords:
    why = dict(words.why)
    for change in changes:
        key = (change.sort, change.word.lower())
        if change.way == "add":
            why[key] = change.meaning
        else:
            why.pop(key, None)
    return replace(words, why=why)


def _change_hedges(words: HedgeWords, changes: Iterable[Change]) -> HedgeWords:
    direction, phrases = dict(words.direction), dict(words.phrases)
    for change in changes:
        key, phrase = (change.sort, change.word.lower()), tuple(change.word.lower().split())
        if change.way == "off":
            direction.pop(key, None)
            if not change.sort:
                phrases.pop(phrase, None)
        elif change.sort:
            direction[key] = "booster" if change.meaning == "booster" else "hedge"
        else:
            phrases[phrase] = "booster" if change.meaning == "booster" else "hedge"
    return replace(words, direction=direction, phrases=phrases, with_clause=words.with_clause & direction.keys())


def _change_cues(table: CueTable, changes: Iterable[Change]) -> CueTable:
    followed = {name: set(getattr(table, name)) for name in ("clause", "infinitive", "object", "quote", "passive")}
    prepositions, stances = dict(table.prepositions), dict(table.stances)
    for change in changes:
        verb = change.word.lower()
        if change.way == "off":
            for verbs in followed.values():
                verbs.discard(verb)
            prepositions.pop(verb, None)
            continue
        followed[change.sort].add(verb)
        if change.sort == "clause":
            followed["quote"].add(verb)
        if change.meaning in {"doubt", "assert", "deny", "demand"}:
            stances[verb] = change.meaning  # type: ignore[assignment]
    return replace(
        table,
        clause=frozenset(followed["clause"]),
        infinitive=frozenset(followed["infinitive"]),
        object=frozenset(followed["object"]),
        quote=frozenset(followed["quote"]),
        passive=frozenset(followed["passive"]),
        prepositions=prepositions,
        stances=stances,
    )


def _change_places(gazetteer: Gazetteer, changes: Iterable[Change]) -> Gazetteer:
    names = dict(gazetteer.names)
    longest = dict(gazetteer.longest)
    for change in changes:
        spelling = fold(change.word)
        if change.way == "off":
            names.pop(spelling, None)
        elif meant := gazetteer.find(change.meaning):
            names[spelling] = (*meant, *(entry for entry in names.get(spelling, ()) if entry not in meant))
            if first := _FIRST_WORD.match(spelling):
                longest[first[0]] = max(longest.get(first[0], 0), len(spelling))
    return replace(gazetteer, names=names, longest=longest)


def _change_people(actors: Actors, changes: Iterable[Change]) -> Actors:
    """Another name of a person or body works like the capital that stands for its country."""
    country = dict(actors.country)
    for change in changes:
        alias = change.word.lower().removeprefix("the ").strip()
        if change.way == "off":
            country.pop(alias, None)
        else:
            country[alias] = actors.canonical(change.meaning)
    return replace(actors, country=country)


@cache
def load_lexicons() -> Lexicons:
    """Return all word lists that ship with the project, read on first use."""
    numbers = load_number_words()
    return Lexicons(
        cues=CueTable.from_tables(load_table("cues"), load_table("events")),
        events=EventWords.from_table(load_table("events")),
        predicates=Predicates.from_table(
            load_table("antonyms"), load_table("outcomes"), Frames.from_table(load_table("frames"))
        ),
        actors=_actors(),
        offices=Offices.from_table(load_table("offices")),
        gazetteer=load_gazetteer(),
        labels=Labels.from_table(load_table("labels"), numbers.persons),
        loaded=LoadedWords.from_table(load_table("loaded")),
        hedges=HedgeWords.from_table(load_table("hedges")),
        numbers=numbers,
    )


@cache
def _actors() -> Actors:
    return Actors.from_table(load_table("actors"), load_table("synonyms"))


def load_number_words() -> NumberWords:
    """Return the lists of hedges, units, kinds of people and things, and roles."""
    return NumberWords(
        hedges=load_table("hedges_of_numbers"),
        units=load_table("units"),
        measures=load_table("measures"),
        roles=load_table("number_roles"),
        person_nouns=load_table("person_nouns"),
        synonyms=_actors().synonyms,
        guards=load_table("number_guards"),
    )
