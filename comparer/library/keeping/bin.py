"""Deleting pieces so that they can be brought back, and emptying the bin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from comparer.library.catalogue.models import Collection, Item
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import Doer, note_pieces
from comparer.library.models import Article

AT_A_TIME = 200
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """Numbers of pieces. `refused` are those whose address another piece of their collection has taken since."""

    items: tuple[int, ...]
    refused: tuple[int, ...]


@transaction.atomic
def bin_items(*, items: ItemQuerySet, by: Doer = None, note: str = "") -> int:
    """Put live pieces into the bin. Return how many."""
    pks = list(items.live().order_by("pk").values_list("pk", flat=True))
    if not pks:
        return 0
    now = timezone.now()
    for some in in_parts(pks):
        Item.objects.filter(pk__in=some).update(binned=now, changed=now)
    note_pieces(act=Act.BINNED, pks=pks, by=by, note=note)
    return len(pks)


@transaction.atomic
def restore_items(*, items: ItemQuerySet, by: Doer = None) -> BroughtBack:
    """Bring pieces back from the bin, each to where it lay."""
    found = list(items.in_bin().order_by("pk").values_list("pk", "collection_id", "address"))
    taken = taken_addresses(found)
    back: list[int] = []
    refused: list[int] = []
    for pk, collection_id, address in found:
        place = (collection_id, address)
        (refused if address and place in taken else back).append(pk)
        taken.add(place)
    for some in in_parts(back):
        Item.objects.filter(pk__in=some).update(binned=None, changed=timezone.now())
    if back:
        note_pieces(act=Act.RESTORED, pks=back, by=by)
    return BroughtBack(tuple(back), tuple(refused))


def taken_addresses(places: Iterable[tuple[int, int, str]]) -> set[tuple[int, str]]:
    """Return (collection, address) of those of `places` (number, collection, address) at which a piece lies now."""
    wanted = [(collection, address) for _, collection, address in places if address]
    taken: set[tuple[int, str]] = set()
    for some in in_parts(wanted):
        there = Item.objects.filter(
            binned__isnull=True, collection__in={place for place, _ in some}, address__in={said for _, said in some}
        )
        taken |= set(there.values_list("collection_id", "address"))
    return taken


def apply_retention(*, now: datetime) -> int:
    """Put into the bin what has lain in its collection for longer than the collection keeps things."""
    binned = 0
    for collection in Collection.objects.filter(keep_days__isnull=False):
        over = now - timedelta(days=collection.keep_days or 0)
        old = Item.objects.filter(collection=collection, created__lt=over)
        binned += bin_items(items=old, note=f"“{collection}” keeps pieces for {collection.keep_days} days")
    return binned


def empty_bin(*, binned_before: datetime) -> int:
    """Delete for good what has been in the bin since before that moment. Return how many.

    A piece that somebody's comparison still shows stays in the bin, unseen, until that comparison is gone.
    """
    held = Article.objects.filter(item__isnull=False).exclude(as_left__isnull=True, as_right__isnull=True)
    old = Item.objects.in_bin().filter(binned__lt=binned_before).exclude(pk__in=held.values("item"))
    gone = 0
    while some := list(old.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME]):
        with transaction.atomic():
            note_pieces(act=Act.FORGOTTEN, pks=some, note="The time in the bin was over")
            Item.objects.filter(pk__in=some).delete()
        gone += len(some)
    return gone


def goes_for_good(item: Item) -> datetime | None:
    """Return when the bin lets go of the piece; None where it is not in the bin."""
    return item.binned + timedelta(days=settings.COMPARER_BIN_DAYS) if item.binned else None


def in_parts(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Return the rows in parts of no more than SQLite takes as values in one question."""
    return [rows[start : start + AT_A_TIME] for start in range(0, len(rows), AT_A_TIME)]
