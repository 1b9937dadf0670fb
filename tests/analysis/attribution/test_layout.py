"""What only the layout shows: headlines, transcripts, posts with the author below."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.conftest import Reader

HEADLINES = [
    ("Lindhaven mayor: The pier is safe", ":", "Lindhaven mayor", "The pier is safe"),
    ("Police: Two crew members still missing", ":", "Police", "Two crew members still missing"),
    ("Ferry owner denies paying inspectors", "denies", "Ferry owner", "paying inspectors"),
]

NOT_SAID = ["Timeline: how the ferry sank", "Ferry sinks: 14 dead", "Weather: rain until Friday", "Opinion"]


@pytest.mark.parametrize(("text", "cue", "source", "content"), HEADLINES)
def test_headline_names_who_says_it(text: str, cue: str, source: str, content: str, read: Reader) -> None:
    found = read(text, {0: "title"})
    assert [(found.words(a.source), found.words(a.content[0])) for a in found.with_cue(cue)] == [(source, content)]


@pytest.mark.parametrize("text", NOT_SAID)
def test_headline_label_is_no_speaker(text: str, read: Reader) -> None:
    assert read(text, {0: "title"}).with_cue(":") == []


def test_transcript_turn_belongs_to_its_name(read: Reader) -> None:
    found = read("DUARTE: The pier is safe and it will stay open.")
    assert [found.words(a.source) for a in found.with_cue(":")] == ["DUARTE"]


def test_post_belongs_to_the_name_below(read: Reader) -> None:
    text = "The pier is safe. It will open in June.\n— Ines Duarte (@mayorduarte) May 3, 2031\nThe crowd cheered."
    found = read(text, {0: "post", 1: "post"})
    (post,) = found.with_cue("—")
    assert found.words(post.source) == post.speaker == "Ines Duarte"
    assert [found.words(span) for span in post.content] == ["The pier is safe. It will open in June."]
    assert (post.quoted, post.voice, post.stance) == (True, "named", "neutral")


def test_post_without_a_text_is_not_attributed(read: Reader) -> None:
    assert read("— Ines Duarte (@mayorduarte) May 3, 2031", {0: "post"}).attributions == ()
