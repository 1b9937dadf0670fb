"""What was not taken, as a table that can be mended and brought in again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comparer.library.importing.models import ImportBatch, Outcome
from comparer.library.importing.opening.table import COLUMNS
from comparer.web.tables import write_lines


def write_report(batch: ImportBatch, addresses: Mapping[int, str]) -> Iterator[str]:
    """Return lines of CSV: each refused row with its reason and, of tables and feeds, its fields; each piece already here.

    `addresses`: where those pieces are that the reader may see.
    """
    return write_lines(_lines(batch, addresses))


def _lines(batch: ImportBatch, addresses: Mapping[int, str]) -> Iterator[list[str]]:
    yield ["outcome", "reason", "name", "first", *COLUMNS]
    rows = batch.rows.filter(outcome__in=[Outcome.REFUSED, Outcome.DUPLICATE])
    for row in rows.iterator(chunk_size=500):
        fields = row.fields
        first = addresses.get(row.item_id or 0, "")
        yield [row.get_outcome_display(), row.reason, row.name, first, *(fields.get(name, "") for name in COLUMNS)]
