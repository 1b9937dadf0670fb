"""The whole pipeline on the project's example: what a careful reader would mark, and what must stay unmarked."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import comparer.library
from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.report import Reading, Report, reading_from_json, reading_to_json, report_to_json
from comparer.analysis.tools import Tools

EXAMPLE = Path(comparer.library.__file__).parent / "example"


@pytest.fixture(scope="module")
def readings(tools: Tools) -> tuple[Reading, Reading]:
    about = tomllib.loads((EXAMPLE / "example.toml").read_text(encoding="utf-8"))
    left, right = (
        read_article(
            (EXAMPLE / f"{side}.txt").read_text(encoding="utf-8"),
            tools=tools,
            title=about[side]["title"],
            outlet=about[side]["outlet"],
            published=str(about[side]["published"]),
        )
        for side in ("left", "right")
    )
    return left, right


@pytest.fixture(scope="module")
def report(readings: tuple[Reading, Reading], tools: Tools) -> Report:
    return compare_readings(*readings, lexicons=tools.lexicons)


def told(report: Report) -> set[tuple[str, str, str, str]]:
    return {
        (d.kind, d.verdict, " ".join(m.text for m in d.left), " ".join(m.text for m in d.right))
        for d in report.differences
    }


MARKED = [
    ("place", "conflict", "Lower Ashel", "Upper Ashel"),
    ("date", "conflict", "May 2023", "March 2022"),
    ("polarity", "conflict", "had not approved", "had approved"),
    ("polarity", "conflict", "did not sound", "sounded"),
    ("attribution", "differs", "said", "claimed"),
    ("number", "compatible", "two dozen", "24"),
    ("number", "compatible", "Nearly 200", "190"),
    ("number", "compatible", "around $3.5 million", "$3.48 million"),
    ("naming", "only_right", "", "slaughter"),
]


@pytest.mark.parametrize("expected", MARKED, ids=lambda case: f"{case[0]} {case[2]}/{case[3]}")
def test_example_is_marked(report: Report, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(report)


def test_example_gives_every_sentence_a_claim_but_the_line_that_signs_a_post(
    readings: tuple[Reading, Reading],
) -> None:
    silent = [
        reading.text[sentence.start : sentence.end]
        for reading in readings
        for number, sentence in enumerate(reading.sentences)
        if number not in {claim.sentence for claim in reading.claims}
    ]
    assert silent == ["— Velland Civil Protection (@CivilProtectVL) October 15, 2025"]


@pytest.mark.parametrize("line", ["Share", "Sign in to leave a comment", "senior fellow", "By Mara Lindqvist"])
def test_example_claims_nothing_that_is_not_article(report: Report, line: str) -> None:
    assert not any(line in reading.text for reading in (report.left, report.right))


def test_excerpts_are_the_words_under_their_offsets(report: Report) -> None:
    for difference in report.differences:
        for reading, marks in ((report.left, difference.left), (report.right, difference.right)):
            for mark in marks:
                assert reading.text[mark.start : mark.end] == mark.text


def test_report_refers_only_to_what_it_holds(report: Report) -> None:
    pairs = {pair.id for pair in report.pairs}
    assert all(difference.pair is None or difference.pair in pairs for difference in report.differences)
    for reading, only, side in ((report.left, report.only_left, "left"), (report.right, report.only_right, "right")):
        paired = {claim for pair in report.pairs for claim in getattr(pair, side)}
        assert paired | set(only) == {claim.id for claim in reading.claims}
        assert not paired & set(only)


def test_same_input_gives_the_same_output(readings: tuple[Reading, Reading], report: Report, tools: Tools) -> None:
    again = compare_readings(*readings, lexicons=tools.lexicons)
    assert report_to_json(again) == report_to_json(report)


def test_stored_readings_compare_like_fresh_ones(
    readings: tuple[Reading, Reading], report: Report, tools: Tools
) -> None:
    stored = [reading_from_json(reading_to_json(reading, with_index=True)) for reading in readings]
    assert report_to_json(compare_readings(*stored, lexicons=tools.lexicons)) == report_to_json(report)


def test_an_article_does_not_disagree_with_itself(readings: tuple[Reading, Reading], tools: Tools) -> None:
    left, _ = readings
    mirror = compare_readings(left, left, lexicons=tools.lexicons)
    assert [(d.kind, d.explanation) for d in mirror.differences if d.verdict == "conflict"] == []
    assert mirror.only_left == mirror.only_right == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_is_read(tools: Tools, raw: str) -> None:
    reading = read_article(raw, tools=tools)
    spans = [*reading.claims, *reading.sentences, *reading.quantities, *reading.times, *reading.places, *reading.names]
    assert all(0 <= span.start < span.end <= len(reading.text) for span in spans)
    compare_readings(reading, reading, lexicons=tools.lexicons)
