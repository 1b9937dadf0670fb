"""The sentence above the fold."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from comparer.analysis.report import Report, Tier
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.shown import choose, collect
from comparer.comparisons.presenting.sides import Names
from comparer.comparisons.presenting.summary import summarise


def sentence(report: Report, names: Names) -> str:
    return "".join(part.words for part in summarise(report, collect(report), names, Choice()))


def test_summary_reads_like_sentences(report: Report, names: Names) -> None:
    assert sentence(report, names) == (
        "18 claims match and 1 more may match. "
        "They disagree on 3 numbers, 1 date, 1 place and 1 yes-or-no point, and may on 1 person. "
        "14 details are told differently. "
        "5 claims are told only by The Harbour Post, 8 only by Northern Chronicle."
    )


def test_summary_says_so_when_there_is_nothing(report: Report, names: Names) -> None:
    assert sentence(Report("test", report.left, report.right), names) == (
        "The two pieces do not seem to be about one event. "
        "No claim of one piece was found in the other. "
        "Nothing was found on which they disagree. "
        "Each piece tells all that the other tells."
    )


def test_summary_counts_one_in_the_singular(report: Report, names: Names) -> None:
    number = next(one for one in report.differences if (one.kind, one.verdict) == ("number", "conflict"))
    one = Report("test", report.left, report.right, report.pairs[:1], (number,), only_right=report.only_right[:1])
    assert sentence(one, names) == (
        "1 claim matches. They disagree on 1 number. 1 claim is told only by Northern Chronicle."
    )


def test_summary_says_may_where_all_conflicts_are_hints(report: Report, names: Names) -> None:
    hints = tuple(
        replace(one, sureness="possible")
        for one in report.differences
        if (one.kind, one.verdict) == ("date", "conflict")
    )
    assert "They may disagree on 1 date." in sentence(Report("test", report.left, report.right, (), hints), names)


def test_each_number_of_the_summary_is_what_its_link_shows(report: Report, names: Names) -> None:
    items = collect(report)
    links = [part for part in summarise(report, items, names, Choice()) if part.href]
    assert len(links) == 9
    for part in links:
        shown = choose(items, Choice.from_query(parse_qs((part.href or "").removeprefix("?"))))
        told = [item for item in shown if item.claim] if "only by" in part.words else shown
        assert len(told) == sum(int(word) for word in part.words.split() if word.isdigit()), part


@pytest.mark.parametrize(
    ("tiers", "begins"),
    [
        (("possible",) * 4, "The two pieces do not seem to be about one event. No claim matches; 4 may. "),
        (("match",), "The two pieces do not seem to be about one event. 1 claim matches. "),
        (("match",) * 3, "3 claims match. "),
    ],
)
def test_summary_doubts_that_pieces_with_few_matches_belong_together(
    report: Report, names: Names, tiers: tuple[Tier, ...], begins: str
) -> None:
    pairs = tuple(replace(pair, tier=tier) for pair, tier in zip(report.pairs, tiers, strict=False))
    assert sentence(Report("test", report.left, report.right, pairs), names).startswith(begins)


def test_summary_has_no_doubt_about_a_note_of_few_claims(report: Report, names: Names) -> None:
    short = replace(report.right, claims=report.right.claims[:3])
    assert sentence(Report("test", report.left, short), names).startswith("No claim of one piece")
