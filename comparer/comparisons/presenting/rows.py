"""Aligned claims in rows, and what only one piece tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comparer.analysis.report import Claim, ClaimPair, Nearest, Paragraph, Reading, Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.glossary import KINDS, SURENESS, Style, verdict_words
from comparer.comparisons.presenting.runs import Look, Mark, Run, cut_runs, mark_items
from comparer.comparisons.presenting.shown import Item, sureness_of
from comparer.comparisons.presenting.sides import Names, Side


@dataclass(frozen=True, slots=True)
class Tag:
    """A difference of a row, by its kind, with its card's address."""

    id: str
    label: str
    verdict: str
    style: Style
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    href: str
    left: tuple[tuple[Run, ...], ...]
    right: tuple[tuple[Run, ...], ...]
    tags: tuple[Tag, ...]
    sure: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of one side, and the nearest that the other side has."""

    id: str
    href: str
    text: str
    nearest: str | None
    why: str | None


def make_rows(
    report: Report, items: Sequence[Item], shown: Sequence[Item], names: Names, choice: Choice
) -> tuple[Row, ...]:
    """Return a row for each pair that is shown itself or has a shown difference, in the order of the left text."""
    marked = {item.id for item in shown}
    of_pair: dict[str, list[Item]] = defaultdict(list)
    for item in items if choice.show == "match" else shown:
        if item.difference and item.pair:
            of_pair[item.pair.id].append(item)
    return tuple(
        _row(report, item.pair, of_pair[item.id], names, choice)
        for item in items
        if item.group == "match" and item.pair and (item.id in marked or of_pair[item.id])
    )


def _row(report: Report, pair: ClaimPair, differences: Sequence[Item], names: Names, choice: Choice) -> Row:
    looks = {item.id: Look(item.style) for item in differences}
    return Row(
        pair.id,
        choice.address(card=pair.id),
        _cells(report.left, pair.left, mark_items(differences, "left"), looks),
        _cells(report.right, pair.right, mark_items(differences, "right"), looks),
        tuple(tag_item(item, names, choice) for item in differences),
        SURENESS["possible" if pair.tier == "possible" else pair.sureness][0],
    )


def _cells(
    reading: Reading, claims: Iterable[str], marks: Sequence[Mark], looks: Mapping[str, Look]
) -> tuple[tuple[Run, ...], ...]:
    return tuple(_cell(reading, reading.claim(one), marks, looks) for one in claims)


def _cell(reading: Reading, claim: Claim, marks: Iterable[Mark], looks: Mapping[str, Look]) -> tuple[Run, ...]:
    inside = [mark for mark in marks if mark.start < claim.end and claim.start < mark.end]
    return cut_runs(reading.text, Paragraph(claim.start, claim.end), marks=inside, repairs=(), shown=looks, led=set())


def tag_item(item: Item, names: Names, choice: Choice) -> Tag:
    """Return the difference that an item is, as a short link."""
    label = KINDS[item.kind].label if item.kind else ""
    verdict = names.fill(verdict_words(item.difference.verdict, sureness_of(item))) if item.difference else ""
    return Tag(item.id, label, verdict, item.style, choice.address(card=item.id))


def make_told(report: Report, items: Iterable[Item], side: Side, choice: Choice) -> tuple[Told, ...]:
    """Return what only this side tells, in the order of its text."""
    ids = {item.claim.id: item.id for item in items if item.claim and item.group == f"only_{side}"}
    here, there = (report.left, report.right) if side == "left" else (report.right, report.left)
    claims = report.only_left if side == "left" else report.only_right
    nearest = nearest_by_claim(report, side)
    told: list[Told] = []
    for one in claims:
        near = nearest.get(one)
        claim = here.claim(one)
        told.append(
            Told(
                ids[one],
                choice.address(card=ids[one]),
                here.text[claim.start : claim.end],
                words_of(there, near.other) if near else None,
                near.why if near else None,
            )
        )
    return tuple(told)


def nearest_by_claim(report: Report, side: Side) -> dict[str, Nearest]:
    return {one.claim: one for one in (report.nearest_left if side == "left" else report.nearest_right)}


def words_of(reading: Reading, claim_id: str) -> str:
    claim = reading.claim(claim_id)
    return reading.text[claim.start : claim.end]
