"""Whole passages, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.attribution import read_attributions
from comparer.analysis.lexicons import load_lexicons
from comparer.analysis.report import Paragraph
from tests.analysis.attribution.conftest import Read, Reader

PIECES = st.sampled_from(
    [
        "Ines Duarte said", "the pier was safe", "“", "”", '"', "'", ",", ".", ":", ";", "—", "(", ")", " ", "\n",
        "according to", "police", "she", "who", "denied", "that", "claims", "of", "accused", "to", "reportedly",
        "🚢", "ا", "\u200b", "\x07", "A", "is confident", "in a poll", "urged", "@a", "…", "?", "told", "as",
    ]
)  # fmt: skip


def check(found: Read) -> None:
    """Every offset lies inside the text; the parts of one attribution do not overlap."""
    for attribution in found.attributions:
        spans = [span for span in (attribution.source, attribution.cue, *attribution.content) if span]
        assert all(0 <= start < end <= len(found.text) for start, end in spans)
        assert attribution.content
        assert list(attribution.content) == sorted(attribution.content)
        ordered = sorted(filter(None, [attribution.cue, *attribution.content]))
        assert all(one[1] <= other[0] for one, other in pairwise(ordered))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=40))
def test_attributions_of_any_text_keep_inside_it(pieces: list[str], read: Reader) -> None:
    lines = [" ".join(line.split()) for line in " ".join(pieces).split("\n")]
    text = "\n".join(line for line in lines if line) or "x"
    found = read(text)
    check(found)
    assert list(found.attributions) == list(read(text).attributions)


def test_attributions_are_in_the_order_of_their_cues(read: Reader) -> None:
    text = "Police said two were missing. “We waited,” Paula Renner said. The owner denied the report."
    cues = [found.cue for found in read(text).attributions if found.cue]
    assert len(cues) == 3
    assert cues == sorted(cues)


def test_every_speaker_of_a_passage_keeps_his_words(read: Reader) -> None:
    text = (
        "Police said two crew members were missing. The owner denied that the doors were faulty.\n"
        "“We waited for an hour,” said Paula Renner, a nurse. “Nobody came.”\n"
        "“The boats were gone,” her brother Max said."
    )
    found = read(text)
    assert [(a.speaker, a.cue_lemma, a.quoted) for a in found.attributions] == [
        ("Police", "say", False),
        ("the owner", "deny", False),
        ("Paula Renner", "say", True),
        ("Max", "say", True),
    ]
    check(found)


@pytest.mark.parametrize(
    "text",
    [
        "“We saw the water rise.\nIt was over the road.\nThen it was gone,” said Karin Brim.\nAll was quiet.",
        'Karin Brim said: "We saw the water rise.\nIt was over the road.\nThen it was gone."\nAll was quiet.',
    ],
)
def test_a_quotation_over_several_lines_is_one_speaker_s(text: str, read: Reader) -> None:
    found = read(text)
    ((speaker, content),) = [(one.speaker, one.content) for one in found.attributions]
    assert speaker == "Karin Brim"
    assert found.words(content[0]).strip('“”",.') == ("We saw the water rise.\nIt was over the road.\nThen it was gone")


def test_quotation_after_another_person_acts_is_still_given_to_a_speaker_or_left(read: Reader) -> None:
    found = read("The captain shook his head. “There was no time for anything at all.”")
    assert all(a.speaker in {None, "the captain"} for a in found.attributions)


def test_empty_text_attributes_nothing(read: Reader) -> None:
    assert read(" ").attributions == ()


@pytest.mark.parametrize("piece", ["“", "said ", "he said, ", "“a” said b, ", "x" * 40 + "said:"])
def test_odd_text_is_read_without_an_error(piece: str, read: Reader) -> None:
    check(read((piece * (3_000 // len(piece))).strip()))


def test_time_does_not_grow_with_the_square_of_a_sentence(nlp: Language) -> None:
    cues = load_lexicons().cues

    def seconds(count: int) -> float:
        doc = nlp("she said that " * count)
        paragraphs = (Paragraph(0, len(doc.text)),)
        started = perf_counter()
        read_attributions(doc, paragraphs=paragraphs, quotes=(), cues=cues)
        return perf_counter() - started

    assert seconds(2_000) < 12 * seconds(500) + 0.2
