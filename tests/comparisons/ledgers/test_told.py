"""The ledger of what only one side tells."""

from __future__ import annotations

from comparer.comparisons.ledgers.lookup import Lookup
from comparer.comparisons.ledgers.told import make_told_rows


def test_what_the_analysis_marks_comes_first(lookup: Lookup) -> None:
    first, *rest = make_told_rows(lookup, "right")
    assert first.words.startswith("Records seen by the Chronicle")
    assert (first.weighty, first.sure, first.href) == (True, "likely", "?card=d27#card")
    assert not any(row.weighty for row in rest)


def test_details_of_matched_claims_are_no_rows(lookup: Lookup) -> None:
    assert all("free crossing" not in row.words for row in make_told_rows(lookup, "left") if not row.weighty)


def test_every_claim_told_once_has_a_row_with_the_nearest_of_the_other_side(lookup: Lookup) -> None:
    rows = make_told_rows(lookup, "left")
    assert {row.href for row in rows if not row.weighty} == {
        f"?card=left-{one}#card" for one in lookup.report.only_left
    }
    assert all(row.nearest for row in rows if not row.weighty)


def test_the_rest_is_ordered_by_what_it_holds(lookup: Lookup) -> None:
    rest = [row for row in make_told_rows(lookup, "right") if not row.weighty]
    reasons = [row.why for row in rest]
    assert reasons == sorted(reasons, key=lambda why: why == "")
