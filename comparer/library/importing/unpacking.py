"""A row that holds many becomes many rows. What has been taken out stays taken out if the worker dies on the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from comparer.library.decode import KINDS, UnreadableFileError
from comparer.library.importing.checking import for_the_library
from comparer.library.importing.models import ImportBatch, ImportRow, Outcome, readable
from comparer.library.importing.opening.apart import open_apart
from comparer.library.importing.opening.entry import Entry, Limits
from comparer.library.importing.opening.opener import HOLDING_MANY
from comparer.library.importing.settling import refuse_row
from comparer.library.importing.sources import Source

AT_ONCE = 200
BYTES_AT_ONCE = 20_000_000


def take_out(batch: ImportBatch, row: ImportRow, source: Source, *, stop: Callable[[], bool] = lambda: False) -> None:
    """Make a row of each entry; where it is to `stop` before, the row waits on and remembers how far it came.

    The row itself is refused, with the reason, where it cannot be opened to its end.
    """
    reason = ""
    try:
        with closing(open_apart(source.name, source.data, skip=row.taken, limits=_limits())) as entries:
            for chunk in _in_chunks(entries):
                _keep(batch, row, source, chunk)
                if stop():
                    return
    except UnreadableFileError as refusal:
        reason = for_the_library(str(refusal))
    if not reason and not row.taken:
        reason = "Nothing was found in this file that could be an article."
    if reason:
        refuse_row(batch, row, reason)
    else:
        _mark_opened(batch, row)


def _limits() -> Limits:
    return Limits(
        file_bytes=settings.COMPARER_MAX_IMPORT_FILE_BYTES, total_bytes=10 * settings.COMPARER_MAX_IMPORT_BYTES
    )


def _in_chunks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Together in one transaction, but never too much for memory; what came before an error comes, too."""
    chunk: list[Entry] = []
    size = 0
    try:
        for entry in entries:
            chunk.append(entry)
            size += len(entry.data or b"")
            if len(chunk) >= AT_ONCE or size >= BYTES_AT_ONCE:
                yield chunk
                chunk, size = [], 0
    except UnreadableFileError:
        if chunk:
            yield chunk
        raise
    if chunk:
        yield chunk


@transaction.atomic
def _keep(batch: ImportBatch, row: ImportRow, source: Source, entries: list[Entry]) -> None:
    rows = [_row(batch, row, source, entry) for entry in entries]
    ImportRow.objects.bulk_create(rows)
    row.taken += len(rows)
    row.save(update_fields=["taken"])
    refused = sum(made.outcome == Outcome.REFUSED for made in rows)
    ImportBatch.objects.filter(pk=batch.pk).update(
        total=F("total") + len(rows), refused=F("refused") + refused, heartbeat=timezone.now()
    )


def _row(batch: ImportBatch, row: ImportRow, source: Source, entry: Entry) -> ImportRow:
    fields = dict(entry.fields)
    made = ImportRow(batch=batch, name=readable(f"{row.name}: {entry.name}"), kind=ImportRow.Kind.FIELDS)
    if entry.reason:
        made.outcome, made.reason = Outcome.REFUSED, entry.reason[:400]
    if "fetch" in fields:
        made.kind, made.data = ImportRow.Kind.ADDRESS, fields["fetch"].encode()
    elif entry.data is not None:
        made.kind, made.data, made.about = ImportRow.Kind.FILE, entry.data, json.dumps(fields)
        made.file_name = _file_name(source, entry)
    elif fields:
        made.data = json.dumps(fields).encode()
    return made


def _file_name(source: Source, entry: Entry) -> str:
    """A web archive gives addresses for names, and only pages."""
    name = readable(entry.name)[-200:]
    is_page = ".warc" in source.name.lower() and not name.lower().endswith((*KINDS, *HOLDING_MANY))
    return f"{name}.html" if is_page else name


@transaction.atomic
def _mark_opened(batch: ImportBatch, row: ImportRow) -> None:
    """It was no article itself, so it is not counted any more."""
    opened = ImportRow.objects.waiting().filter(pk=row.pk).update(outcome=Outcome.OPENED, data=None)
    row.outcome = Outcome.OPENED
    ImportBatch.objects.filter(pk=batch.pk).update(total=F("total") - opened, heartbeat=timezone.now())
