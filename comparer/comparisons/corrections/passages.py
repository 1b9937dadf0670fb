"""The sentences and paragraphs of both texts, to choose from: pair two passages, set a paragraph aside."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Reading, Report, Span
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.corrections.ranges import Claims
from comparer.comparisons.corrections.targets import find_claim, target_of_words
from comparer.comparisons.presenting.sides import SIDES, Side

LONGEST_SHOWN = 400
CHOSEN = re.compile(r"[0-9]{1,6}\Z|c[1-9][0-9]{0,8}\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    number: int
    words: str
    can_be_paired: bool
    """It claims something; else there is nothing to compare."""
    claims: tuple[tuple[str, str], ...] = ()
    """Where it claims several things: their ids and words, each to be paired alone."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    number: int
    sentences: tuple[Sentence, ...]


def list_paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """Return the text for choosing, by the numbers of its paragraphs and sentences."""
    claims = Claims(reading)
    sentences: list[list[Sentence]] = [[] for _ in reading.paragraphs]
    for number, one in enumerate(reading.sentences):
        held = claims.at([(one.start, one.end)])
        several = tuple((claim, _shown(reading, reading.claim(claim))) for claim in held) if len(held) > 1 else ()
        sentences[one.paragraph].append(Sentence(number, _shown(reading, one), bool(held), several))
    return tuple(Paragraph(number, tuple(some)) for number, some in enumerate(sentences) if some)


def _shown(reading: Reading, span: Span) -> str:
    words = reading.text[span.start : span.end].strip()
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"


def print_of(report: Report) -> str:
    """Return 16 hexadecimal digits that tell this report's texts, and how they are cut, from any other's."""
    parts = [
        f"{reading.text}\0{[(one.start, one.end) for one in (*reading.sentences, *reading.paragraphs, *reading.claims)]}"
        for reading in (report.left, report.right)
    ]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def target_of_pair(report: Report, left: str, right: str) -> Target | None:
    """Return the target of a sentence ("12", its number) or claim ("c7") of each text; None where there is none."""
    here, there = _chosen(report.left, left), _chosen(report.right, right)
    return target_of_words(report, "passages", here, there) if here and there else None


def target_of_passage(report: Report, side: Side, chosen: str) -> Target | None:
    """Return the target of one sentence or claim; None where there is none."""
    words = _chosen(report.left if side == SIDES[0] else report.right, chosen)
    return target_of_words(report, "passages", *((words, ()) if side == SIDES[0] else ((), words))) if words else None


def target_of_paragraph(report: Report, side: Side, number: int) -> Target | None:
    """Return the target of one paragraph; None where there is no such paragraph."""
    reading = report.left if side == SIDES[0] else report.right
    words = _one(reading.paragraphs, number)
    if not words or words[0].start >= words[0].end:
        return None
    return target_of_words(report, "passages", *((words, ()) if side == SIDES[0] else ((), words)))


def _chosen(reading: Reading, chosen: str) -> tuple[Span, ...]:
    if not CHOSEN.match(chosen):
        return ()
    if chosen.isdigit():
        return _one(reading.sentences, int(chosen))
    claim = find_claim(reading, chosen)
    return (claim,) if claim else ()


def _one(spans: Sequence[Span], number: int) -> tuple[Span, ...]:
    return (spans[number],) if 0 <= number < len(spans) else ()
