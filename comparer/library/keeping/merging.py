"""Two outlets that are one."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from comparer.library.catalogue.models import Item, Outlet, OutletDomain, OutletRating
from comparer.library.finding.indexing import index_words
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed


@transaction.atomic
def merge_outlets(*, kept: Outlet, others: QuerySet[Outlet], by: AbstractBaseUser | AnonymousUser | None) -> int:
    """Give pieces, domains and ratings of the others to `kept`, and delete them. Return how many pieces moved.

    What `kept` does not know of itself (country, owner, language) it takes from the first that does.
    """
    merged = list(others.exclude(pk=kept.pk).order_by("pk"))
    keys = [outlet.pk for outlet in merged]
    moved = Item.objects.filter(outlet__in=keys).update(outlet=kept, changed=timezone.now())
    OutletDomain.objects.filter(outlet__in=keys).update(outlet=kept)
    OutletRating.objects.filter(outlet__in=keys).update(outlet=kept)
    for column in ("country", "owned_by", "language"):
        if not getattr(kept, column):
            setattr(kept, column, next((told for one in merged if (told := getattr(one, column))), ""))
    kept.notes = "\n".join(filter(None, [kept.notes, *(one.notes for one in merged)]))
    kept.save()
    index_words(kept.items.values_list("pk", flat=True))
    Outlet.objects.filter(pk__in=keys).delete()
    names = ", ".join(f"“{one}”" for one in merged)
    note_deed(act=Act.MERGED, about=f"{names} into “{kept}”", by=by, note=f"{moved} pieces moved")
    return moved
