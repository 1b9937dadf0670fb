"""The sentences and paragraphs of both texts, to choose from: pair two passages, set a paragraph aside."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Reading, Report, Span
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.corrections.targets import target_of_words
from comparer.comparisons.presenting.sides import SIDES, Side

LONGEST_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Sentence:
    number: int
    words: str
    can_be_paired: bool
    """It claims something; else there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    number: int
    sentences: tuple[Sentence, ...]


def list_paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """Return the text for choosing, by the numbers of its paragraphs and sentences."""
    claiming = {claim.sentence for claim in reading.claims}
    sentences: list[list[Sentence]] = [[] for _ in reading.paragraphs]
    for number, one in enumerate(reading.sentences):
        words = reading.text[one.start : one.end].strip()
        shown = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
        sentences[one.paragraph].append(Sentence(number, shown, number in claiming))
    return tuple(Paragraph(number, tuple(some)) for number, some in enumerate(sentences) if some)


def print_of(report: Report) -> str:
    """Return 16 hexadecimal digits that tell this report's texts, and how they are split, from any other's."""
    parts = [
        f"{reading.text}\0{[(one.start, one.end) for one in (*reading.sentences, *reading.paragraphs)]}"
        for reading in (report.left, report.right)
    ]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def target_of_sentences(report: Report, left: int, right: int) -> Target | None:
    """Return the target of one sentence of each text; None where there is no such sentence."""
    here, there = _one(report.left.sentences, left), _one(report.right.sentences, right)
    return target_of_words(report, "passages", here, there) if here and there else None


def target_of_paragraph(report: Report, side: Side, number: int) -> Target | None:
    """Return the target of one paragraph; None where there is no such paragraph."""
    reading = report.left if side == SIDES[0] else report.right
    words = _one(reading.paragraphs, number)
    if not words or words[0].start >= words[0].end:
        return None
    return target_of_words(report, "passages", *((words, ()) if side == SIDES[0] else ((), words)))


def _one(spans: Sequence[Span], number: int) -> tuple[Span, ...]:
    return (spans[number],) if 0 <= number < len(spans) else ()
