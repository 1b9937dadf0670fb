"""Both texts in full, paragraph by paragraph, as runs of marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from comparer.analysis.report import Reading, Removed, Repair, Role
from comparer.comparisons.presenting.runs import Look, Run, cut_runs, mark_items, share_out
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import Names, Side


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `number` is its place in the text, and part of its address on the page."""

    number: int
    role: Role
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Pane:
    side: Side
    name: str
    outlet: str | None
    published: date | None
    blocks: tuple[Block, ...]
    mended: tuple[Repair, ...]
    damaged: tuple[Repair, ...]
    removed: tuple[Removed, ...]


def make_pane(reading: Reading, side: Side, names: Names, items: Sequence[Item], shown: Mapping[str, Look]) -> Pane:
    """Return one text with all marks; `shown` gives the look of each mark that is visible."""
    shared = share_out(mark_items(items, side), reading.paragraphs)
    repairs = _repairs_by_paragraph(reading)
    led: set[str] = set()
    blocks = tuple(
        Block(
            number,
            paragraph.role,
            cut_runs(
                reading.text,
                paragraph,
                marks=shared.get(number, ()),
                repairs=repairs.get(number, ()),
                shown=shown,
                led=led,
            ),
        )
        for number, paragraph in enumerate(reading.paragraphs)
    )
    return Pane(
        side,
        names.of(side),
        reading.outlet,
        read_date(reading.published),
        blocks,
        tuple(repair for repair in reading.repairs if repair.after is not None),
        tuple(repair for repair in reading.repairs if repair.after is None),
        reading.removed,
    )


def read_date(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _repairs_by_paragraph(reading: Reading) -> dict[int, list[Repair]]:
    found: dict[int, list[Repair]] = {}
    number = 0
    for repair in sorted(reading.repairs, key=lambda one: one.start):
        while number < len(reading.paragraphs) and reading.paragraphs[number].end <= repair.start:
            number += 1
        if number < len(reading.paragraphs) and repair.start < repair.end:
            found.setdefault(number, []).append(repair)
    return found
