"""Small signs in the texts where people left notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from comparer.analysis.report import Reading, Report
from comparer.comparisons.corrections.notes import Note
from comparer.comparisons.presenting import Page
from comparer.comparisons.presenting.panes import Pane
from comparer.comparisons.presenting.runs import Run, Sign


def put_signs(page: Page, report: Report, notes: Iterable[Note]) -> Page:
    """Return the page with a sign behind each passage that has a note; `report` is what the page shows."""
    by_side: dict[str, dict[int, list[Sign]]] = {"left": defaultdict(list), "right": defaultdict(list)}
    for note in notes:
        if note.place is not None:
            by_side[note.side][note.place].append(Sign(note.number, note.sign))
    if not any(by_side.values()):
        return page
    readings = {"left": report.left, "right": report.right}
    panes = tuple(_pane(pane, readings[pane.side], by_side[pane.side]) for pane in page.panes)
    return replace(page, panes=panes)


def _pane(pane: Pane, reading: Reading, signs: dict[int, list[Sign]]) -> Pane:
    blocks = tuple(
        replace(block, runs=tuple(_cut(block.runs, reading.paragraphs[block.number].start, signs)))
        for block in pane.blocks
    )
    return replace(pane, blocks=blocks)


def _cut(runs: Sequence[Run], start: int, signs: dict[int, list[Sign]]) -> Iterator[Run]:
    """Cut each run where a sign stands inside it: what leads to its card comes first, its printed notes last."""
    for run in runs:
        rest, at, end = run, start, start + len(run.text)
        for place in sorted(place for place in signs if start < place <= end):
            first = replace(rest, text=rest.text[: place - at], signs=tuple(signs[place]))
            if place < end:
                yield replace(first, notes=())
                rest, at = replace(rest, text=rest.text[place - at :], leads=False), place
            else:
                rest = first
        yield rest
        start = end
