"""The cue words of data/cues.toml, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from comparer.analysis.report import AttributionKind, Stance

# The language model's lemmatizer takes these for other words.
_MISREAD = {"hop": "hope", "hat": "hate", "retweete": "retweet", "rat": "rate", "felt": "feel"}


@dataclass(frozen=True)
class CueTable:
    """Which lemma attributes in which construction, and what it does to the reader's trust."""

    clause: frozenset[str]
    infinitive: frozenset[str]
    object: frozenset[str]
    quote: frozenset[str]
    passive: frozenset[str]
    prepositions: Mapping[str, frozenset[str]]
    particles: Mapping[str, frozenset[str]]
    things: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, frozenset[str]]
    stances: Mapping[str, Stance]
    demanding: frozenset[str]
    kinds: Mapping[str, AttributionKind]
    evidence: frozenset[str]
    """What a thing can do, too: "the flood showed"."""
    documents: frozenset[str]
    metonyms: frozenset[str]
    institutions: frozenset[str]
    people: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    judging: frozenset[str]
    """With what is `untrue` they deny one of the `assertions`: "called the report false"."""
    untrue: frozenset[str]
    assertions: frozenset[str]

    @classmethod
    def from_tables(cls, table: Mapping[str, Any], events: Mapping[str, Any]) -> CueTable:
        """Return the cues of data/cues.toml, and of data/events.toml what denies. KeyError where a section is missing."""
        verbs = _sets(table["verbs"])
        sources = _sets(table["sources"])
        stances = dict(table["stance"])
        demanding = frozenset(stances.pop("demand_if_for").split())
        return cls(
            clause=verbs["clause"],
            infinitive=verbs["infinitive"],
            object=verbs["object"],
            quote=verbs["quote"],
            passive=verbs["passive"],
            prepositions=_sets(table["prepositions"]),
            particles=_sets(table["particles"]),
            things=_sets(table["things"]),
            nouns=_sets(table["nouns"]),
            adjectives=_sets(table["adjectives"]),
            stances=cast(Mapping[str, Stance], _inverted(stances)),
            demanding=demanding,
            kinds=cast(Mapping[str, AttributionKind], _inverted(table["kind"])),
            evidence=sources["evidence"],
            documents=sources["documents"],
            metonyms=sources["metonyms"],
            institutions=sources["institutions"],
            people=sources["people"],
            women=sources["women"],
            men=sources["men"],
            judging=frozenset(events["judging"]),
            untrue=frozenset([*events["untrue"], *events["untruth"]]),
            assertions=frozenset(events["assertions"]),
        )

    def stance(self, lemma: str, following: str) -> Stance:
        """Return what the cue word does, `following` being the first word of what is said: neutral unless listed."""
        if lemma in self.demanding:
            return "demand" if following in {"for", "on", "upon", "to"} else "neutral"
        return self.stances.get(lemma, "neutral")

    def kind(self, lemma: str, *, verb: bool) -> AttributionKind:
        """Return what is attributed. What is not listed is a statement, unless it is a verb that takes no words."""
        speaks = not verb or lemma in self.clause or lemma in self.quote
        return self.kinds.get(lemma, "statement" if speaks else "attitude")


def lemma_of(text: str) -> str:
    """Return the lemma `text`, lower-cased and put right where the model is known to err."""
    lemma = text.lower()
    return _MISREAD.get(lemma, lemma)


def _sets(section: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {lemma: frozenset(words.split()) for lemma, words in section.items()}


def _inverted(section: Mapping[str, str]) -> dict[str, str]:
    """First list wins where a word is in several."""
    found: dict[str, str] = {}
    for name, words in section.items():
        for word in words.split():
            found.setdefault(word, name)
    return found
