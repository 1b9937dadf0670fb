"""Bringing a batch in, row by row: each row is done in one transaction or not at all, so that it can stop anywhere."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.db import IntegrityError
from django.utils import timezone

from comparer.library.decode import UnreadableFileError
from comparer.library.decode.apart import Reader
from comparer.library.importing.checking import Candidate, RefusedError, for_the_library
from comparer.library.importing.models import ImportBatch, ImportRow
from comparer.library.importing.opening.opener import holds_many
from comparer.library.importing.settling import find_row_here, refuse_row, settle_row
from comparer.library.importing.sources import AlreadyHereError, candidate_of, source_of
from comparer.library.importing.unpacking import take_out

log = logging.getLogger(__name__)

_UNFORESEEN = "This could not be kept, for a reason that nobody foresaw. Whoever runs this site finds it in the log."


def bring_in(
    batch: ImportBatch,
    *,
    seconds: float = float("inf"),
    is_in_the_way: Callable[[], bool] = lambda: False,
    tell: Callable[[ImportRow], None] = lambda _row: None,
) -> bool:
    """Do waiting rows for so many seconds; return True once the batch is finished. `tell` hears of each row done.

    A row that cannot be brought in says why; nothing in it can end the batch. Before the
    time is over it stops where it `is_in_the_way` of somebody who waits.
    """
    deadline = time.monotonic() + seconds

    def stop() -> bool:
        return time.monotonic() > deadline or is_in_the_way()

    with Reader() as reader:
        while row := batch.rows.waiting().first():
            _do(batch, row, reader, stop)
            # not of a large file that waits to be opened further
            if row.outcome:
                tell(row)
            if stop():
                return False
    _finish(batch)
    return True


def _do(batch: ImportBatch, row: ImportRow, reader: Reader, stop: Callable[[], bool]) -> None:
    try:
        source = source_of(batch, row)
        if source is not None and holds_many(source.name):
            take_out(batch, row, source, stop=stop)
        else:
            _settle(batch, row, candidate_of(row, source, reader))
    except AlreadyHereError as here:
        find_row_here(batch, row, item_id=here.item_id, reason=str(here))
    except RefusedError as refusal:
        refuse_row(batch, row, str(refusal))
    except UnreadableFileError as refusal:
        refuse_row(batch, row, for_the_library(str(refusal)))
    except Exception:
        log.exception("Row %s of import %s could not be kept.", row.pk, batch.key)
        refuse_row(batch, row, _UNFORESEEN)


def _settle(batch: ImportBatch, row: ImportRow, candidate: Candidate) -> None:
    try:
        settle_row(batch, row, candidate)
    except IntegrityError:
        # Another worker has just made the same outlet, topic or address: the second try finds it.
        settle_row(batch, row, candidate)


def _finish(batch: ImportBatch) -> None:
    now = timezone.now()
    ImportBatch.objects.unfinished().filter(pk=batch.pk).update(finished=now, heartbeat=now)
