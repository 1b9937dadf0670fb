from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.report import Span
from comparer.comparisons.corrections.anchors import CONTEXT, Selector, find, select, to_web_annotation

TEXT = (
    "Two ships sank.\nThe Orsa sank at dawn, the Vale at noon. The Orsa sank at dawn, officials said.\nTwo ships sank."
)


def selector(words: str, *, nth: int = 0, text: str = TEXT) -> Selector:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return select(text, Span(start, start + len(words)))


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(alphabet="ab \n“é😀", min_size=1, max_size=80))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(texts_and_spans())
def test_words_are_found_again_in_the_same_text(given_text: tuple[str, Span]) -> None:
    text, span = given_text
    assert find(text, select(text, span)) == span


@given(texts_and_spans(), st.text(alphabet="ab \n“é😀", max_size=80))
def test_what_is_found_in_any_other_text_reads_the_same(given_text: tuple[str, Span], other: str) -> None:
    text, span = given_text
    found = find(other, select(text, span))
    assert found is None or other[found.start : found.end] == text[span.start : span.end]


@given(texts_and_spans(), st.integers(0, 50))
def test_words_that_stand_once_are_followed_where_text_is_put_before_them(
    given_text: tuple[str, Span], more: int
) -> None:
    text, span = given_text
    words = select(text, span)
    moved = "#" * more + text
    around = words.prefix + words.exact + words.suffix
    if more and text.count(around[:1]) == 1:
        assert find(moved, words) == Span(span.start + more, span.end + more)


def test_the_hint_tells_equal_passages_apart() -> None:
    second = selector("Two ships sank.", nth=1)
    assert find(TEXT, second) == Span(second.start, second.start + 15)


def test_context_tells_equal_words_apart_where_the_text_has_moved() -> None:
    first, second = selector("The Orsa sank at dawn"), selector("The Orsa sank at dawn", nth=1)
    moved = "A headline came before.\n" + TEXT
    assert [find(moved, one) for one in (first, second)] == [
        Span(one.start + 24, one.start + 24 + len(one.exact)) for one in (first, second)
    ]


def test_words_are_found_where_one_side_of_them_was_edited() -> None:
    one = selector("the Vale at noon")
    edited = TEXT.replace("The Orsa sank at dawn, the Vale", "At dawn it was the Orsa; the Vale")
    assert find(edited, one) == Span(edited.index(one.exact), edited.index(one.exact) + len(one.exact))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing of this is here.",
        TEXT.replace("the Vale at noon", "the Vale at night"),
        "Wholly new words. the Vale at noon Wholly new words.",  # the words, but nothing around them
        ("A line.\n" + TEXT + "\n") * 2,  # all of it twice: which one?
    ],
)
def test_words_are_lost_rather_than_guessed(text: str) -> None:
    assert find(text, selector("the Vale at noon")) is None


def test_words_that_two_places_claim_are_lost() -> None:
    one = Selector("three", prefix="about ", suffix=" boats", start=500)
    assert find("about three men and with three boats", one) is None


def test_a_hint_out_of_reach_does_no_harm() -> None:
    assert find("about three boats", Selector("three", "about ", " boats", 10**9)) == Span(6, 11)
    assert find("about three boats", Selector("three", "about ", " boats", -4)) == Span(6, 11)
    assert find("about three boats", Selector("", "about ", " boats", 6)) is None


@pytest.mark.parametrize("span", [Span(3, 3), Span(5, 4), Span(-1, 2), Span(0, 9)])
def test_there_is_no_selector_of_no_words(span: Span) -> None:
    with pytest.raises(ValueError, match="no words"):
        select("12345678", span)


def test_context_is_short() -> None:
    one = select("x" * 1000, Span(500, 510))
    assert (len(one.prefix), len(one.suffix)) == (CONTEXT, CONTEXT)


def test_it_is_written_as_the_standard_asks() -> None:
    assert to_web_annotation(Selector("three", "about ", " boats", 6)) == [
        {"type": "TextQuoteSelector", "exact": "three", "prefix": "about ", "suffix": " boats"},
        {"type": "TextPositionSelector", "start": 6, "end": 11},
    ]
