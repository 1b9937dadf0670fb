"""Reading the events of one short text, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from comparer.analysis.events.read import read_events
from comparer.analysis.lexicons import Lexicons, load_lexicons
from comparer.analysis.passages import Passage
from comparer.analysis.report import Claim, Event, Reading

ReadEvents = Callable[[str], tuple[Event, ...]]
MakePassage = Callable[[str], Passage]


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    return load_lexicons()


@pytest.fixture(scope="session")
def events_of(nlp: Language, lexicons: Lexicons) -> ReadEvents:
    """Read the events of a text that is one claim."""
    return lambda text: read_events(nlp(text), claims=(Claim(0, len(text), "c1", 0, 0),), words=lexicons.events)


@pytest.fixture(scope="session")
def passage_of_text(events_of: ReadEvents) -> MakePassage:
    def make(text: str) -> Passage:
        claim = Claim(0, len(text), "c1", 0, 0)
        reading = Reading(text, None, None, None, "en", "test", claims=(claim,), events=events_of(text))
        return Passage(reading, (claim,))

    return make
