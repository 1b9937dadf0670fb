"""What a trial of the whole library found: counts by outlet and collection, examples, and every mark as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Sum

from comparer.library.catalogue.models import Item
from comparer.library.lexicons.models import ChangedPiece, WholeTrial
from comparer.web.people import Person
from comparer.web.tables import write_lines

EXAMPLES, MARKS_OF_EXAMPLE, ROWS = 12, 3, 20
COLUMNS = ["mark", "kind", "before", "words", "after", "title", "outlet", "collection", "published", "piece"]
SAID = {"comes": "new", "goes": "no more"}


@dataclass(frozen=True, slots=True)
class Share:
    """One outlet or collection."""

    name: str
    pieces: int
    comes: int
    goes: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """`others`: how many outlets and collections have no row of their own, for their pieces are few."""

    pieces: int
    comes: int
    goes: int
    outlets: list[Share]
    collections: list[Share]
    examples: list[dict[str, Any]]
    other_outlets: int
    other_collections: int


def look_at_outcome(trial: WholeTrial, *, person: Person) -> Outcome:
    """Return what was found until now, of the pieces that this person may see at this moment."""
    changed = _changed(trial, person)
    sums = changed.aggregate(pieces=Count("pk"), comes=Sum("comes"), goes=Sum("goes"))
    outlets, collections = (_shares(changed, f"item__{name}__name") for name in ("outlet", "collection"))
    return Outcome(
        sums["pieces"],
        sums["comes"] or 0,
        sums["goes"] or 0,
        outlets[:ROWS],
        collections[:ROWS],
        [_example(piece) for piece in changed.select_related("item__outlet")[:EXAMPLES]],
        max(0, len(outlets) - ROWS),
        max(0, len(collections) - ROWS),
    )


def write_outcome(trial: WholeTrial, *, person: Person, site: str) -> Iterator[str]:
    """Return lines of CSV: one for each mark that comes or goes. `site` begins the pieces' addresses."""
    return write_lines(_lines(trial, person, site))


def _lines(trial: WholeTrial, person: Person, site: str) -> Iterator[list[str]]:
    yield COLUMNS
    pieces = _changed(trial, person).select_related("item__outlet", "item__collection")
    for piece in pieces.iterator(chunk_size=500):
        item = piece.item
        about = [
            item.title,
            item.outlet.name if item.outlet else "",
            item.collection.name,
            item.published.isoformat() if item.published else "",
            f"{site}{item.get_absolute_url()}",
        ]
        for way, said in SAID.items():
            for mark in piece.marks.get(way, ()):
                yield [said, *(mark[name] for name in ("kind", "before", "words", "after")), *about]
            if left := getattr(piece, way) - len(piece.marks.get(way, ())):
                yield [said, "", "", f"({left:,} more)", "", *about]


def _changed(trial: WholeTrial, person: Person) -> QuerySet[ChangedPiece]:
    return ChangedPiece.objects.filter(trial=trial, item__in=Item.objects.visible_to(person).order_by())


def _shares(changed: QuerySet[ChangedPiece], name: str) -> list[Share]:
    rows = changed.order_by().values_list(name).annotate(pieces=Count("pk"), comes=Sum("comes"), goes=Sum("goes"))
    return [Share(row[0] or "No outlet", *row[1:]) for row in rows.order_by("-pieces", name)]


def _example(piece: ChangedPiece) -> dict[str, Any]:
    marks = {way: piece.marks.get(way, [])[:MARKS_OF_EXAMPLE] for way in SAID}
    more = piece.comes + piece.goes - sum(map(len, marks.values()))
    return {"item": piece.item, "more": more, **marks}
