"""Other coverage: for a piece, those that most likely tell of the same event.

Scores are exact, over the whole library held in memory: 10,000 pieces take some 20 MB and milliseconds, which is why
PostgreSQL needs no extension for vectors here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from django.db.models import Count, Max

from comparer.library.catalogue.models import Item
from comparer.library.finding.models import ItemVector
from comparer.library.finding.scoring import Row, Shelf
from comparer.web.people import Person

SURE, POSSIBLE = 1.0, 0.6
"""On ECB+ half of the pieces of one event score 1.4 and more, 95 of 100 more than .8; of two events one pair in 100 scores .6 and more."""
LOOKED_AT = 200
"""So many of the best are looked up, for a person may not see all of them."""


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
    stamp = _stamp()
    if not stamp.pieces or item.pk not in (shelf := _load(stamp)).place:
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


def _stamp() -> _Stamp:
    told = ItemVector.objects.aggregate(pieces=Count("pk"), changed=Max("changed"))
    return _Stamp(told["pieces"], str(told["changed"]))


@lru_cache(maxsize=1)
def _load(_as_of: _Stamp) -> Shelf:
    return Shelf(list(_rows()))


def _rows() -> Iterator[Row]:
    columns = ("pk", "whole", "title", "terms", "day")
    for pk, whole, title, terms, day in ItemVector.objects.order_by("pk").values_list(*columns).iterator():
        yield Row(pk, bytes(whole), bytes(title), bytes(terms), _days(day))


def _days(day: date | None) -> int | None:
    return day.toordinal() if day else None
