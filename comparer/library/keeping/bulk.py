"""One act on many pieces."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from comparer.library.catalogue.models import Collection, Item, Tag
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.catalogue.tasks import read_all_later
from comparer.library.keeping.bin import in_parts, taken_addresses
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import Doer, note_pieces
from comparer.library.lexicons.live import engine_now
from comparer.library.models import Article


@dataclass(frozen=True, slots=True)
class Moved:
    """`refused` stayed: the other collection has a piece with their address."""

    moved: int
    refused: int


@transaction.atomic
def reread_items(*, items: ItemQuerySet, by: Doer) -> int:
    """Have the current versions read again in the background, whatever read them before. Return how many."""
    pks = list(items.live().filter(current__isnull=False).order_by("pk").values_list("pk", flat=True))
    for some in in_parts(pks):
        # A reading that names no version of the analysis is read again.
        Article.objects.filter(current_of__in=some).update(engine="")
        read_all_later(pks=list(some))
    if pks:
        note_pieces(act=Act.REREAD, pks=pks, by=by, note=f"with {engine_now()}")
    return len(pks)


@transaction.atomic
def tag_items(*, items: ItemQuerySet, tag: Tag, by: Doer) -> int:
    """Put the tag on those that do not have it. Return how many."""
    pks = list(items.exclude(tags=tag).order_by("pk").values_list("pk", flat=True))
    for some in in_parts(pks):
        tag.items.add(*some)
    if pks:
        note_pieces(act=Act.TAGGED, pks=pks, by=by, note=f"“{tag}”")
    return len(pks)


@transaction.atomic
def move_items(*, items: ItemQuerySet, collection: Collection, by: Doer) -> Moved:
    """Move pieces to the collection; those whose address it has already stay, and of two with one address the second."""
    found = items.exclude(collection=collection).order_by("pk").values_list("pk", "address", "binned")
    places = [(pk, collection.pk, "" if binned else address) for pk, address, binned in found]
    taken = taken_addresses(places)
    moved: list[int] = []
    for pk, to, address in places:
        if not address or (to, address) not in taken:
            moved.append(pk)
            taken.add((to, address))
    for some in in_parts(moved):
        Item.objects.filter(pk__in=some).update(collection=collection, changed=timezone.now())
    if moved:
        note_pieces(act=Act.MOVED, pks=moved, by=by, note=f"to “{collection}”")
    return Moved(len(moved), len(places) - len(moved))
