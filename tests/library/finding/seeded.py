"""A library of invented numbers: pieces by event, events by topic, each with vectors, names and days, and no text."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from django.db import connection

from comparer.library.catalogue.models import Item, ItemState
from comparer.library.finding.models import ItemVector
from comparer.library.finding.nearest import WIDTH
from comparer.library.finding.traits import NAME_BIT, SKETCH_SIZE
from tests.library.catalogue.making import make_collection

PIECES_OF_EVENT, EVENTS_OF_TOPIC = 5, 20
ALL_NEWS, TOPIC, EVENT, OWN = 1.0, 0.6, 0.45, 0.5
"""How much of a piece's vector is common to all news, to its topic, to its event, and its own."""
COMMON_WORDS, EVENT_NAMES = 120, 8


def seed_library(pieces: int, *, seed: int = 11) -> list[int]:
    """Make that many pieces, five of each event. Return their numbers, those of an event side by side."""
    chance = np.random.default_rng(seed)
    collection = make_collection()
    items = Item.objects.bulk_create(
        Item(collection=collection, title=f"Piece {number}", state=ItemState.READ, published=_day(number))
        for number in range(pieces)
    )
    common = chance.normal(size=WIDTH)
    topics = chance.normal(size=(pieces // PIECES_OF_EVENT // EVENTS_OF_TOPIC + 1, WIDTH))
    events = chance.normal(size=(pieces // PIECES_OF_EVENT + 1, WIDTH))
    vectors = []
    for number, item in enumerate(items):
        event = number // PIECES_OF_EVENT
        shared = ALL_NEWS * common + TOPIC * topics[event // EVENTS_OF_TOPIC] + EVENT * events[event]
        whole, title = (_unit(shared + OWN * chance.normal(size=WIDTH)) for _ in range(2))
        sketch = chance.integers(1, 1 << 32, SKETCH_SIZE, dtype=np.uint32).astype("<u4")
        blobs = {"whole": whole, "title": title, "terms": _terms(event, chance), "sketch": sketch}
        vectors.append(
            ItemVector(item=item, day=item.published, **{name: blob.tobytes() for name, blob in blobs.items()})
        )
    ItemVector.objects.bulk_create(vectors, batch_size=500)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # while one waits, a test's transaction can add no column
    return [item.pk for item in items]


def _day(number: int) -> date:
    return date(2030, 1, 1) + timedelta(days=(number // PIECES_OF_EVENT * 7) % 900 + number % 3)


def _unit(vector: np.ndarray) -> np.ndarray:
    unit: np.ndarray = (vector / np.linalg.norm(vector)).astype("<f2")
    return unit


def _terms(event: int, chance: np.random.Generator) -> np.ndarray:
    """Words as often as in real texts, and most of the names of the event."""
    words = chance.zipf(1.3, COMMON_WORDS) % 60_000
    names = NAME_BIT + event * EVENT_NAMES + chance.choice(EVENT_NAMES, EVENT_NAMES - 2, replace=False)
    return np.unique(np.concatenate([words, names]).astype("<u4"))
