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
    nouns: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, frozenset[str]]
    stances: Mapping[str, Stance]
    kinds: Mapping[str, AttributionKind]
    documents: frozenset[str]
    institutions: frozenset[str]
    people: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> CueTable:
        """Return the cue table of the TOML document `table`. KeyError where a section is missing."""
        verbs = _sets(table["verbs"])
        sources = _sets(table["sources"])
        return cls(
            clause=verbs["clause"],
            infinitive=verbs["infinitive"],
            object=verbs["object"],
            quote=verbs["quote"],
            passive=verbs["passive"],
            prepositions=_sets(table["prepositions"]),
            nouns=_sets(table["nouns"]),
            adjectives=_sets(table["adjectives"]),
            stances=cast(Mapping[str, Stance], _inverted(table["stance"])),
            kinds=cast(Mapping[str, AttributionKind], _inverted(table["kind"])),
            documents=sources["documents"],
            institutions=sources["institutions"],
            people=sources["people"],
            women=sources["women"],
            men=sources["men"],
        )

    def stance(self, lemma: str) -> Stance:
        """Return what the cue word does: neutral unless listed."""
        return self.stances.get(lemma, "neutral")

    def kind(self, lemma: str) -> AttributionKind:
        """Return what is attributed: a statement unless listed."""
        return self.kinds.get(lemma, "statement")


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
