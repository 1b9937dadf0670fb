"""Tables as CSV that any spreadsheet opens, and none runs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet takes a cell that begins so for a formula."""
BOM = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


class _Echo:
    """A file for the csv writer that hands back each line."""

    def write(self, line: str) -> str:
        return line


def write_lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield each row as a line of CSV, a mark for UTF-8 before the first; no cell could be taken for a formula."""
    writer = csv.writer(_Echo())
    yield BOM
    for row in rows:
        yield writer.writerow(map(make_harmless, row))


def make_harmless(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would take for a formula, and drop characters of control."""
    plain = "".join(one for one in cell if one >= " " or one in "\t\n")
    return f"'{plain}" if plain.lstrip(" \xa0\u200b\ufeff").startswith(DANGEROUS) else plain
