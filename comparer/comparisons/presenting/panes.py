"""Both texts in full, paragraph by paragraph, as runs of marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from comparer.analysis.report import Reading, Removed, Repair, Role
from comparer.comparisons.presenting.runs import Look, Run, cut_runs, mark_items, put_notes, share_out
from comparer.comparisons.presenting.sentences import as_sentence
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import Names, Side

MOST_EXAMPLES = 5
"""So many texts that were set aside for one reason are shown; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `number` is its place in the text, and part of its address on the page."""

    number: int
    role: Role
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What was mended or left damaged (`after` is None), and why, as a sentence."""

    before: str
    after: str | None
    why: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was set aside for one reason: how many stretches of text, and the first few that differ."""

    why: str
    count: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pane:
    side: Side
    name: str
    language: str
    published: date | None
    blocks: tuple[Block, ...]
    mended: tuple[Change, ...]
    damaged: tuple[Change, ...]
    removed: tuple[SetAside, ...]


def make_pane(reading: Reading, side: Side, names: Names, items: Sequence[Item], shown: Mapping[str, Look]) -> Pane:
    """Return one text with all marks; `shown` gives the look of each mark that is visible."""
    shared = share_out(mark_items(items, side), reading.paragraphs)
    repairs = _repairs_by_paragraph(reading)
    led: set[str] = set()
    cut = [
        cut_runs(
            reading.text,
            paragraph,
            marks=shared.get(number, ()),
            repairs=repairs.get(number, ()),
            shown=shown,
            led=led,
        )
        for number, paragraph in enumerate(reading.paragraphs)
    ]
    blocks = tuple(
        Block(number, paragraph.role, runs)
        for number, (paragraph, runs) in enumerate(zip(reading.paragraphs, put_notes(cut, shown), strict=True))
    )
    changes = tuple(Change(repair.before, repair.after, as_sentence(repair.why)) for repair in reading.repairs)
    return Pane(
        side=side,
        name=names.of(side),
        language=reading.language,
        published=read_date(reading.published),
        blocks=blocks,
        mended=tuple(change for change in changes if change.after is not None),
        damaged=tuple(change for change in changes if change.after is None),
        removed=_by_reason(reading.removed),
    )


def _by_reason(removed: Iterable[Removed]) -> tuple[SetAside, ...]:
    texts: dict[str, list[str]] = defaultdict(list)
    for one in removed:
        texts[as_sentence(one.why)].append(one.text)
    return tuple(
        SetAside(why, len(found), tuple(islice(dict.fromkeys(found), MOST_EXAMPLES))) for why, found in texts.items()
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
