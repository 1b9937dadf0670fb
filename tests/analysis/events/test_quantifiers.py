from __future__ import annotations

import pytest

from comparer.analysis.events.quantifiers import both_true, leaves_out, share
from comparer.analysis.passages import Passage
from comparer.analysis.report import Claim, Reading

CASES = [
    ("All the schools", "all"),
    ("Nobody", "all"),
    ("Some schools", "some"),
    ("Only two of the ten ships", "some"),
    ("12 miners", "some"),
    ("Nearly all the schools", "some"),
    ("All the climbers but one", "some"),
    ("Nobody except the captain", "some"),
    ("The schools", ""),
    ("Allotments", ""),
    ("Someone", ""),
]


def passage(text: str) -> Passage:
    claims = (Claim(0, len(text), "c1", 0, 0),)
    return Passage(Reading(text, None, None, None, "en", "test", claims=claims), claims)


@pytest.mark.parametrize(("phrase", "wanted"), CASES)
def test_share_tells_all_from_some(phrase: str, wanted: str) -> None:
    assert share(passage(phrase), (0, len(phrase))) == wanted


@pytest.mark.parametrize(
    ("phrase", "wanted"), [("All the climbers but one", True), ("Nobody", False), ("All the schools", False)]
)
def test_a_phrase_may_leave_some_out(phrase: str, *, wanted: bool) -> None:
    assert leaves_out(passage(phrase), (0, len(phrase))) is wanted


def test_share_reads_the_not_before_the_phrase() -> None:
    assert share(passage("Not all ships"), (4, 13)) == "some"


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Some schools", "Some schools", True),
        ("Two men", "Three men", True),
        ("Two men", "Two men", False),
        ("All schools", "Some schools", False),
        ("The schools", "Some schools", False),
    ],
)
def test_both_can_be_true_of_some(left: str, right: str, *, wanted: bool) -> None:
    assert both_true(passage(left), passage(right), (0, len(left)), (0, len(right))) is wanted
