"""Aligned claims in rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comparer.analysis.report import ClaimPair, Paragraph, Reading, Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.copies import Copied, find_copied
from comparer.comparisons.presenting.glossary import SURENESS
from comparer.comparisons.presenting.runs import Look, Mark, Run, cut_runs, mark_items
from comparer.comparisons.presenting.sentences import Stretch, by_sentence
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import Names
from comparer.comparisons.presenting.tags import Tag, tag_item


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    href: str
    left: tuple[tuple[Run, ...], ...]
    right: tuple[tuple[Run, ...], ...]
    tags: tuple[Tag, ...]
    sure: str
    is_copy: bool = False
    """Both sides carry it word for word, with more of the same source."""


def make_rows(
    report: Report, items: Sequence[Item], shown: Sequence[Item], names: Names, choice: Choice
) -> tuple[Row, ...]:
    """Return a row for each pair that is shown itself or has a shown difference, in the order of the left text."""
    marked = {item.id for item in shown}
    of_pair: dict[str, list[Item]] = defaultdict(list)
    for item in items if choice.show == "match" else shown:
        if item.difference and item.pair:
            of_pair[item.pair.id].append(item)
    copied = find_copied(report)
    return tuple(
        _row(report, item.pair, of_pair[item.id], names, choice, copied=copied)
        for item in items
        if item.group == "match" and item.pair and (item.id in marked or of_pair[item.id])
    )


def _row(
    report: Report, pair: ClaimPair, differences: Sequence[Item], names: Names, choice: Choice, *, copied: Copied
) -> Row:
    looks = {item.id: Look(item.style) for item in differences}
    return Row(
        pair.id,
        choice.address(card=pair.id),
        _cells(report.left, pair.left, mark_items(differences, "left"), looks),
        _cells(report.right, pair.right, mark_items(differences, "right"), looks),
        tuple(tag_item(item, names, choice) for item in differences),
        SURENESS["possible" if pair.tier == "possible" else pair.sureness][0],
        is_copy=not differences and copied.holds(report, pair),
    )


def _cells(
    reading: Reading, claims: Iterable[str], marks: Sequence[Mark], looks: Mapping[str, Look]
) -> tuple[tuple[Run, ...], ...]:
    """One cell text per sentence, so that half a sentence is never alone."""
    led: set[str] = set()
    return tuple(
        tuple(run for stretch in stretches for run in _runs(reading, stretch, marks, looks, led))
        for stretches in by_sentence(reading, map(reading.claim, claims))
    )


def _runs(
    reading: Reading, stretch: Stretch, marks: Iterable[Mark], looks: Mapping[str, Look], led: set[str]
) -> tuple[Run, ...]:
    if stretch.claim is None:
        return (Run(reading.text[stretch.start : stretch.end].replace("\n", " "), around=True),)
    inside = [mark for mark in marks if mark.start < stretch.end and stretch.start < mark.end]
    whole = Paragraph(stretch.start, stretch.end)
    return cut_runs(reading.text, whole, marks=inside, repairs=(), shown=looks, led=led)
