"""A comparison as a person would print it: summary, tables of differences with both passages, what one side tells."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.comparisons.exporting.citation import cite_in_words
from comparer.comparisons.exporting.export import Export, say_date, say_day
from comparer.comparisons.exporting.passages import Words, quote_sentences
from comparer.comparisons.exporting.people import Section, list_remarks, make_sections
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.glossary import SURENESS, Style
from comparer.comparisons.presenting.headings import make_heading
from comparer.comparisons.presenting.shown import Group, Item
from comparer.comparisons.presenting.sides import SIDES, Side
from comparer.comparisons.presenting.summary import summarise
from comparer.comparisons.presenting.told import make_told

TABLES: tuple[tuple[str, str, frozenset[Group]], ...] = (
    ("They disagree", "As written, both can’t be true.", frozenset({"conflict"})),
    ("Told differently", "Both may be true; they leave a different impression.", frozenset({"framing"})),
    ("Details that one of them gives", "The other tells of it without them.", frozenset({"only_left", "only_right"})),
    ("Same after all", "They differ in form only, or time explains it.", frozenset({"minor"})),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One difference; `number` counts through all tables."""

    id: str
    number: int
    label: str
    style: Style
    reason: str
    sure: str
    left: tuple[Words, ...]
    right: tuple[Words, ...]
    said: tuple[str, ...]
    """What people corrected or noted here."""


@dataclass(frozen=True, slots=True)
class Table:
    heading: str
    meaning: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    side: Side
    name: str
    title: str
    day: str
    origin: str
    """Outlet and day."""
    address: str
    told: tuple[str, ...]
    """Sentences with what only this piece tells."""


@dataclass(frozen=True, slots=True)
class Sheet:
    pieces: tuple[Piece, Piece]
    summary: str
    tables: tuple[Table, ...]
    engine: str
    made: str
    citation: str
    is_limited: bool
    by_people: tuple[Section, ...]
    """What people did and wrote that does not stand at a difference in the tables."""
    has_people: bool
    """Whether people corrected or wrote anything at all."""


def lay_out(export: Export) -> Sheet:
    """Return all that a printed comparison says, in order."""
    left, right = (_piece(export, side) for side in SIDES)
    tables = _tables(export)
    told = frozenset(line.id for table in tables for line in table.lines)
    summary = "".join(part.words for part in summarise(export.report, export.items, export.names, Choice()))
    return Sheet(
        (left, right),
        summary,
        tables,
        export.report.engine,
        say_date(export.made),
        cite_in_words(export).strip(),
        export.is_limited,
        make_sections(export, told=told),
        bool(list_remarks(export)),
    )


def _piece(export: Export, side: Side) -> Piece:
    told = make_told(export.report, export.items, side, Choice())
    sentences = tuple("".join(part.words for part in one.parts) for one in told)
    return Piece(
        side,
        export.names.of(side),
        export.title(side),
        say_day(export.reading(side).published),
        export.origin(side),
        export.source(side),
        sentences,
    )


def _tables(export: Export) -> tuple[Table, ...]:
    tables: list[Table] = []
    number = 0
    for heading, meaning, groups in TABLES:
        held = [item for item in export.items if item.difference and not item.claim and item.group in groups]
        lines = tuple(_line(export, item, number + at) for at, item in enumerate(held, start=1))
        number += len(lines)
        if lines:
            tables.append(Table(heading, meaning, lines))
    return tuple(tables)


def _line(export: Export, item: Item, number: int) -> Line:
    heading = make_heading(item, export.names)
    return Line(
        item.id,
        number,
        heading.label,
        item.style,
        heading.headline,
        SURENESS[heading.sureness][0],
        quote_sentences(export.report.left, item.left),
        quote_sentences(export.report.right, item.right),
        export.said(item.id),
    )
