from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.events.read import read_events
from comparer.analysis.lexicons import Lexicons, load_lexicons
from comparer.analysis.report import Claim, Event
from comparer.analysis.tools import load_nlp
from tests.analysis.events.conftest import ReadEvents
from tests.analysis.events.sentences import SENTENCES


def render(event: Event) -> str:
    """Write an event as the cases do."""
    agent = (event.agent_head or "?") if event.agent else "-"
    patient = (event.patient_head or "?") if event.patient else "-"
    marks = [word for word, on in (("passive", event.passive), ("not", event.negated), ("denied", event.denied)) if on]
    marks += [event.modality] if event.modality != "asserted" else []
    return " ".join([agent, event.predicate.upper(), patient, *marks])


@pytest.mark.parametrize(("sentence", "wanted"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_read_events_finds_roles_polarity_and_certainty(
    events_of: ReadEvents, sentence: str, wanted: list[str]
) -> None:
    assert [render(event) for event in events_of(sentence)] == wanted


def test_read_events_marks_the_words_of_the_event_and_of_what_weakens_it(events_of: ReadEvents) -> None:
    text = "The zoo will not sell the elephant, which keepers reportedly beat."
    sell, beat = events_of(text)
    assert text[sell.start : sell.end] == "will not sell"
    marked = [text[slice(*span)] for span in (sell.negation, sell.modal, sell.patient, beat.modal) if span]
    assert marked == ["not", "will", "the elephant", "reportedly"]


def test_read_events_names_the_speaker_over_the_event(events_of: ReadEvents) -> None:
    says, wins = events_of("Rosa Blum said the party won the vote.")
    assert (says.of_saying, says.source) == (True, "")
    assert (wins.of_saying, wins.source) == (False, "Rosa Blum")


def test_read_events_keeps_where_and_when_with_their_prepositions(events_of: ReadEvents) -> None:
    (event,) = events_of("The band played in Oslo on Friday.")
    assert event.obliques == ("in Oslo", "on Friday")


def test_read_events_puts_each_event_into_the_shortest_claim_around_it(nlp: Language, lexicons: Lexicons) -> None:
    text = "The mayor said the pool reopened. Swimmers protested."
    claims = (Claim(0, 33, "c1", 0, 0), Claim(15, 32, "c2", 0, 0), Claim(34, 53, "c3", 1, 0))
    events = read_events(nlp(text), claims=claims, words=lexicons.events)
    assert [(event.predicate, event.claim) for event in events] == [
        ("say", "c1"),
        ("reopen", "c2"),
        ("protest", "c3"),
    ]


def test_read_events_leaves_the_claim_empty_outside_all_claims(nlp: Language, lexicons: Lexicons) -> None:
    (event,) = read_events(nlp("Swimmers protested."), claims=(), words=lexicons.events)
    assert event.claim == ""


WORDS = st.sampled_from(
    [
        "not",
        "no",
        "the",
        "men",
        "were",
        "will",
        "captured",
        "by",
        "denied",
        "that",
        "evidence",
        "of",
        "who",
        ",",
        "and",
        "attack",
        "said",
        "to",
        "from",
        "without",
        "“",
        "”",
        "Lin",
        "it",
        "is",
        "likely",
        "if",
        "?",
        "\n",
        "\x00",
        "é",
        "😀",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_read_events_stays_inside_any_text(text: str) -> None:
    events = read_events(load_nlp()(text), claims=(), words=load_lexicons().events)
    assert list(events) == sorted(events, key=lambda event: (event.start, event.end))
    for event in events:
        spans = [(event.start, event.end), event.agent, event.patient, event.negation, event.modal]
        assert all(0 <= span[0] < span[1] <= len(text) for span in spans if span)


def test_read_events_is_linear_in_a_long_chain_of_verbs(nlp: Language, lexicons: Lexicons) -> None:
    text = "The men said that they ran and " + "ran and " * 1500 + "fell."
    assert len(read_events(nlp(text), claims=(), words=lexicons.events)) > 1000
