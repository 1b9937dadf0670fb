"""Reading the framing of short texts, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from comparer.analysis.events.read import read_events
from comparer.analysis.framing.hedges import read_hedges
from comparer.analysis.framing.loaded import read_loaded
from comparer.analysis.framing.names import read_names
from comparer.analysis.lexicons import Lexicons, load_lexicons
from comparer.analysis.passages import Passage
from comparer.analysis.quotes import read_quotes
from comparer.analysis.report import Claim, Paragraph, Reading

MakePassage = Callable[[str], Passage]


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    return load_lexicons()


@pytest.fixture(scope="session")
def passage_of_text(nlp: Language, lexicons: Lexicons) -> MakePassage:
    """Read a text that is one claim, without attributions."""

    def make(text: str) -> Passage:
        doc, claim = nlp(text), Claim(0, len(text), "c1", 0, 0)
        quotes = read_quotes(text, (Paragraph(0, len(text)),))
        reading = Reading(
            text,
            None,
            None,
            None,
            "en",
            "test",
            claims=(claim,),
            quotes=quotes,
            events=read_events(doc, claims=(claim,), words=lexicons.events),
            names=read_names(doc, attributions=(), quotes=quotes, labels=lexicons.labels, actors=lexicons.actors),
            loaded=read_loaded(doc, quotes=quotes, words=lexicons.loaded, labels=lexicons.labels),
            hedges=read_hedges(doc, words=lexicons.hedges),
        )
        return Passage(reading, (claim,))

    return make
