"""What one side leads with and the other buries."""

from __future__ import annotations

from comparer.analysis.differences.prominence import compare_prominence, where
from comparer.analysis.report import ClaimPair
from tests.analysis.readings import reading_of

FILLER = [f"The council met for the {word} time." for word in ("first", "second", "third", "fourth", "fifth")]
DAM = "The dam had failed its inspection."


def pair(number: int, left: str, right: str) -> ClaimPair:
    return ClaimPair(f"p{number}", (left,), (right,), 0.9, "match", ())


def test_prominence_marks_what_one_side_leads_with_and_the_other_buries() -> None:
    left = reading_of("Dam failed inspection", DAM, *FILLER)
    right = reading_of("Council meets", *FILLER, DAM)
    [(key, finding)] = compare_prominence(left, right, [pair(1, "c2", "c7")])
    assert key == "p1"
    assert (finding.kind, finding.verdict) == ("emphasis", "differs")
    assert finding.explanation == "Left tells this in paragraph 1; right tells it only in paragraph 6."


def test_prominence_counts_only_the_first_telling() -> None:
    left = reading_of("Dam failed inspection", DAM, *FILLER)
    right = reading_of("Council meets", DAM, *FILLER, DAM)
    pairs = [pair(1, "c2", "c2"), pair(2, "c2", "c8")]
    assert list(compare_prominence(left, right, pairs)) == []


def test_prominence_keeps_quiet_where_both_bury_it() -> None:
    left = reading_of("Council meets", *FILLER, DAM)
    assert list(compare_prominence(left, left, [pair(1, "c7", "c7")])) == []


def test_where_names_the_headline() -> None:
    reading = reading_of("Dam failed inspection", DAM)
    assert [where(reading, claim) for claim in reading.claims] == ["the headline", "paragraph 1"]


def test_prominence_finds_nothing_buried_in_a_text_of_a_few_paragraphs() -> None:
    left = reading_of("Dam failed inspection", DAM, FILLER[0])
    right = reading_of("Council meets", *FILLER[:3], DAM)
    assert list(compare_prominence(left, right, [pair(1, "c2", "c5")])) == []


def test_prominence_counts_an_early_telling_only_if_it_is_as_sure() -> None:
    left = reading_of("Dam failed inspection", DAM, *FILLER)
    right = reading_of("Council meets", "The dam is 40 metres high.", *FILLER, DAM)
    loose = ClaimPair("p1", ("c2",), ("c2",), 0.5, "match", ())
    [(key, _)] = compare_prominence(left, right, [loose, pair(2, "c2", "c8")])
    assert key == "p2"
