"""Words that color a report beside another that tells the same in plainer ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comparer.analysis.events.words import american
from comparer.analysis.passages import Passage, spans_inside
from comparer.analysis.report import Event, Loaded, Token

_POS = {"verb": "VERB", "adjective": "ADJ", "adverb": "ADV", "noun": "NOUN"}
_ENTRY = re.compile(r'"([^"]+)"|(\S+)')
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MOSTLY_SHARED = 0.6
_MOST_WORDS = 400
"""A longer passage is no sentence any more; keeps hostile text quick."""
_REACH = 3
"""Words behind an adjective among which its noun is looked for."""
_WHY = {
    "VERB": "a word that colors what was done",
    "ADJ": "a word that judges",
    "ADV": "an adverb that comments on the facts",
    "NOUN": "a word that judges",
}


@dataclass(frozen=True)
class Tints:
    """What data/tints.toml holds: words by universal part of speech, verbs with their particles."""

    words: Mapping[str, frozenset[str]]
    of_values: frozenset[str]
    values: frozenset[str]
    plain_of: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Tints:
        """KeyError where the table is not made like data/tints.toml."""
        return cls(
            {pos: _entries(table[name]) for name, pos in _POS.items()},
            *(_entries(table[name]) for name in ("of_values", "values", "plain_of")),
        )

    def listed(self, token: Token, text: str) -> bool:
        """True for a word of the lists, for "weeping" and "disgraced" also where the tagger sees a verb."""
        if token.pos not in self.words:
            return False
        lemma, form = american(token.lemma), american(text)
        if token.pos == "VERB":
            return bool({lemma, form} & self.words["VERB"]) or form in self.words["ADJ"]
        return {lemma, form} & self.words[token.pos] != set()


def _entries(text: str) -> frozenset[str]:
    return frozenset(phrase or word for phrase, word in _ENTRY.findall(text))


def tinted(here: Passage, there: Passage, tints: Tints) -> Iterator[Loaded]:
    """Yield the words of `here` that color what `there` tells too, in the order of the text.

    A verb does where the other side has an event with one of its participants;
    an adjective where the other side has its noun; any word where the two
    passages share most of their words.
    """
    if max(len(here.tokens), len(there.tokens)) > _MOST_WORDS:
        return
    theirs = {token.lemma for token in there.tokens if token.pos in _CONTENT}
    mostly = _mostly_shared(here, theirs)
    events = {event.start: event for event in here.events}
    for position, token in enumerate(here.tokens):
        text = here.reading.text[token.start : token.end]
        holding = events if token.pos == "VERB" else ()
        event = next((events[start] for start in holding if start <= token.start < events[start].end), None)
        verb = event is not None and _colors(event, here, tints)
        if not (verb or tints.listed(token, text)) or _quoted(here, token):
            continue
        if event is not None and not _meant(event, tints):
            continue
        if event is not None:
            shared = _shares_participant(event, there)
        else:
            shared = token.pos in {"ADJ", "NOUN"} and _noun_behind(here.tokens, position) in theirs
        if mostly or shared:
            yield Loaded(token.start, token.end, text, _WHY.get(token.pos, _WHY["NOUN"]))


def _colors(event: Event, passage: Passage, tints: Tints) -> bool:
    verb = american(event.predicate)
    behind = passage.reading.text[event.end : event.end + 16].split()[:1]
    phrases = {verb, *(f"{verb} {word.strip('.,;:').lower()}" for word in behind)}
    return bool(phrases & tints.words["VERB"]) or event.predicate in tints.of_values


def _meant(event: Event, tints: Tints) -> bool:
    """False for the bus that crashed and the wave that crushed: plain words there."""
    doer, done_to = event.agent_head.lower(), event.patient_head.lower()
    if event.predicate in tints.of_values:
        return bool({doer, done_to} & tints.values or set(event.agent_words) & tints.values)
    return doer not in tints.plain_of


def _mostly_shared(here: Passage, theirs: set[str]) -> bool:
    ours = {token.lemma for token in here.tokens if token.pos in _CONTENT}
    fewer = min(len(ours), len(theirs))
    return fewer > 1 and len(ours & theirs) >= _MOSTLY_SHARED * fewer


def _shares_participant(event: Event, there: Passage) -> bool:
    involved = {event.agent_head.lower(), event.patient_head.lower()} - {""}
    return any(head.lower() in involved for one in there.events for head in (one.agent_head, one.patient_head))


def _noun_behind(tokens: Sequence[Token], position: int) -> str:
    """The noun of an adjective; for a noun only the very next one: "luxury yacht"."""
    reach = _REACH if tokens[position].pos == "ADJ" else 1
    behind = tokens[position + 1 : position + 1 + reach]
    return next((word.lemma for word in behind if word.pos in {"NOUN", "PROPN"}), "")


def _quoted(passage: Passage, token: Token) -> bool:
    return bool(passage.quotes) and any(spans_inside([token], quote) for quote in passage.quotes)
