"""Reading the events of one short text, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from comparer.analysis.events.identities import read_identities
from comparer.analysis.events.read import read_events
from comparer.analysis.lexicons import Lexicons, load_lexicons
from comparer.analysis.passages import Passage
from comparer.analysis.report import Claim, Event, Identity, Index, Reading, Token

ReadEvents = Callable[[str], tuple[Event, ...]]
ReadIdentities = Callable[[str], tuple[Identity, ...]]
MakePassage = Callable[[str], Passage]


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    return load_lexicons()


@pytest.fixture(scope="session")
def events_of(nlp: Language, lexicons: Lexicons) -> ReadEvents:
    """Read the events of a text that is one claim."""
    return lambda text: read_events(nlp(text), claims=one_claim(text), words=lexicons.events)


@pytest.fixture(scope="session")
def identities_of(nlp: Language, lexicons: Lexicons) -> ReadIdentities:
    """Read who is said to be what in a text that is one claim."""
    return lambda text: read_identities(nlp(text), claims=one_claim(text), offices=lexicons.offices)


@pytest.fixture(scope="session")
def passage_of_text(nlp: Language, lexicons: Lexicons) -> MakePassage:
    def make(text: str) -> Passage:
        doc, claims = nlp(text), one_claim(text)
        reading = Reading(
            text,
            None,
            None,
            None,
            "en",
            "test",
            claims=claims,
            events=read_events(doc, claims=claims, words=lexicons.events),
            identities=read_identities(doc, claims=claims, offices=lexicons.offices),
            index=Index(tokens_of(doc), "", 0),
        )
        return Passage(reading, claims)

    return make


def one_claim(text: str) -> tuple[Claim, ...]:
    return (Claim(0, len(text), "c1", 0, 0),)


def tokens_of(doc: Doc) -> tuple[Token, ...]:
    return tuple(Token(token.idx, token.idx + len(token), token.lemma_.lower(), token.pos_) for token in doc)
