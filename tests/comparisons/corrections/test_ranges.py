from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.report import Claim, Reading, Span
from comparer.comparisons.corrections.ranges import Claims, merge, overlaps

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda one: (one[0], one[0] + one[1]))


@given(st.lists(SPANS), SPANS)
def test_merged_stretches_overlap_what_their_parts_overlap(
    ranges: list[tuple[int, int]], span: tuple[int, int]
) -> None:
    one_by_one = any(start < span[1] and span[0] < end for start, end in ranges)
    assert overlaps(Span(*span), merge(ranges)) == one_by_one


@given(st.lists(SPANS))
def test_merged_stretches_do_not_touch(ranges: list[tuple[int, int]]) -> None:
    merged = merge(ranges)
    assert all(one[1] < other[0] for one, other in pairwise(merged))


@given(st.lists(SPANS), st.lists(SPANS, max_size=3))
def test_claims_at_stretches_are_those_that_overlap_them(
    claims: list[tuple[int, int]], ranges: list[tuple[int, int]]
) -> None:
    made = tuple(Claim(start, end, f"c{at}", 0, 0) for at, (start, end) in enumerate(sorted(claims), start=1))
    expected = tuple(one.id for one in made if any(one.start < end and start < one.end for start, end in ranges))
    assert Claims(Reading("", None, None, None, "en", "test", claims=made)).at(ranges) == expected
