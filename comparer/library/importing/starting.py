"""Beginning an import: what was chosen becomes rows that wait."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F

from comparer.library.catalogue.models import Collection
from comparer.library.importing.models import ImportBatch, ImportRow, readable
from comparer.library.importing.tasks import enqueue_import

AT_ONCE = 500


@transaction.atomic
def start_import(
    *,
    collection: Collection,
    by_id: int | None,
    files: Iterable[UploadedFile[Any]] = (),
    addresses: Sequence[str] = (),
    may_fetch: bool = False,
) -> ImportBatch:
    """Return a batch with a waiting row for each file and address, taken up by a worker once the transaction holds."""
    batch = ImportBatch.objects.create(collection=collection, by_id=by_id, may_fetch=may_fetch)
    rows = 0
    # one at a time: together they may be more than memory should hold
    for upload in files:
        name = upload.name or "file"
        ImportRow.objects.create(
            batch=batch, name=readable(name), file_name=name[-255:], kind=ImportRow.Kind.FILE, data=upload.read()
        )
        rows += 1
    for address in addresses:
        ImportRow.objects.create(
            batch=batch, name=readable(address), kind=ImportRow.Kind.ADDRESS, data=address.encode()
        )
        rows += 1
    _count(batch, rows)
    enqueue_import(batch.pk)
    return batch


def import_of_paths(
    *, collection: Collection, paths: Sequence[Path], asked: str, by_id: int | None = None
) -> tuple[ImportBatch, bool]:
    """Return the batch for these files and True, or the one that was stopped when the same was `asked` before and False."""
    before = ImportBatch.objects.unfinished().filter(collection=collection, asked=asked).first() if asked else None
    if before:
        return before, False
    with transaction.atomic():
        batch = ImportBatch.objects.create(collection=collection, by_id=by_id, asked=asked)
        rows = (
            ImportRow(batch=batch, name=readable(str(path)), kind=ImportRow.Kind.PATH, data=os.fsencode(path))
            for path in paths
        )
        ImportRow.objects.bulk_create(rows, batch_size=AT_ONCE)
        _count(batch, len(paths))
    return batch, True


def _count(batch: ImportBatch, rows: int) -> None:
    ImportBatch.objects.filter(pk=batch.pk).update(total=F("total") + rows)
    batch.total += rows
