"""Cutting a stretch of tokens into segments."""

from __future__ import annotations

from spacy.language import Language

from comparer.analysis.claims.segments import segments


def test_segments_of_an_endless_sentence_are_one(nlp: Language) -> None:
    doc = nlp("The pier was closed on Monday, and the ferry left on Tuesday. " * 40)
    assert len(doc) > 400
    assert segments(doc, (0, len(doc)), ()) == [(0, len(doc))]
    assert len(segments(doc, (0, 14), ())) == 2


def test_segments_of_nothing_are_one(nlp: Language) -> None:
    assert segments(nlp(""), (0, 0), ()) == [(0, 0)]
