"""Ledgers as plain sheets: a line of headings and lines of words, and as CSV that any spreadsheet opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comparer.comparisons.ledgers.book import Book
from comparer.comparisons.ledgers.names import Called, NameRow
from comparer.comparisons.ledgers.numbers import Figure, NumberRow
from comparer.comparisons.ledgers.outcome import GROUPS, Outcome
from comparer.comparisons.ledgers.titles import LedgerName
from comparer.comparisons.ledgers.voices import FlatRow, Share
from comparer.comparisons.ledgers.whose import say_whose
from comparer.web.tables import write_lines

BY_A_PERSON = "By a person"
OUTCOME = ("How it came out", "In words", "How sure", "Why", BY_A_PERSON)
CARD = re.compile(r"[?&]card=([\w-]+)")


@dataclass(frozen=True, slots=True)
class Sheet:
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def make_sheet(book: Book, ledger: LedgerName) -> Sheet:
    """Return one ledger as words alone; the pieces are named in the headings."""
    left, right = book.names_of_sides.left, book.names_of_sides.right
    if left == right:
        left, right = f"{left} (left)", f"{right} (right)"
    headings, rows = {
        "numbers": _numbers,
        "names": _names,
        "voices": _voices,
        "times": _times,
        "places": _places,
        "prominence": _prominence,
        "told": _told,
    }[ledger](book, left, right)
    return Sheet(headings, tuple(rows))


def write_csv(sheet: Sheet) -> bytes:
    """Return the sheet as CSV: UTF-8 with a mark at its beginning, no cell that could be taken for a formula."""
    return "".join(write_lines((sheet.headings, *sheet.rows))).encode("utf-8", "replace")


def _headed(name: str, *columns: str) -> tuple[str, ...]:
    return tuple(f"{name}: {column}" for column in columns)


def _outcome(outcome: Outcome, book: Book) -> tuple[str, ...]:
    """What people did to a pair is not about the figure or the day that its row holds; what they did to a mark is."""
    said = _said(outcome.href, book) if _card(outcome.href).startswith("d") else ""
    return GROUPS[outcome.group][0], outcome.verdict, outcome.sure, outcome.explanation, said


def _said(href: str, book: Book) -> str:
    return book.said.get(_card(href), "")


def _card(href: str) -> str:
    found = CARD.search(href)
    return found[1] if found else ""


Made = tuple[tuple[str, ...], Iterable[tuple[str, ...]]]


def _numbers(book: Book, left: str, right: str) -> Made:
    columns = ("words", "leaves room for", "as of", "who says so", "place", "passage")
    headings = ("What it counts", "Unit", *_headed(left, *columns), *_headed(right, *columns), *OUTCOME)
    return headings, (_number(row, book) for row in book.numbers)


def _number(row: NumberRow, book: Book) -> tuple[str, ...]:
    return row.counts, row.unit, *_figure(row.left), *_figure(row.right), *_outcome(row.outcome, book)


def _figure(one: Figure | None) -> tuple[str, ...]:
    return (one.words, one.bounds, one.as_of, one.says, one.place, one.passage) if one else ("",) * 6


def _names(book: Book, left: str, right: str) -> Made:
    columns = ("Who or what", "Piece", "Called", "Times", "In whose words", "Held at arm’s length", *OUTCOME)
    return columns, (line for row in book.names for line in _name(row, left, right, book))


def _name(row: NameRow, left: str, right: str, book: Book) -> Iterator[tuple[str, ...]]:
    for piece, called in ((left, row.left), (right, row.right)):
        for one in called:
            yield row.referent, piece, *_called(one), *_outcome(row.outcome, book)


def _called(one: Called) -> tuple[str, ...]:
    return one.words, str(one.times), say_whose(one), "yes" if one.distanced else "no"


def _voices(book: Book, left: str, right: str) -> Made:
    """One sheet for both tables of the page: rows of speakers leave the last columns empty, flat statements the counts."""
    columns = ("words", "words quoted", "percent of the piece")
    headings = (
        "What the row tells", "Who speaks", "What kind of source", *_headed(left, *columns), *_headed(right, *columns),
        "Stated flatly in", f"{left}: passage", f"{right}: passage", *OUTCOME,
    )  # fmt: skip
    speakers = (
        ("who speaks", row.speaker, row.manner, *_share(row.left), *_share(row.right), *("",) * 8)
        for row in book.voices
    )
    return headings, (*speakers, *(_flat(row, left, right, book) for row in book.flat))


def _share(one: Share | None) -> tuple[str, ...]:
    return (str(one.words), str(one.quoted), str(one.percent)) if one else ("0", "0", "0")


def _flat(row: FlatRow, left: str, right: str, book: Book) -> tuple[str, ...]:
    where = left if row.flat == "left" else right
    return "stated flatly by one", row.says, *("",) * 7, where, row.left, row.right, *_outcome(row.outcome, book)


def _times(book: Book, left: str, right: str) -> Made:
    columns = ("words", "day meant", "what happens", "place in the text")
    headings = ("Begins", *_headed(left, *columns), *_headed(right, *columns), *OUTCOME)
    sides = ((row, row.left, row.right) for row in book.times)
    rows = (
        (row.starts, *(cell for one in both for cell in ((one.words, one.day, one.passage, one.place) if one else ("",) * 4)), *_outcome(row.outcome, book))
        for row, *both in sides
    )  # fmt: skip
    return headings, rows


def _places(book: Book, left: str, right: str) -> Made:
    columns = ("words", "times", "passage", "place in the text")
    headings = ("Place", "Lies in", *_headed(left, *columns), *_headed(right, *columns), *OUTCOME)
    sides = ((row, row.left, row.right) for row in book.places)
    rows = (
        (row.name, row.within, *(cell for one in both for cell in ((one.words, str(one.times), one.passage, one.place) if one else ("",) * 4)), *_outcome(row.outcome, book))
        for row, *both in sides
    )  # fmt: skip
    return headings, rows


def _prominence(book: Book, left: str, right: str) -> Made:
    columns = ("place", "percent of the text before it", "passage")
    headings = ("Number", *_headed(left, *columns), *_headed(right, *columns), "Which is earlier", BY_A_PERSON)
    rows = (
        (str(row.number), *(cell for one in (row.left, row.right) for cell in (one.place, f"{one.depth:.0%}".rstrip("%"), one.passage)), row.moved, _said(row.href, book))
        for row in book.prominence
    )  # fmt: skip
    return headings, rows


def _told(book: Book, left: str, right: str) -> Made:
    headings = (
        "Told only in",
        "What",
        "Place",
        "Who says so",
        "Why",
        "How sure",
        "Nearest in the other piece",
        BY_A_PERSON,
    )
    rows = (
        (
            left if row.side == "left" else right,
            row.words,
            row.place,
            row.says,
            row.why,
            row.sure,
            row.nearest,
            _said(row.href, book),
        )
        for row in book.told
    )
    return headings, rows
