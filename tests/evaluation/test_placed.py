"""Reports laid over the originals, however the text was cleaned."""

from __future__ import annotations

from comparer.analysis.report import Span
from comparer.evaluation.gold import split
from comparer.evaluation.placed import Placed
from tests.analysis.readings import reading_of

TEXT = "Ferry sinks\nBy Ann Lee\nTwo people died. A third is missing.\nThe pier is shut."
READ = ("Ferry sinks", "Two people died. A third is missing.", "The pier is shut.")


def placed() -> Placed:
    return Placed(TEXT, split(TEXT, ("By Ann Lee",)), reading_of(*READ))


def test_placed_finds_the_words_of_a_span_again() -> None:
    side = placed()
    start = side.reading.text.index("third")
    assert side.words_of([Span(start, start + 5)]) == side.words_at(["third"])
    assert side.words_of([Span(start, start + 5)]) != side.words_at(["Two"])


def test_placed_leaves_punctuation_out() -> None:
    side = placed()
    stop = side.reading.text.index(".")
    assert side.words_of([Span(stop, stop + 1)]) == frozenset()


def test_placed_claim_of_two_sentences_counts_for_both() -> None:
    assert placed().sentences_of_claims == {"c1": (0,), "c2": (1, 2), "c3": (3,)}


def test_placed_tells_lines_that_were_not_read() -> None:
    assert placed().lines_set_aside() == {"By Ann Lee"}


def test_placed_claim_of_a_repeated_line_counts_for_the_first() -> None:
    text = "Ferry sinks\nBy Ann Lee\nFerry sinks\nTwo people died."
    side = Placed(text, split(text), reading_of("Ferry sinks", "Two people died."))
    assert side.sentences_of_claims == {"c1": (0,), "c2": (3,)}
