"""Other coverage: for a piece, those that most likely tell of the same event.

Scores are exact. Where PostgreSQL has pgvector, the pieces nearest in meaning are scored; elsewhere the whole library
is, held in memory: 10,000 pieces take some 20 MB and milliseconds, but all are read again when one has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log
from typing import Literal, NamedTuple

import numpy as np
from django.db.models import Count, Max, Min, QuerySet

from comparer.library.catalogue.models import Item
from comparer.library.finding.models import ItemVector
from comparer.library.finding.nearest import WIDTH, nearest
from comparer.library.finding.scoring import Background, Row, Shelf
from comparer.web.people import Person

SURE, POSSIBLE = 1.0, 0.6
"""On ECB+ half of the pieces of one event score 1.4 and more, 95 of 100 more than .8; of two events one pair in 100 scores .6 and more."""
LOOKED_AT = 200
"""So many of the best are looked up, for a person may not see all of them."""


GROWN = 1.05
"""What a library has in common is worked out again when it has grown so much; the candidates themselves are read anew."""


@dataclass(frozen=True, slots=True)
class Coverage:
    item: Item
    sureness: Literal["likely", "possible"]
    days_apart: int | None
    """Days after the piece in question; None where either day is not known."""
    is_copy: bool
    """Nearly the same text: of one family."""


class _Stamp(NamedTuple):
    pieces: int
    changed: str


def other_coverage(item: Item, *, person: Person, most: int = 8) -> list[Coverage]:
    """Return what this person may see of the same event, the likeliest first; empty where the item is not read yet."""
    shelf = shelf_for(item.pk)
    if shelf is None or item.pk not in shelf.place:
        return []
    scores = shelf.scores(item.pk)
    best = [int(at) for at in np.argsort(-scores)[:LOOKED_AT] if scores[at] >= POSSIBLE and shelf.pks[at] != item.pk]
    found = Item.objects.visible_to(person).for_list().select_related("vector").in_bulk(map(int, shelf.pks[best]))
    family = ItemVector.objects.filter(item=item).values_list("family", flat=True).first()
    told = ((found[int(shelf.pks[at])], float(scores[at])) for at in best if int(shelf.pks[at]) in found)
    return [_coverage(other, score, item, family) for other, score in list(told)[:most]]


def _coverage(other: Item, score: float, item: Item, family: int | None) -> Coverage:
    return Coverage(
        other,
        "likely" if score >= SURE else "possible",
        (other.published - item.published).days if other.published and item.published else None,
        is_copy=family is not None and other.vector.family_id == family,
    )


def shelf_for(pk: int) -> Shelf | None:
    """Return what the piece is scored among; None where the library holds nothing that was read."""
    candidates = nearest(pk)
    if candidates is None:
        return _load(stamp) if (stamp := _stamp()).pieces else None
    return Shelf(list(_rows(ItemVector.objects.filter(pk__in=candidates))), _background(_size()))


def _stamp() -> _Stamp:
    told = ItemVector.objects.aggregate(pieces=Count("pk"), changed=Max("changed"))
    return _Stamp(told["pieces"], str(told["changed"]))


def _size() -> tuple[int, int]:
    """Return what is equal for states of one library that differ little in size, without counting it."""
    told = ItemVector.objects.aggregate(first=Min("pk"), last=Max("pk"))
    return told["first"], int(log(told["last"] - told["first"] + 1) / log(GROWN))


@lru_cache(maxsize=1)
def _load(_as_of: _Stamp) -> Shelf:
    return Shelf(list(_rows(ItemVector.objects.all())))


@lru_cache(maxsize=1)
def _background(_size: tuple[int, int]) -> Background:
    # Rows of another width would have no part in the mean.
    return Background.of(
        row for row in _rows(ItemVector.objects.all()) if len(row.whole) == len(row.title) == 2 * WIDTH
    )


def _rows(vectors: QuerySet[ItemVector]) -> Iterator[Row]:
    columns = ("pk", "whole", "title", "terms", "day")
    for pk, whole, title, terms, day in vectors.order_by("pk").values_list(*columns).iterator():
        yield Row(pk, bytes(whole), bytes(title), bytes(terms), _days(day))


def _days(day: date | None) -> int | None:
    return day.toordinal() if day else None
