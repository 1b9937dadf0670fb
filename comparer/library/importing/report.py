"""What was not taken, as a table that can be mended and brought in again."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from comparer.library.importing.models import ImportBatch, Outcome
from comparer.library.importing.opening.table import COLUMNS


class _Echo:
    """A file for the csv writer that hands back each line."""

    def write(self, line: str) -> str:
        return line


def write_report(batch: ImportBatch, addresses: Mapping[int, str]) -> Iterator[str]:
    """Yield lines of CSV: each refused row with its reason and, of tables and feeds, its fields; each piece already here.

    `addresses`: where those pieces are that the reader may see.
    """
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(["outcome", "reason", "name", "first", *COLUMNS])
    rows = batch.rows.filter(outcome__in=[Outcome.REFUSED, Outcome.DUPLICATE])
    for row in rows.iterator(chunk_size=500):
        fields = row.fields
        first = addresses.get(row.item_id or 0, "")
        cells = [row.get_outcome_display(), row.reason, row.name, first, *(fields.get(name, "") for name in COLUMNS)]
        yield writer.writerow([_harmless(cell) for cell in cells])


def _harmless(cell: str) -> str:
    """A spreadsheet takes what begins so for a formula."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
