"""The whole result page as data: what the templates of a comparison show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from comparer.analysis.report import Report
from comparer.comparisons.presenting.bar import Bar, make_bar
from comparer.comparisons.presenting.card import Card, make_card
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.copies import find_copied
from comparer.comparisons.presenting.folding import Folded, count_folded, part_folded
from comparer.comparisons.presenting.glossary import KINDS, SURENESS, VERDICTS, Term
from comparer.comparisons.presenting.listing import Section, make_list
from comparer.comparisons.presenting.overview import Overview, draw_overview
from comparer.comparisons.presenting.panes import Pane, make_pane
from comparer.comparisons.presenting.permalink import find_named, link_to
from comparer.comparisons.presenting.rows import Row, make_rows
from comparer.comparisons.presenting.runs import Look
from comparer.comparisons.presenting.shown import Item, choose, collect
from comparer.comparisons.presenting.sides import SIDES, Names, Side, name_sides
from comparer.comparisons.presenting.summary import Part, summarise
from comparer.comparisons.presenting.told import Told, make_told
from comparer.quality.sureness import Called, Track

UNKNOWN = Track()
MOST_TAKEN_OUT = 50
"""So many marks that people took out are listed; the rest stand in the history of corrections."""


@dataclass(frozen=True, slots=True)
class Tab:
    view: str
    label: str
    narrow_label: str
    """What a narrow screen calls it; "" where it is not offered there."""
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
    folded_sections: tuple[Section, ...]
    """What shows too, but is listed folded."""
    folded: tuple[Folded, ...]
    """What does not show unless asked for."""
    overview: Overview | None
    total: int
    panes: tuple[Pane, ...]
    switch: tuple[tuple[Side, str, str], ...]
    """Each side with its name and the link that shows its text, where only one shows."""
    rows: tuple[Row, ...]
    copied: tuple[str, ...]
    """Sentences that both pieces carry word for word."""
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

    @property
    def own_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.is_copy)

    @property
    def copied_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.is_copy)

    @property
    def taken_out_more(self) -> int:
        return max(self.taken_out_count - MOST_TAKEN_OUT, 0)

    @property
    def folded_count(self) -> int:
        return sum(len(section.entries) for section in self.folded_sections)


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
    names = name_sides(report.left, report.right, left_name=left_name, right_name=right_name)
    items = collect(report)
    asked = Choice.from_query(query or {})
    # A link to a card names what it said before people changed it; filters alone need less.
    first: tuple[Item, ...] = ()
    if before and before is not report:
        first = collect(before if asked.card or asked.mark else _fallen(before, report))
    out = _out(first, items)
    taken = [item for item in out if item.id in taken_out]
    choice = _with_card(report, asked, (*first, *items))
    shown = choose(items, choice)
    links = Choice(show=choice.show, kinds=choice.kinds, view=choice.view, side=choice.side)
    openly, folded = part_folded(shown, choice) if choice.has_list else ((), ())
    sections = make_list(report, openly, names, links)
    folded_sections = make_list(report, folded, names, links, after=len(openly))
    card = make_card(report, (*items, *out), shown, names, choice, track=track) if choice.card else None
    return Page(
        names=names,
        choice=choice,
        summary=summarise(report, items, names, choice),
        tabs=_tabs(links),
        bar=make_bar(items, choice),
        sections=sections,
        folded_sections=folded_sections,
        folded=count_folded(items, links),
        overview=draw_overview(report, items, shown, names, links) if choice.view == "map" else None,
        total=len(shown),
        panes=_panes(report, names, items, (*sections, *folded_sections)) if with_texts and choice.shows_texts else (),
        switch=tuple((side, names.of(side), links.address(side=side)) for side in SIDES),
        rows=make_rows(report, items, shown, names, links) if choice.view == "rows" else (),
        copied=find_copied(report).sentences,
        told=_told(report, names, items, links) if choice.view == "told" else (),
        pairs=len(report.pairs),
        matches=links.address(show="match", kinds=()),
        everything=links.address(show="all", kinds=()),
        card=_with_lasting_link(report, card, (*first, *items)) if card else None,
        taken_out=make_list(report, taken[:MOST_TAKEN_OUT], names, links),
        taken_out_count=len(taken),
        kinds=tuple(KINDS.values()),
        verdicts=tuple((names.fill(words), names.fill(meaning)) for words, meaning in VERDICTS.values()),
        sureness=tuple(_sureness(track)),
        engine=report.engine,
    )


def _fallen(before: Report, report: Report) -> Report:
    """Return the first report without the differences that stand: few are left to be worked out twice."""
    standing = {one.id for one in report.differences}
    return replace(before, differences=tuple(one for one in before.differences if one.id not in standing))


def _out(first: Iterable[Item], items: Iterable[Item]) -> tuple[Item, ...]:
    """Return what the first report had and the corrected one has no more."""
    stands = {item.id for item in items}
    return tuple(item for item in first if item.id not in stands)


def _with_card(report: Report, choice: Choice, items: Iterable[Item]) -> Choice:
    """Put the card that a lasting link names in focus, if there is one of that name still."""
    card = find_named(report, items, choice.mark) if choice.mark else None
    return replace(choice, card=card, mark=None) if card else choice


def _with_lasting_link(report: Report, card: Card, items: Iterable[Item]) -> Card:
    """`items`, as first marked: what people change about a difference does not change the link to its card."""
    named = next(item for item in items if item.id == card.id)
    return replace(card, link=link_to(report, named))


def _sureness(track: Track) -> Iterator[tuple[str, str, str]]:
    for word, (words, meaning) in SURENESS.items():
        yield words, meaning, " ".join(filter(None, (track.sentence(called, word) for called in get_args(Called))))


def _tabs(links: Choice) -> tuple[Tab, ...]:
    """Return the links to the views. What is usual where there is room for two texts, and where there isn't, differs."""
    is_both, is_one = links.view in ("texts", "both"), links.view in ("texts", "one")
    one, both = ("One text", "Both")
    return (
        Tab("texts", "Both texts", "", links.address(view="texts"), is_both),
        Tab("one", one, "", links.address(view="one"), links.view == "one"),
        Tab("texts-narrow", "", one, links.address(view="texts"), is_one),
        Tab("both", "", both, links.address(view="both"), links.view == "both"),
        Tab("rows", "Claims in rows", "In rows", links.address(view="rows"), links.view == "rows"),
        Tab("told", "Told by one", "Told by one", links.address(view="told"), links.view == "told"),
        Tab("map", "Overview", "Overview", links.address(view="map"), links.view == "map"),
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
