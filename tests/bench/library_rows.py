"""A library of any size for the measurements: pieces with words as often as in real texts, and all that grows with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.db.models import Value
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from comparer.analysis.compare import ENGINE
from comparer.library.catalogue.models import Collection, Item, ItemState, Outlet, Tag
from comparer.library.finding.models import ItemVector
from comparer.library.finding.traits import SKETCH_SIZE
from comparer.library.importing.models import ImportBatch, ImportRow, Outcome
from comparer.library.keeping.models import Act, Deed
from comparer.library.models import Article

WORDS, OUTLETS, TAGS, LENGTH, TERMS = 30_000, 120, 200, 450, 170
READING_BYTES = 40_000
"""Rows as long as real ones: a table of short rows would be walked through far more quickly."""
AT_ONCE = 500
BINNED_EVERY = 40
TELLS = " The ferry Alda ran aground off Orsa on Monday with 40 people on board, the coastguard said."


def word(number: int) -> str:
    """Return an invented word of its own for each number."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    letters = []
    number += len(syllables)
    while number:
        number, rest = divmod(number, len(syllables))
        letters.append(syllables[rest])
    return "".join(letters)


def fill(pieces: int) -> list[int]:
    """Make the pieces, with vectors at random. Return their numbers."""
    chance = np.random.default_rng(7)
    collection = Collection.objects.create(name="Bench")
    outlets = Outlet.objects.bulk_create(Outlet(name=f"Outlet {number}") for number in range(OUTLETS))
    words = np.array([word(number) for number in range(WORDS)])
    often = 1 / np.arange(1, WORDS + 1) ** 0.9
    texts = [" ".join(chance.choice(words, LENGTH, p=often / often.sum())) + TELLS for _ in range(pieces)]
    items = Item.objects.bulk_create(
        Item(
            collection=collection,
            outlet=outlets[number % OUTLETS],
            title=text[:70],
            published=date(2028, 1, 1) + timedelta(days=number % 1500),
            state=ItemState.READ,
            language="en",
        )
        for number, text in enumerate(texts)
    )
    articles = Article.objects.bulk_create(
        Article(item=item, number=1, raw=text, headline=item.title, fingerprint=str(number))
        for number, (item, text) in enumerate(zip(items, texts, strict=True))
    )
    for item, article in zip(items, articles, strict=True):
        item.current = article
    Item.objects.bulk_update(items, ["current"], batch_size=AT_ONCE)
    ItemVector.objects.bulk_create((vector(item, chance) for item in items), batch_size=AT_ONCE)
    return [item.pk for item in items]


def vector(item: Item, chance: np.random.Generator) -> ItemVector:
    """Return traits of a usual size; some pieces are near each other."""
    rows = chance.normal(size=(2, 384)).astype("<f2")
    terms = np.unique(chance.zipf(1.3, TERMS) % 60_000).astype("<u4")
    sketch = chance.integers(0, 1 << 32, SKETCH_SIZE, dtype=np.uint32).astype("<u4")
    blobs = {"whole": rows[0], "title": rows[1], "terms": terms, "sketch": sketch}
    return ItemVector(item=item, day=item.published, **{name: blob.tobytes() for name, blob in blobs.items()})


def grow_old(pks: Sequence[int]) -> ImportBatch:
    """Give the pieces what gathers around them: readings, history, topics, a bin, jobs, deeds and the import they came by."""
    Article.objects.update(reading=Value("x" * READING_BYTES), engine=ENGINE)
    Article.objects.filter(pk__in=Article.objects.order_by("pk").values("pk")[: len(pks) // 10]).update(engine="0.0.1")
    _write_history(pks)
    tags = Tag.objects.bulk_create(Tag(name=f"topic {number}") for number in range(TAGS))
    through: Any = Item.tags.through
    through.objects.bulk_create(
        (through(item_id=pk, tag=tags[(pk + at) % TAGS]) for pk in pks for at in (0, 7)), batch_size=AT_ONCE
    )
    Item.objects.filter(pk__in=pks[::BINNED_EVERY]).update(binned=timezone.now())
    _queue_jobs(pks)
    Deed.objects.bulk_create(
        (Deed(act=Act.EXPORTED, about=f"{number} of pieces", by_name="ana") for number in range(len(pks) // 5)),
        batch_size=AT_ONCE,
    )
    return _import(pks)


def _write_history(pks: Sequence[int]) -> None:
    history: Any = Item.history
    history.bulk_history_create(list(Item.objects.filter(pk__gte=pks[0])), batch_size=AT_ONCE)


def _queue_jobs(pks: Sequence[int]) -> None:
    """Two finished jobs for each piece, a tenth waiting, a few that failed."""
    now = timezone.now()
    states = [TaskResultStatus.SUCCESSFUL] * (2 * len(pks)) + [TaskResultStatus.READY] * (len(pks) // 10)
    states += [TaskResultStatus.FAILED] * 20
    DBTaskResult.objects.bulk_create(
        (
            DBTaskResult(
                status=state,
                task_path="comparer.library.catalogue.tasks.read_item",
                args_kwargs={"args": [number], "kwargs": {}},
                priority=-10,
                backend_name="default",
                run_after=now,
                enqueued_at=now,
                started_at=now,
                finished_at=now,
                traceback="RuntimeError: the lamp went out",
            )
            for number, state in enumerate(states)
        ),
        batch_size=AT_ONCE,
    )


def _import(pks: Sequence[int]) -> ImportBatch:
    batch = ImportBatch.objects.create(
        collection=Collection.objects.get(name="Bench"), total=len(pks), added=len(pks), finished=timezone.now()
    )
    ImportRow.objects.bulk_create(
        (
            ImportRow(batch=batch, name=f"all.csv: line {pk}", kind="fields", outcome=Outcome.ADDED, item_id=pk)
            for pk in pks
        ),
        batch_size=AT_ONCE,
    )
    return batch
