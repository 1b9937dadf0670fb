"""The word lists of numbers, typed: hedges, units, kinds of people and things, roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from comparer.analysis.numbers.lexing import lex
from comparer.analysis.report import Form

Words = tuple[str, ...]
LEVEL, START = "level", "starting level"
THEN = "then"
"""Role of an age that somebody had at an earlier time: "was 19 when he enlisted"."""


@dataclass(frozen=True, slots=True)
class HedgeRule:
    """Factors of the plain number for both ends of the interval; None is unbounded."""

    low: float | None
    high: float | None
    low_inclusive: bool
    high_inclusive: bool
    form: Form


@dataclass(frozen=True, slots=True)
class Unit:
    """base = (amount + offset) * factor, in the base unit of the dimension."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class RoleRule:
    """`apart`: says what happens, and may exclude others. `people`: bare numbers count people. `cumulative`: counted anew as time goes by.

    `shrinks`: the later count may be the lower one (missing), or else it only grows (killed).

    `happens_to`: those who do it to others are not in the role. `of`: the kinds
    of units that it is only read for; empty for all.
    """

    name: str
    apart: bool
    people: bool
    cumulative: bool
    happens_to: bool
    of: frozenset[str] = frozenset()
    shrinks: bool = False


@dataclass(frozen=True)
class NumberWords:
    """Made from the tables hedges_of_numbers, units, measures, number_roles, person_nouns and number_guards."""

    hedges: Mapping[str, Any]
    units: Mapping[str, Any]
    measures: Mapping[str, Any]
    roles: Mapping[str, Any]
    person_nouns: Mapping[str, Any]
    synonyms: Mapping[str, frozenset[str]]
    """Words that reports use for one and the same thing, as in data/synonyms.toml."""
    guards: Mapping[str, Any]

    @cached_property
    def before(self) -> dict[Words, HedgeRule]:
        """Hedges that stand before a number, as lexemes."""
        return self._hedges("before")

    @cached_property
    def after(self) -> dict[Words, HedgeRule]:
        return self._hedges("after")

    @cached_property
    def vague(self) -> dict[Words, tuple[float, float]]:
        return {pieces(words): (float(low), float(high)) for words, (low, high) in self.hedges["vague"].items()}

    @cached_property
    def unit_words(self) -> dict[Words, Unit]:
        """Spelled-out units and currencies, singular and plural."""
        table = {pieces(form): unit for unit, words, _ in self._measures() for word in words for form in _forms(word)}
        for code, entry in self.units["currencies"].items():
            unit = Unit(code, "money:" + code)
            table |= {pieces(form): unit for word in entry["words"] for form in _forms(word)}
        for code, words in self.units["hundredths"].items():
            table |= {pieces(form): Unit(code, "money:" + code, 0.01) for word in words for form in _forms(word)}
        return table

    @cached_property
    def unit_symbols(self) -> dict[Words, Unit]:
        """Symbols that count only right after a figure."""
        return {pieces(symbol): unit for unit, _, symbols in self._measures() for symbol in symbols}

    @cached_property
    def symbols_and_signs(self) -> dict[Words, Unit]:
        """What may stand right behind a figure."""
        return self.unit_symbols | self.signs

    @cached_property
    def units_by_name(self) -> dict[str, Unit]:
        return {unit.name: unit for unit, _, _ in self._measures()}

    def guard(self, name: str) -> frozenset[str]:
        """Words beside a figure that show it counts nothing."""
        return self._guards[name]

    @cached_property
    def _guards(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(listed) for name, listed in self.guards.items()}

    def near(self, name: str) -> frozenset[str]:
        """Words beside a number that decide what an ambiguous unit means."""
        return frozenset(self.units["near"][name])

    @cached_property
    def signs(self) -> dict[Words, Unit]:
        """Currency signs and codes as lexemes in lower case."""
        return {
            pieces(sign): Unit(code, "money:" + code)
            for code, entry in self.units["currencies"].items()
            for sign in (*entry["signs"], *entry["codes"])
        }

    @cached_property
    def currencies(self) -> frozenset[str]:
        return frozenset(self.units["currencies"])

    @cached_property
    def anybody(self) -> frozenset[str]:
        """Nouns that may stand for anybody, and for what happened to anybody."""
        return frozenset(self.measures["people"]["anybody"]) | self.happenings

    @cached_property
    def happenings(self) -> frozenset[str]:
        """Nouns for what happened to one person each: "12 deaths"."""
        return frozenset(self.measures["people"]["happenings"])

    @cached_property
    def kinds(self) -> dict[str, frozenset[int]]:
        """Numbers of the lines in which each word for one kind of people stands."""
        return _lines(self.measures["people"]["kinds"])

    @cached_property
    def parts(self) -> frozenset[str]:
        return frozenset(self.measures["people"]["parts"])

    @cached_property
    def situations(self) -> frozenset[str]:
        """Nouns for what people are in an event, beside what they are anyway."""
        return frozenset(self.measures["people"]["situations"])

    @cached_property
    def servants(self) -> frozenset[str]:
        """Nouns for those who serve at the scene."""
        return frozenset(self.measures["people"]["servants"])

    @cached_property
    def stretches(self) -> frozenset[str]:
        """Nouns for a part of a match or a year."""
        return frozenset(self.measures["stretches"]["words"])

    @cached_property
    def passing(self) -> frozenset[str]:
        """Words beside a result that is no final one."""
        return frozenset(self.measures["passing"]["words"])

    @cached_property
    def sums(self) -> frozenset[Words]:
        """Phrases that make a number a sum over many occasions, as words."""
        return frozenset(pieces(phrase) for phrase in self.measures["sums"]["phrases"])

    @cached_property
    def things(self) -> dict[str, frozenset[int]]:
        """Numbers of the lines in which each word for a thing stands."""
        return _lines(self.measures["things"]["same"])

    def is_held(self, thing: str, people: str) -> bool:
        """True for what counts those who hold it: the posts that workers lose, the seats of members."""
        return any(thing in entry["things"] and people in entry["people"] for entry in self.measures["held"])

    def are_other_indicators(self, one: str, other: str) -> bool:
        """True for two things that are told in numbers and that no line puts together: rents and wages."""
        return {one, other} <= self._indicators and not self.things.get(one, frozenset()) & self.things.get(
            other, frozenset()
        )

    @cached_property
    def _indicators(self) -> frozenset[str]:
        return frozenset(self.measures["things"]["indicators"])

    def are_sides(self, said: AbstractSet[str], told: AbstractSet[str]) -> bool:
        """True where the words of two sentences tell of two sides or places that exclude each other: the north and the south."""
        return any((said & ours and told & theirs) or (said & theirs and told & ours) for ours, theirs in self._sides)

    @cached_property
    def _sides(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        return tuple((frozenset(ours), frozenset(theirs)) for ours, theirs in self.measures["sides"]["pairs"])

    def are_opposites(self, one: str, other: str) -> bool:
        """True for words that divide a whole between them: full and empty, employed and unemployed."""
        if frozenset((one, other)) in self._opposites:
            return True
        short, long = sorted((one, other), key=len)
        return len(short) > 3 and long in {prefix + short for prefix in ("un", "non", "in", "il", "dis", "im")}

    @cached_property
    def _opposites(self) -> frozenset[frozenset[str]]:
        lines = self.measures["opposites"]["pairs"]
        return frozenset(frozenset((one, other)) for ours, theirs in lines for one in ours for other in theirs)

    @cached_property
    def counters(self) -> frozenset[str]:
        return frozenset(self.measures["things"]["counters"])

    @cached_property
    def gatherings(self) -> frozenset[str]:
        return frozenset(self.measures["things"]["gatherings"])

    @cached_property
    def contest(self) -> frozenset[str]:
        """Nouns and units counted of every player and team of a match."""
        return frozenset(self.measures["contest"]["words"])

    @cached_property
    def own_roles(self) -> frozenset[str]:
        """Roles beside those of the table: what something rises to or from, and which way a length is measured."""
        return frozenset((LEVEL, START, *self.dimensions.values()))

    @cached_property
    def dimensions(self) -> dict[str, str]:
        """Adjectives that say which way a length is measured."""
        return dict(self.units["near"]["dimensions"])

    @cached_property
    def saying(self) -> frozenset[str]:
        return frozenset(self.roles["saying"]["words"])

    @cached_property
    def light(self) -> frozenset[str]:
        """Verbs that leave it to the words beside them to name the role."""
        return frozenset(self.roles["light"]["words"])

    @cached_property
    def of_subject(self) -> frozenset[str]:
        """Verbs after which a bare number is one of the subject."""
        return frozenset(self.roles["of_subject"]["words"])

    @cached_property
    def role_rules(self) -> dict[str, RoleRule]:
        return {
            name: RoleRule(
                name,
                apart=apart == "apart",
                people=entry.get("people", False),
                cumulative=entry.get("cumulative", False),
                happens_to=entry.get("happens_to", False),
                of=frozenset(entry.get("of", ())),
                shrinks=entry.get("shrinks", False),
            )
            for apart in ("apart", "neutral")
            for name, entry in self.roles[apart].items()
        }

    @cached_property
    def roles_of(self) -> dict[str, tuple[RoleRule, ...]]:
        """The roles that a lemma may name whatever part of speech it is, in the order of the table."""
        return self._roles_of("words")

    @cached_property
    def roles_of_verbs(self) -> dict[str, tuple[RoleRule, ...]]:
        """The roles that a lemma names as a verb only."""
        return self._roles_of("verbs")

    @cached_property
    def roles_beside(self) -> dict[str, tuple[RoleRule, ...]]:
        """The roles that a lemma names beside a verb that says little."""
        return self._roles_of("beside")

    def _roles_of(self, part: str) -> dict[str, tuple[RoleRule, ...]]:
        table: dict[str, tuple[RoleRule, ...]] = {}
        for apart in ("apart", "neutral"):
            for name, entry in self.roles[apart].items():
                for word in entry.get(part, ()):
                    table[word] = (*table.get(word, ()), self.role_rules[name])
        return table

    def excludes(self, role: str, other: str, dimension: str) -> bool:
        """True where two roles shut each other out for units of this kind: killed and wounded, rise and level."""
        both = {role, other}
        return frozenset(both) not in self.near_roles and any(
            both <= roles and (not kinds or dimension in kinds) for kinds, roles in self._exclusive
        )

    @cached_property
    def _exclusive(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        return tuple((frozenset(entry.get("of", ())), frozenset(entry["roles"])) for entry in self.roles["exclusive"])

    @cached_property
    def contests(self) -> frozenset[str]:
        """Verbs behind which "by" names the margin."""
        return frozenset(self.roles["contests"]["words"])

    @cached_property
    def demands(self) -> frozenset[str]:
        """Verbs of asking, after which a unit may be left out."""
        return frozenset(self.roles["demands"]["words"])

    @cached_property
    def lonely_roles(self) -> frozenset[str]:
        """Roles that are compared with themselves only."""
        return frozenset(self.roles["lonely"]["roles"])

    @cached_property
    def near_roles(self) -> frozenset[frozenset[str]]:
        """Pairs of roles that may name the same happening."""
        return frozenset(frozenset(pair) for pair in self.roles["near"]["sets"])

    def same_word(self, one: str, other: str) -> bool:
        """True for one noun, and for two that reports use for the same: "docker" and "longshoreman"."""
        return one == other or other in self.synonyms.get(one, ())

    def is_person(self, lemma: str) -> bool:
        """True for nouns that count people."""
        return lemma in self.persons or lemma.endswith(("people", "woman", "man"))

    @cached_property
    def persons(self) -> frozenset[str]:
        """Nouns that count people."""
        return self.anybody | frozenset(self.kinds) | frozenset(self.person_nouns["words"].split())

    def _hedges(self, side: str) -> dict[Words, HedgeRule]:
        tables = ((name, entry) for name, entry in self.hedges.items() if name != "vague")
        return {pieces(words): _rule(entry) for _, entry in tables for words in entry.get(side, ())}

    def _measures(self) -> Iterator[tuple[Unit, list[str], list[str]]]:
        for dimension, entries in self.units.items():
            if dimension not in ("currencies", "hundredths", "near"):
                for name, entry in entries.items():
                    unit = Unit(name, dimension, entry["factor"], entry.get("offset", 0.0))
                    yield unit, entry["words"], entry["symbols"]


def _lines(lines: Sequence[Sequence[str]]) -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line:
            table.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


def pieces(words: str) -> Words:
    """Return `words` as the lexer cuts them, in lower case."""
    return tuple(lexeme.lower for lexeme in lex(words))


def _forms(word: str) -> tuple[str, ...]:
    """The word and its plural; in "degree celsius" the first word takes the plural."""
    first, _, rest = word.partition(" ")
    if rest and first in ("degree", "kilometre", "kilometer", "metre", "meter", "mile", "pound"):
        return word, f"{first}s {rest}"
    return word, f"{word}es" if word.endswith("inch") else f"{word}s"


def _rule(entry: Mapping[str, Any]) -> HedgeRule:
    """Turn "(1,1.1]" into the factors of both ends."""
    interval = entry["interval"]
    low, _, high = interval.strip("[]()").partition(",")
    return HedgeRule(
        low=float(low) if low else None,
        high=float(high) if high else None,
        low_inclusive=interval[0] == "[",
        high_inclusive=interval[-1] == "]",
        form=entry["form"],
    )
