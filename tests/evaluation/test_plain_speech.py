"""The floor for attributions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.evaluation.plain_speech import plain_attributions

CASES = [
    ("The mayor said the pier is shut.", "The mayor ", "said", " the pier is shut."),
    ("The pier is shut, police said.", " police ", "said", "The pier is shut,."),
    ("The pier is shut, said the mayor.", " the mayor.", "said", "The pier is shut, "),
    ("The pier is shut, according to police, it rained.", " police", "according to", "The pier is shut, , it rained."),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_plain_attributions_cut_at_commas(text: str, source: str, cue: str, content: str) -> None:
    (found,) = plain_attributions(f"It rained.\n{text} Nobody came.")
    text = f"It rained.\n{text} Nobody came."
    told = ["".join(text[start:end] for start, end in spans) for spans in (found.source, found.cue, found.content)]
    assert [part.strip() for part in told] == [part.strip() for part in (source, cue, content)]


@given(st.text(alphabet="said told,.!? \n”“'aA", max_size=80))
def test_plain_attributions_part_a_sentence_without_overlap(text: str) -> None:
    for found in plain_attributions(text):
        spans = sorted((*found.source, *found.cue, *found.content))
        assert all(0 <= start <= end <= len(text) for start, end in spans)
        kept = [span for span in spans if span[0] < span[1]]
        assert all(one[1] <= other[0] for one, other in pairwise(kept))


def test_plain_attributions_do_not_hang_on_a_long_line() -> None:
    assert list(plain_attributions("a" * 200_000 + "." * 50_000)) == []
