"""Keeping the words of pieces where the database can search in them. Whoever changes a piece calls `index_words`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from django.db import connection, transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from comparer.library.catalogue.models import Item
from comparer.library.finding.folding import words_of
from comparer.library.finding.models import ItemVector, ItemWords

AT_ONCE = 200
_VECTOR = (
    "UPDATE library_itemwords SET vector = setweight(to_tsvector('simple', %s), 'A')"
    " || setweight(to_tsvector('simple', %s), 'B') || to_tsvector('simple', %s) WHERE item_id = %s"
)


def index_words(pks: Iterable[int]) -> None:
    """Bring what is searched up to date for these items: title, outlet, text and day as they stand now.

    To be called in the transaction that changes them. An item without text is no longer found.
    """
    numbers = list(pks)
    for start in range(0, len(numbers), AT_ONCE):
        _index(numbers[start : start + AT_ONCE])


@transaction.atomic
def _index(pks: Sequence[int]) -> None:
    items = Item.objects.filter(pk__in=pks, current__isnull=False).select_related("outlet", "current")
    rows = [
        ItemWords(item=item, title=item.title, outlet=item.outlet.name if item.outlet else "", text=text_of(item))
        for item in items.only("title", "outlet__name", "current__raw", "current__reading")
    ]
    ItemWords.objects.filter(item__in=pks).delete()
    ItemWords.objects.bulk_create(rows)
    _follow_days(pks)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.executemany(_VECTOR, [(*map(_plain, (r.title, r.outlet, r.text)), r.pk) for r in rows])


def _follow_days(pks: Sequence[int]) -> None:
    """Let other coverage know of the days that were corrected."""
    same = Q(day=F("item__published")) | Q(day__isnull=True, item__published__isnull=True)
    day = Subquery(Item.objects.filter(pk=OuterRef("item_id")).values("published")[:1])
    ItemVector.objects.filter(item__in=pks).exclude(same).update(day=day, changed=timezone.now())


def text_of(item: Item) -> str:
    """Return the text of the current version: as the analysis cleaned it, else as it came."""
    if item.current is None:
        return ""
    return str(json.loads(item.current.reading)["text"]) if item.current.reading else item.current.raw


def _plain(text: str) -> str:
    return " ".join(words_of(text))
