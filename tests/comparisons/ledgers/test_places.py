"""The ledger of places."""

from __future__ import annotations

from comparer.comparisons.ledgers.lookup import Lookup
from comparer.comparisons.ledgers.places import make_places


def test_places_that_disagree_come_first_with_what_they_lie_in(lookup: Lookup) -> None:
    row = make_places(lookup)[0]
    assert (row.name, row.within) == ("Grey Teeth reef / Widow’s Rock reef", "Karsund")
    assert (row.outcome.group, row.outcome.href) == ("conflict", "?card=d9#card")


def test_places_of_both_come_before_those_of_one(lookup: Lookup) -> None:
    _, both, one = make_places(lookup)
    assert (both.name, both.outcome.verdict) == ("Karsund", "both name it")
    assert (one.name, one.left, one.outcome.verdict) == ("Norra", None, "only in Northern Chronicle")


def test_governments_and_common_words_are_no_places(lookup: Lookup) -> None:
    names = {row.name for row in make_places(lookup)}
    assert not names & {"Lindhavn", "harbour"}
