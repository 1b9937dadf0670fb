"""Links and sentence decisions, by hand."""

from __future__ import annotations

import pytest

from comparer.analysis.report import ClaimPair
from comparer.evaluation.gold import GoldPair, Marks, Side, split
from comparer.evaluation.links import link_notes, predicted_links, tally_decisions, tally_links
from comparer.evaluation.placed import Placed
from comparer.evaluation.tally import Share, Tally
from tests.analysis.readings import reading_of

TEXTS = ("One a.\nTwo b.\nThree c.", "Four d.\nFive e.\nSix f.")
GOLD = {(0, 0): 2, (0, 1): 2, (1, 1): 1}


def gold_pair() -> GoldPair:
    side = Side("wire report", "2029-01-01")
    marks = Marks(side, side, (), (), (), (), (), (), (), ())
    return GoldPair("x", TEXTS, marks, (split(TEXTS[0]), split(TEXTS[1])), GOLD)


@pytest.mark.parametrize(
    ("found", "decided", "counted"),
    [
        # left 0 and right 0 and 1 have core links; left 1 is neutral; left 2 and right 2 have none
        (set(), Share(2, 5), Tally(0, 0, 0, 2)),
        ({(0, 0), (0, 1)}, Share(5, 5), Tally(2, 2, 2, 2)),
        ({(0, 0), (0, 1), (1, 1)}, Share(5, 5), Tally(2, 2, 2, 2)),
        ({(0, 0), (2, 2)}, Share(2, 5), Tally(1, 2, 1, 2)),
        ({(0, 0), (0, 2)}, Share(3, 5), Tally(1, 2, 1, 2)),
        ({(0, 0), (2, 0)}, Share(3, 5), Tally(1, 2, 1, 2)),
        ({(1, 1)}, Share(3, 5), Tally(0, 0, 0, 2)),
    ],
)
def test_decisions_and_links_follow_their_definition(
    found: set[tuple[int, int]], decided: Share, counted: Tally
) -> None:
    assert tally_decisions(gold_pair(), found) == decided
    assert tally_links(GOLD, found) == counted


def test_predicted_links_join_every_claim_of_a_pair() -> None:
    left, right = (Placed(text, split(text), reading_of(*text.splitlines())) for text in TEXTS)
    pairs = [ClaimPair("p1", ("c1", "c2"), ("c3",), 0.9, "match", ())]
    assert predicted_links(pairs, left, right) == {(0, 2), (1, 2)}


def test_link_notes_quote_what_is_missed_and_what_is_false() -> None:
    notes = list(link_notes(gold_pair(), {(2, 2)}, {(0, 0), (2, 2)}))
    assert notes == ["x: misses link “One a.” = “Five e.”", "x: false match “Three c.” = “Six f.”"]
