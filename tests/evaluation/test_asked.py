"""Questions laid over what was read."""

from __future__ import annotations

from comparer.analysis.tools import load_tools
from comparer.evaluation.asked import AskedSentence
from comparer.evaluation.qa_align import Proposition

WORDS = ("Two", "boats", "sank", "off", "Kolby", ",", "and", "the", "mayor", "shut", "the", "harbour", ".")
SANK, SHUT = Proposition(2, frozenset({0, 1})), Proposition(9, frozenset({7, 8}))


def sentence(*asked: Proposition, words: tuple[str, ...] = WORDS) -> AskedSentence:
    return AskedSentence(words, asked, load_tools())


def test_asked_sentence_finds_the_verbs_of_events() -> None:
    one = sentence(SANK, SHUT)
    assert one.verbs == [2, 9]
    found = {event.predicate: one.verbs_of(event) for event in one.placed.reading.events}
    assert found["sink"] == [2]
    assert found["shut"] == [9]


def test_asked_sentence_keeps_content_words_of_answers() -> None:
    assert sentence(SANK).words(SANK) == {"two", "boat"}
    assert sentence(SHUT).words(SHUT) == {"mayor"}


def test_asked_sentence_joins_verbs_by_lemma_and_claims_by_verbs() -> None:
    one = sentence(SANK, SHUT)
    other = sentence(Proposition(1, frozenset({0})), words=("Boats", "sink", "."))
    assert one.same_lemma(other) == {(2, 1)}
    (link,) = one.claims_of(frozenset({(2, 1)}), other)
    assert link in one.asked_claims(other)
    assert link[1] == 1
