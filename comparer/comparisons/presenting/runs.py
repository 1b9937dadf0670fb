"""Overlapping marks as flat runs: a paragraph is cut wherever a mark begins or ends.

One run is a stretch of text under one and the same set of marks, so nothing
nests, thousands of marks stay linear, and copied text is the text.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from comparer.analysis.report import Paragraph, Repair
from comparer.comparisons.presenting.glossary import Style
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import Side

RANK: dict[Style, int] = {
    "conflict": 0,
    "attribution": 1, "naming": 1, "certainty": 1,
    "agency": 2, "wording": 2,
    "voice": 3, "emphasis": 3,
    "only": 4, "minor": 5, "match": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch to mark. Marks sort by what shows on top: the shorter first, so that one inside another is seen."""

    length: int
    rank: int
    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a shown mark looks; the number is that of its line in the list and of its printed note."""

    style: Style
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """Stands in the text for a person's note: `note` is its id on the page, `number` what it is called there."""

    note: int
    number: int


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    marks: tuple[str, ...] = ()
    """Ids of all marks here, topmost first, shown or not."""
    top: str | None = None
    """The topmost mark that is shown."""
    look: Look | None = None
    leads: bool = False
    """First run on its side where `top` is seen: it carries the link."""
    repair: Repair | None = None
    around: bool = False
    """Stands around what is meant: the rest of a sentence in a row."""
    notes: tuple[int, ...] = ()
    """Numbers of the shown marks that end here for good: on paper they stand behind the run."""
    signs: tuple[Sign, ...] = ()
    """People's notes on passages that end here."""


def mark_items(items: Iterable[Item], side: Side) -> list[Mark]:
    """Return the marks of all items on one side."""
    return [
        Mark(span.end - span.start, RANK[item.style], span.start, span.end, item.id)
        for item in items
        for span in item.spans(side)
        if span.start < span.end
    ]


def share_out(marks: Iterable[Mark], paragraphs: tuple[Paragraph, ...]) -> dict[int, list[Mark]]:
    """Return the marks of each paragraph by its number; a mark over several is in each of them."""
    shared: dict[int, list[Mark]] = defaultdict(list)
    number = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        while number < len(paragraphs) and paragraphs[number].end <= mark.start:
            number += 1
        at = number
        while at < len(paragraphs) and paragraphs[at].start < mark.end:
            shared[at].append(mark)
            at += 1
    return shared


def cut_runs(
    text: str,
    paragraph: Paragraph,
    *,
    marks: Iterable[Mark],
    repairs: Iterable[Repair],
    shown: Mapping[str, Look],
    led: set[str],
) -> tuple[Run, ...]:
    """Cut one paragraph of `text` into runs.

    `shown` gives the look of each mark that is shown; `led` holds the marks that
    have their link already, and is added to.
    """
    opens: dict[int, list[Mark]] = defaultdict(list)
    closes: dict[int, list[Mark]] = defaultdict(list)
    edges = {paragraph.start, paragraph.end}
    for mark in marks:
        start, end = max(mark.start, paragraph.start), min(mark.end, paragraph.end)
        opens[start].append(mark)
        closes[end].append(mark)
        edges |= {start, end}
    mended: dict[int, Repair] = {}
    for one in repairs:
        start, end = max(one.start, paragraph.start), min(one.end, paragraph.end)
        mended[start] = one
        edges |= {start, end}
    runs: list[Run] = []
    repair: Repair | None = None
    over: list[Mark] = []
    places = sorted(edges)
    for start, end in pairwise(places):
        for mark in closes[start]:
            over.remove(mark)
        for mark in opens[start]:
            insort(over, mark)
        repair = mended.get(start, repair if repair and start < repair.end else None)
        marked = tuple(dict.fromkeys(mark.id for mark in over))
        runs.append(_run(text[start:end], marked, repair, shown, led))
    return tuple(runs)


def _run(text: str, marks: tuple[str, ...], repair: Repair | None, shown: Mapping[str, Look], led: set[str]) -> Run:
    top = next((mark for mark in marks if mark in shown), None)
    if top is None:
        return Run(text, marks, repair=repair)
    leads = top not in led
    led.add(top)
    return Run(text, marks, top, shown[top], leads, repair)


def put_notes(paragraphs: Sequence[tuple[Run, ...]], shown: Mapping[str, Look]) -> tuple[tuple[Run, ...], ...]:
    """Put each shown mark's number on the last run under it, so that none stands inside the words it is about."""
    ended: set[str] = set()
    noted = [tuple(_with_notes(run, shown, ended) for run in reversed(runs))[::-1] for runs in reversed(paragraphs)]
    return tuple(reversed(noted))


def _with_notes(run: Run, shown: Mapping[str, Look], ended: set[str]) -> Run:
    ending = [mark for mark in run.marks if mark in shown and mark not in ended]
    ended.update(ending)
    numbers = sorted(number for mark in ending if (number := shown[mark].number))
    return replace(run, notes=tuple(numbers)) if numbers else run
