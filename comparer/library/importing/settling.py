"""What became of a row, kept together with what it did to the library: both or neither."""

from __future__ import annotations

from types import MappingProxyType

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from comparer.library.catalogue.filing import file_article, tag_named
from comparer.library.catalogue.tasks import read_later
from comparer.library.importing.checking import Candidate
from comparer.library.importing.models import ImportBatch, ImportRow, Outcome

_COUNTERS = MappingProxyType({
    Outcome.ADDED: "added",
    Outcome.VERSION: "versions",
    Outcome.DUPLICATE: "duplicates",
    Outcome.REFUSED: "refused",
})  # fmt: skip
TAKEN_DOWN = "This text, or what stood at its address, was taken down and does not come back."


def settle_row(batch: ImportBatch, row: ImportRow, candidate: Candidate) -> None:
    """Put the article into the library and have it read. A row that another worker has done meanwhile is left alone."""
    with transaction.atomic():
        if not _is_still_waiting(row):
            return
        filed = file_article(
            given=candidate.given, collection=batch.collection, added_by_id=batch.by_id, about=candidate.about
        )
        if filed.outcome == "taken_down":
            _record(batch, row, Outcome.REFUSED, reason=TAKEN_DOWN)
            return
        if filed.outcome != "duplicate":
            filed.item.tags.add(*map(tag_named, candidate.tags))
            read_later(item=filed.item)
        reason = "The library has the same text already." if filed.outcome == "duplicate" else ""
        _record(batch, row, Outcome(filed.outcome), reason=reason, item_id=filed.item.pk)


def find_row_here(batch: ImportBatch, row: ImportRow, *, item_id: int, reason: str) -> None:
    """Record that the library has it already: in `item_id`."""
    with transaction.atomic():
        if _is_still_waiting(row):
            _record(batch, row, Outcome.DUPLICATE, reason=reason, item_id=item_id)


def refuse_row(batch: ImportBatch, row: ImportRow, reason: str) -> None:
    """Record why the row is not taken. The fields of a line stay, so that the report can give them back."""
    with transaction.atomic():
        if _is_still_waiting(row):
            _record(batch, row, Outcome.REFUSED, reason=reason)


def _is_still_waiting(row: ImportRow) -> bool:
    return ImportRow.objects.select_for_update().waiting().filter(pk=row.pk).exists()


def _record(
    batch: ImportBatch, row: ImportRow, outcome: Outcome, *, reason: str = "", item_id: int | None = None
) -> None:
    row.outcome, row.reason, row.item_id, row.about = outcome, reason[:400], item_id, ""
    if not (outcome == Outcome.REFUSED and row.kind == ImportRow.Kind.FIELDS):
        row.data = None
    row.save(update_fields=["outcome", "reason", "item", "about", "data"])
    counter = _COUNTERS[outcome]
    now = timezone.now()
    ImportBatch.objects.filter(pk=batch.pk).update(**{counter: F(counter) + 1}, heartbeat=now)
