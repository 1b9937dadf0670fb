"""The ledger of prominence and its chart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from comparer.comparisons.ledgers.lookup import Lookup
from comparer.comparisons.ledgers.prominence import ProminenceRow, Spot, make_prominence
from comparer.comparisons.ledgers.slopes import BOTTOM, LABEL, TOP, draw_slopes, say_slopes
from comparer.comparisons.presenting.sides import Names

NAMES = Names("The Harbour Post", "Northern Chronicle")


def rows_of(*depths: tuple[float, float]) -> tuple[ProminenceRow, ...]:
    return tuple(
        ProminenceRow(
            number, Spot("paragraph 1", left, "words"), Spot("paragraph 2", right, "words"), "", "?card=p1#card"
        )
        for number, (left, right) in enumerate(depths, start=1)
    )


def test_claims_that_move_farthest_come_first(lookup: Lookup) -> None:
    rows = make_prominence(lookup)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert [row.shift for row in rows] == sorted((row.shift for row in rows), reverse=True)


def test_row_says_where_the_claim_stands_and_leads_to_its_pair(lookup: Lookup) -> None:
    (row,) = (row for row in make_prominence(lookup) if row.href == "?card=p1#card")
    assert (row.left.place, row.right.place, row.moved) == ("headline", "headline", "")


def test_possible_matches_are_not_compared(lookup: Lookup) -> None:
    possible = {f"?card={pair.id}#card" for pair in lookup.report.pairs if pair.tier == "possible"}
    assert possible
    assert not possible & {row.href for row in make_prominence(lookup)}


def test_only_the_first_telling_on_each_side_counts(lookup: Lookup) -> None:
    lefts = [(row.left.depth, row.right.depth) for row in make_prominence(lookup)]
    assert len({left for left, _ in lefts}) == len(lefts) == len({right for _, right in lefts})


def test_chart_says_in_words_what_it_shows() -> None:
    said = say_slopes(rows_of((0.0, 0.9), (0.1, 0.8), (0.9, 0.0), (0.5, 0.5)), NAMES)
    assert "2 stand clearly earlier in The Harbour Post (thick, unbroken)" in said
    assert "one stands clearly earlier in Northern Chronicle (thick, dashed)" in said
    assert "All stand about as early" in say_slopes(rows_of((0.5, 0.5)), NAMES)
    assert say_slopes((), NAMES) == ""


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=60))
def test_numbers_of_lines_never_cover_each_other_or_leave_the_chart(depths: list[tuple[float, float]]) -> None:
    lines = draw_slopes(rows_of(*depths))
    assert len(lines) == len(depths)
    for labels in ([line.left_label for line in lines], [line.right_label for line in lines]):
        placed = sorted(label for label in labels if label is not None)
        assert all(after - before >= LABEL - 0.2 for before, after in pairwise(placed))
        assert all(TOP <= label <= BOTTOM + LABEL for label in placed)
