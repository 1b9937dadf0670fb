"""The ledger of numbers."""

from __future__ import annotations

from dataclasses import replace

from comparer.analysis.report import Slot
from comparer.comparisons.ledgers.lookup import Lookup, look_up
from comparer.comparisons.ledgers.numbers import NumberRow, make_numbers


def row_of(lookup: Lookup, words: str) -> NumberRow:
    (row,) = (row for row in make_numbers(lookup) if words in [side.words for side in (row.left, row.right) if side])
    return row


def test_numbers_that_disagree_come_first(lookup: Lookup) -> None:
    rows = make_numbers(lookup)
    groups = [row.outcome.group for row in rows]
    assert groups[:3] == ["conflict"] * 3
    assert groups == sorted(groups, key=["conflict", "update", "differs", "alike", "alone"].index)


def test_number_row_tells_both_sides_with_bounds_and_who_says_it(lookup: Lookup) -> None:
    row = row_of(lookup, "about 4 million crowns")
    assert row.left
    assert row.right
    assert (row.left.bounds, row.left.open) == ("3.6 million to 4.4 million", True)
    assert (row.right.words, row.right.bounds, row.right.open) == ("6 million crowns", "6 million", False)
    assert row.left.says == "Ilse Brandt"
    assert (row.left.place, row.right.place) == ("paragraph 7", "paragraph 6")
    assert row.outcome.verdict == "they disagree"
    assert row.outcome.href == "?card=d1#card"


def test_number_row_without_a_difference_comes_from_what_the_card_compared(lookup: Lookup) -> None:
    row = row_of(lookup, "over 150,000 passengers")
    assert (row.counts, row.outcome.verdict, row.outcome.href) == (
        "number of people a year",
        "can both be true",
        "?card=p17#card",
    )


def test_number_without_counterpart_stands_alone_once_and_leads_to_its_claim(lookup: Lookup) -> None:
    row = row_of(lookup, "less than 200 metres")
    assert row.right is None
    assert (row.unit, row.outcome.group, row.outcome.verdict) == ("metres", "alone", "no counterpart found")
    assert row.outcome.href == "?card=p11#card"
    faults = row_of(lookup, "eleven faults")
    assert faults.left is None
    assert faults.counts == "faults, listed"
    assert faults.outcome.href == "?card=d27#card"


def test_numbers_matched_do_not_stand_alone_too(lookup: Lookup) -> None:
    words = [side.words for row in make_numbers(lookup) for side in (row.left, row.right) if side]
    assert len(words) == len(set(words))


def test_a_conflict_that_a_person_took_out_does_not_return_by_its_slot(lookup: Lookup) -> None:
    report = lookup.report
    pairs = tuple(
        replace(pair, slots=(Slot("cost", "about 4 million crowns", "6 million crowns", "conflict"),))
        if pair.id == "p14"
        else pair
        for pair in report.pairs
    )
    corrected = replace(report, pairs=pairs, differences=tuple(one for one in report.differences if one.id != "d1"))
    row = row_of(look_up(corrected, lookup.names), "about 4 million crowns")
    assert (row.right, row.outcome.group) == (None, "alone")
