"""What was not taken, as a table that can be mended and brought in again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from comparer.library.catalogue.models import Item
from comparer.library.importing.models import ImportBatch, Outcome
from comparer.library.importing.opening.table import COLUMNS
from comparer.web.people import Person
from comparer.web.tables import write_lines

AT_A_TIME = 500


def write_report(batch: ImportBatch, *, person: Person, address_of: Callable[[Item], str]) -> Iterator[str]:
    """Return lines of CSV: each refused row with its reason and, of tables and feeds, its fields; each piece already here.

    The addresses of those pieces are given where `person` may see them. However long the
    table, no more than some hundred rows of it are held at once.
    """
    return write_lines(_lines(batch, person, address_of))


def _lines(batch: ImportBatch, person: Person, address_of: Callable[[Item], str]) -> Iterator[list[str]]:
    yield ["outcome", "reason", "name", "first", *COLUMNS]
    rows = batch.rows.filter(outcome__in=[Outcome.REFUSED, Outcome.DUPLICATE]).iterator(chunk_size=AT_A_TIME)
    while some := list(islice(rows, AT_A_TIME)):
        there = Item.objects.visible_to(person).filter(pk__in=[row.item_id for row in some if row.item_id])
        addresses = {item.pk: address_of(item) for item in there.only("key")}
        for row in some:
            fields = row.fields
            first = addresses.get(row.item_id or 0, "")
            yield [row.get_outcome_display(), row.reason, row.name, first, *(fields.get(name, "") for name in COLUMNS)]
