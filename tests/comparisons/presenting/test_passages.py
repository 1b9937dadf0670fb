"""Passages in context, with the words that only one side has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.report import Reading, Span
from comparer.comparisons.presenting.passages import Passage, compare_passages
from tests.comparisons.reports import make_reading

LEFT = make_reading(
    [("title", ["Fog stops ferries."]), ("body", ["It was dark.", "The ferry sank on Tuesday.", "Four were hurt."])],
    title=None,
    outlet=None,
)
RIGHT = make_reading([("body", ["The ferry sank on Monday.", "Nobody was hurt."])], title=None, outlet=None)


def stretch(reading: Reading, words: str) -> Span:
    start = reading.text.index(words)
    return Span(start, start + len(words))


def text(passage: Passage | None, **flags: bool) -> list[str]:
    assert passage is not None
    return [one.text for one in passage.words if all(getattr(one, name) == value for name, value in flags.items())]


def test_passages_tell_each_sides_own_words() -> None:
    left, right, told_apart = compare_passages(
        (LEFT, [stretch(LEFT, "The ferry sank on Tuesday.")], [stretch(LEFT, "Tuesday")]),
        (RIGHT, [stretch(RIGHT, "The ferry sank on Monday.")], []),
    )
    assert told_apart
    assert text(left, own=True) == ["Tuesday"]
    assert text(left, hit=True) == ["Tuesday"]
    assert text(right, own=True) == ["Monday"]


def test_what_stands_between_words_is_not_shaded_beside_a_hit() -> None:
    reading = make_reading(
        [("body", ["According to the board, about twelve lamps were lit at once."])], title=None, outlet=None
    )
    other = make_reading([("body", ["And fifteen lamps were lit at once."])], title=None, outlet=None)
    whole = stretch(reading, reading.text)
    left, _, told_apart = compare_passages(
        (reading, [whole], [stretch(reading, "According to the board")]), (other, [stretch(other, other.text)], [])
    )
    assert told_apart
    assert text(left, own=True) == ["According to the board", "about twelve"]


def test_a_passage_has_its_neighbours_in_the_paragraph_as_context() -> None:
    left, right, _ = compare_passages(
        (LEFT, [stretch(LEFT, "The ferry sank on Tuesday.")], []), (RIGHT, [stretch(RIGHT, "Nobody was hurt.")], [])
    )
    assert text(left, context=True) == ["It was dark. ", " Four were hurt."]
    assert text(right, context=True) == ["The ferry sank on Monday. "]
    assert left is not None
    assert left.paragraph == 1


def test_distant_claims_stand_together_with_a_gap() -> None:
    left, _, _ = compare_passages(
        (LEFT, [stretch(LEFT, "Fog stops ferries."), stretch(LEFT, "Four were hurt.")], []), (RIGHT, [], [])
    )
    assert "".join(text(left)) == "Fog stops ferries. … The ferry sank on Tuesday. Four were hurt."


def test_a_side_without_words_has_no_passage() -> None:
    left, right, told_apart = compare_passages((LEFT, [], []), (RIGHT, [stretch(RIGHT, "Nobody")], []))
    assert left is None
    assert right is not None
    assert not told_apart


def test_passages_with_little_in_common_are_not_told_apart() -> None:
    left, right = stretch(LEFT, "Fog stops ferries."), stretch(RIGHT, "Nobody was hurt.")
    assert not compare_passages((LEFT, [left], []), (RIGHT, [right], []))[2]


def test_passages_that_are_no_pair_are_not_told_apart() -> None:
    left, right = stretch(LEFT, "The ferry sank on Tuesday."), stretch(RIGHT, "The ferry sank on Monday.")
    assert not compare_passages((LEFT, [left], []), (RIGHT, [right], []), paired=False)[2]


places = st.lists(st.tuples(st.integers(0, len(LEFT.text)), st.integers(0, len(LEFT.text))), max_size=4)


@given(places, places)
def test_a_passage_never_loses_or_repeats_text(claims: list[tuple[int, int]], hits: list[tuple[int, int]]) -> None:
    of_claims, of_hits = ([Span(min(one), max(one)) for one in some if one[0] != one[1]] for some in (claims, hits))
    left, _, _ = compare_passages((LEFT, of_claims, of_hits), (RIGHT, [stretch(RIGHT, "The ferry")], []))
    if left is None:
        assert not of_claims
        assert not of_hits
        return
    flat = LEFT.text.replace("\n", " ")
    for part in "".join(one.text for one in left.words).split(" … "):
        assert part in flat
