"""The whole result page as data: what the templates of a comparison show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from comparer.analysis.report import Report
from comparer.comparisons.presenting.bar import Bar, make_bar
from comparer.comparisons.presenting.card import Card, make_card
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.glossary import KINDS, SURENESS, VERDICTS, Term
from comparer.comparisons.presenting.listing import Section, make_list
from comparer.comparisons.presenting.panes import Pane, make_pane
from comparer.comparisons.presenting.rows import Row, make_rows
from comparer.comparisons.presenting.runs import Look
from comparer.comparisons.presenting.shown import Item, choose, collect
from comparer.comparisons.presenting.sides import Names, name_sides
from comparer.comparisons.presenting.summary import Part, summarise
from comparer.comparisons.presenting.told import Told, make_told
from comparer.quality.sureness import Called, Track

UNKNOWN = Track()


@dataclass(frozen=True, slots=True)
class Tab:
    view: str
    label: str
    narrow_label: str
    """What a screen that shows one text at a time calls it, where that differs."""
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page. What the reader's view does not need is empty: the rows, say, while the texts show."""

    names: Names
    choice: Choice
    summary: tuple[Part, ...]
    tabs: tuple[Tab, ...]
    bar: Bar
    sections: tuple[Section, ...]
    total: int
    panes: tuple[Pane, ...]
    rows: tuple[Row, ...]
    told: tuple[tuple[str, str, tuple[Told, ...]], ...]
    pairs: int
    matches: str
    everything: str
    card: Card | None
    taken_out: tuple[Section, ...]
    """What people took out, to be shown on demand."""
    taken_out_count: int
    kinds: tuple[Term, ...]
    verdicts: tuple[tuple[str, str], ...]
    sureness: tuple[tuple[str, str, str], ...]
    """The words, what they mean, and how often they were right."""
    engine: str


def present(
    report: Report,
    *,
    query: Mapping[str, Sequence[str]] | None = None,
    left_name: str | None = None,
    right_name: str | None = None,
    track: Track = UNKNOWN,
    with_texts: bool = True,
    before: Report | None = None,
    taken_out: Collection[str] = (),
) -> Page:
    """Turn a report into what the result page shows; no queries, no HTML.

    `query` is the address's query string as lists (`dict(request.GET.lists())`),
    see `choice.Choice`. `left_name` and `right_name` are what people call the
    pieces, where they said so; else outlet or title are used. `track` knows how
    often what is called sure, likely or possible was right. Without `with_texts`
    the panes stay empty: for answers that only bring new marks. `before` is the
    report before people corrected it; what they took out of it, by the ids
    `taken_out`, is listed apart and keeps its cards.
    """
    choice = Choice.from_query(query or {})
    names = name_sides(report.left, report.right, left_name=left_name, right_name=right_name)
    items = collect(report)
    out = _out(before, items) if before and before != report else ()
    taken = [item for item in out if item.id in taken_out]
    shown = choose(items, choice)
    links = Choice(show=choice.show, kinds=choice.kinds, view=choice.view, side=choice.side)
    sections = make_list(report, shown, names, links) if choice.view == "texts" else ()
    return Page(
        names=names,
        choice=choice,
        summary=summarise(report, items, names, choice),
        tabs=_tabs(links),
        bar=make_bar(items, choice),
        sections=sections,
        total=len(shown),
        panes=_panes(report, names, items, sections) if with_texts and choice.view == "texts" else (),
        rows=make_rows(report, items, shown, names, links) if choice.view == "rows" else (),
        told=_told(report, names, items, links) if choice.view == "told" else (),
        pairs=len(report.pairs),
        matches=links.address(show="match", kinds=()),
        everything=links.address(show="all", kinds=()),
        card=make_card(report, (*items, *out), shown, names, choice, track=track) if choice.card else None,
        taken_out=make_list(report, taken, names, links),
        taken_out_count=len(taken),
        kinds=tuple(KINDS.values()),
        verdicts=tuple((names.fill(words), names.fill(meaning)) for words, meaning in VERDICTS.values()),
        sureness=tuple(_sureness(track)),
        engine=report.engine,
    )


def _out(before: Report, items: Iterable[Item]) -> tuple[Item, ...]:
    """Return what the first report had and the corrected one has no more."""
    stands = {item.id for item in items}
    return tuple(item for item in collect(before) if item.id not in stands)


def _sureness(track: Track) -> Iterator[tuple[str, str, str]]:
    for word, (words, meaning) in SURENESS.items():
        yield words, meaning, " ".join(filter(None, (track.sentence(called, word) for called in get_args(Called))))


def _tabs(links: Choice) -> tuple[Tab, ...]:
    labels = {"texts": ("Both texts", "The text"), "rows": ("Claims in rows", ""), "told": ("Told by one", "")}
    return tuple(
        Tab(view, label, narrow, links.address(view=view), chosen=links.view == view)
        for view, (label, narrow) in labels.items()
    )


def _panes(report: Report, names: Names, items: Sequence[Item], sections: Sequence[Section]) -> tuple[Pane, ...]:
    shown = {entry.id: Look(entry.style, entry.number) for section in sections for entry in section.entries}
    return (
        make_pane(report.left, "left", names, items, shown),
        make_pane(report.right, "right", names, items, shown),
    )


def _told(
    report: Report, names: Names, items: Sequence[Item], links: Choice
) -> tuple[tuple[str, str, tuple[Told, ...]], ...]:
    return (
        ("left", names.left, make_told(report, items, "left", links)),
        ("right", names.right, make_told(report, items, "right", links)),
    )
