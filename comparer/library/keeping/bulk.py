"""One act on many pieces."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from comparer.library.catalogue.models import Collection, Item, Tag
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.catalogue.tasks import read_later
from comparer.library.keeping.bin import Doer
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed, say_pieces
from comparer.library.lexicons.live import engine_now


@dataclass(frozen=True, slots=True)
class Moved:
    """`refused` stayed: the other collection has a piece with their address."""

    moved: int
    refused: int


@transaction.atomic
def reread_items(*, items: ItemQuerySet, by: Doer) -> int:
    """Have the current versions read again in the background, whatever read them before. Return how many."""
    found = list(items.live().filter(current__isnull=False))
    for item in found:
        # A reading that names no version of the analysis is read again.
        item.versions.filter(current_of=item).update(engine="")
        read_later(item=item)
    if found:
        note_deed(act=Act.REREAD, about=say_pieces(found), by=by, note=f"with {engine_now()}")
    return len(found)


@transaction.atomic
def tag_items(*, items: ItemQuerySet, tag: Tag, by: Doer) -> int:
    """Put the tag on those that do not have it. Return how many."""
    found = list(items.exclude(tags=tag))
    tag.items.add(*found)
    if found:
        note_deed(act=Act.TAGGED, about=say_pieces(found), by=by, note=f"“{tag}”")
    return len(found)


@transaction.atomic
def move_items(*, items: ItemQuerySet, collection: Collection, by: Doer) -> Moved:
    """Move pieces to the collection; those whose address it has already stay."""
    moved, refused = [], 0
    for item in items.exclude(collection=collection).order_by("pk"):
        same = Item.objects.filter(collection=collection, address=item.address, binned__isnull=True)
        if item.address and not item.binned and same.exists():
            refused += 1
            continue
        Item.objects.filter(pk=item.pk).update(collection=collection, changed=timezone.now())
        moved.append(item)
    if moved:
        note_deed(act=Act.MOVED, about=say_pieces(moved), by=by, note=f"to “{collection}”")
    return Moved(len(moved), refused)
