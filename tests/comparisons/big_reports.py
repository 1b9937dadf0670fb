"""Reports as large as they come, to measure with: 3,000 marks over two texts of 3,000 words each."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from comparer.analysis.report import ClaimPair, Difference, Excerpt, Kind, Reading, Report, Verdict
from tests.comparisons.reports import ENGINE, make_reading, summarise

KINDS: tuple[Kind, ...] = get_args(Kind)
VERDICTS: tuple[Verdict, ...] = ("conflict", "differs", "compatible", "update", "differs")


def make_big_report(*, sentences: int = 250, differences: int = 3_000) -> Report:
    """Return a report with one pair per sentence (12 words each) and differences spread evenly, overlapping freely."""
    left, right = (_reading(side, sentences) for side in ("left", "right"))
    pairs = tuple(
        ClaimPair(f"p{number}", (f"c{number}",), (f"c{number}",), 0.8, "match", ("similar wording",))
        for number in range(1, sentences + 1)
    )
    found = tuple(_difference(number, left, right, sentences) for number in range(1, differences + 1))
    return Report(ENGINE, left, right, pairs, found, summary=summarise(pairs, found, (0, 0)))


def _reading(side: str, sentences: int) -> Reading:
    lines = [f"The {side} sentence {number} tells of some ninety lamps that were lit." for number in range(sentences)]
    text = [("body", lines[start : start + 3]) for start in range(0, sentences, 3)]
    return replace(make_reading(text, title=None, outlet=f"{side} outlet"), published="2031-05-06")  # type: ignore[arg-type]


def _difference(number: int, left: Reading, right: Reading, sentences: int) -> Difference:
    at = number * 7919 % sentences
    return Difference(
        f"d{number}",
        KINDS[number % len(KINDS)],
        VERDICTS[number % len(VERDICTS)],
        f"p{at + 1}",
        (_excerpt(left, at, number),),
        (_excerpt(right, at, number),),
        f"Left says it {number} times; right says it once.",
    )


def _excerpt(reading: Reading, at: int, number: int) -> Excerpt:
    sentence = reading.sentences[at]
    start = sentence.start + number * 31 % 40
    end = min(start + 4 + number % 23, sentence.end)
    return Excerpt(start, end, reading.text[start:end])
