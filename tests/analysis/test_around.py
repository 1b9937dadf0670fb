"""The sentence around a stretch of text is found, and two sentences that differ in one stretch only are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.around import before_and_behind, only_differ_in, sentence_around
from comparer.analysis.report import Span


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


@pytest.mark.parametrize(
    ("left", "ours", "right", "theirs", "wanted"),
    [
        ("It rained. The ferry sank on Monday.", "Monday", "The ferry sank on Sunday. It rained.", "Sunday", "yes"),
        ("The Ferry sank on Monday!", "Monday", "the ferry sank on Sunday", "Sunday", "yes"),
        ("The ferry sank on Monday.", "Monday", "The yacht sank on Sunday.", "Sunday", "no"),
        ("The ferry sank on Monday off Orsa.", "Monday", "The ferry sank on Sunday.", "Sunday", "no"),
        ("It sank Monday.", "Monday", "It sank Sunday.", "Sunday", "no"),  # too few words to tell of one thing
    ],
)
def test_only_differ_in_compares_the_words_around(left: str, ours: str, right: str, theirs: str, wanted: str) -> None:
    found = only_differ_in(left, span_of(left, ours), right, span_of(right, theirs))
    assert ("yes" if found else "no") == wanted


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 40))
def test_what_is_around_is_cut_out_of_the_text(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    before, behind = before_and_behind(text, span)
    assert text[: span.start].endswith(before)
    assert text[span.end :].startswith(behind)
    assert sentence_around(text, span) == before + text[span.start : span.end] + behind
