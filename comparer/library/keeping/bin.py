"""Deleting pieces so that they can be brought back, and emptying the bin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.utils import timezone

from comparer.library.catalogue.models import Collection, Item
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed, say_pieces
from comparer.library.models import Article

AT_A_TIME = 200
Doer = AbstractBaseUser | AnonymousUser | None


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """`refused` are those whose address another piece of their collection has taken since."""

    items: tuple[Item, ...]
    refused: tuple[Item, ...]


@transaction.atomic
def bin_items(*, items: ItemQuerySet, by: Doer = None, note: str = "") -> int:
    """Put live pieces into the bin. Return how many."""
    found = list(items.live().order_by("pk"))
    if not found:
        return 0
    now = timezone.now()
    for some in _in_parts([item.pk for item in found]):
        Item.objects.filter(pk__in=some).update(binned=now, changed=now)
    note_deed(act=Act.BINNED, about=say_pieces(found), by=by, note=note)
    return len(found)


@transaction.atomic
def restore_items(*, items: ItemQuerySet, by: Doer = None) -> BroughtBack:
    """Bring pieces back from the bin, each to where it lay."""
    back, refused = [], []
    for item in items.in_bin().order_by("pk"):
        same = Item.objects.filter(collection=item.collection_id, address=item.address, binned__isnull=True)
        if item.address and same.exists():
            refused.append(item)
            continue
        Item.objects.filter(pk=item.pk).update(binned=None, changed=timezone.now())
        back.append(item)
    if back:
        note_deed(act=Act.RESTORED, about=say_pieces(back), by=by)
    return BroughtBack(tuple(back), tuple(refused))


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
    while some := list(old.order_by("pk")[:AT_A_TIME]):
        with transaction.atomic():
            note_deed(act=Act.FORGOTTEN, about=say_pieces(some), note="The time in the bin was over")
            Item.objects.filter(pk__in=[item.pk for item in some]).delete()
        gone += len(some)
    return gone


def goes_for_good(item: Item) -> datetime | None:
    """Return when the bin lets go of the piece; None where it is not in the bin."""
    return item.binned + timedelta(days=settings.COMPARER_BIN_DAYS) if item.binned else None


def _in_parts(keys: Sequence[int]) -> list[Sequence[int]]:
    """SQLite takes only so many values in one question."""
    return [keys[start : start + AT_A_TIME] for start in range(0, len(keys), AT_A_TIME)]
