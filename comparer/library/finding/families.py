"""Near duplicates: pieces whose texts are nearly the same belong to one family."""

from __future__ import annotations

import numpy as np
from django.db import transaction

from comparer.analysis.report import Reading
from comparer.library.catalogue.models import Item
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.finding.models import Family, ItemVector
from comparer.library.finding.nearest import keep_near
from comparer.library.finding.traits import alike, traits_of
from comparer.web.people import Person

LEAST_SHARED = 0.4
"""Share of runs of five words, of all that either has. In ECB+, odd topics, no two pieces of two events share so many."""


def keep_traits(*, item: Item, reading: Reading) -> None:
    """Store what the reading of the item tells, and put the item into one family with its near duplicates.

    Nothing is stored of an item that was taken down or deleted since it was read.
    """
    traits = traits_of(reading)
    near = _near(item.pk, traits.sketch)
    with transaction.atomic():
        if not Item.objects.select_for_update().filter(pk=item.pk, taken_down__isnull=True).exists():
            return
        columns = {"whole": traits.whole, "title": traits.title, "terms": traits.terms, "sketch": traits.sketch}
        told = columns | {"day": item.published, "family": _family_of(near)}
        ItemVector.objects.update_or_create(item=item, defaults=told)
        keep_near(pk=item.pk, whole=traits.whole)


def near_duplicates(item: Item, *, person: Person) -> ItemQuerySet:
    """Return the other pieces of its family that this person may see."""
    family = ItemVector.objects.filter(item=item, family__isnull=False).values("family")
    return Item.objects.visible_to(person).for_list().filter(vector__family__in=family).exclude(pk=item.pk)


def _near(pk: int, mine: bytes) -> list[int]:
    rows = list(ItemVector.objects.exclude(pk=pk).order_by("pk").values_list("pk", "sketch"))
    if not rows:
        return []
    table = np.frombuffer(b"".join(bytes(row) for _, row in rows), dtype="<u4").reshape(len(rows), -1)
    shares = alike(np.frombuffer(mine, dtype="<u4"), table)
    best = np.argsort(-shares)
    return [rows[int(at)][0] for at in best if shares[at] >= LEAST_SHARED]


def _family_of(near: list[int]) -> Family | None:
    if not near:
        return None
    others = ItemVector.objects.filter(item__in=near)
    families = list(Family.objects.filter(members__in=others).distinct().order_by("pk"))
    family = families[0] if families else Family.objects.create()
    # Whoever is like members of two families shows that they are one.
    ItemVector.objects.filter(family__in=families[1:]).update(family=family)
    Family.objects.filter(pk__in=[other.pk for other in families[1:]]).delete()
    others.filter(family__isnull=True).update(family=family)
    return family
