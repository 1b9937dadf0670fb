"""Reading the pieces of the library in the background."""

from __future__ import annotations

import logging
from datetime import date

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from comparer.analysis.report import Reading
from comparer.analysis.tools import load_tools
from comparer.library.catalogue.filing import follow_title
from comparer.library.catalogue.models import Item, ItemState
from comparer.library.finding.families import keep_traits
from comparer.library.finding.indexing import index_words
from comparer.library.reading import read_once

log = logging.getLogger(__name__)

BEHIND_OTHERS = -10
"""Priority: a person who waits for a comparison goes before the library."""
_TROUBLE = "The analysis could not read this piece. Try again, or look at its text."


@task(priority=BEHIND_OTHERS)
def read_item(pk: int) -> None:
    """Read the current version of the item and fill in what its text tells: language, day, title where none was given."""
    item = Item.objects.select_related("current").filter(pk=pk, taken_down__isnull=True).first()
    if item is None or item.current is None:
        return
    try:
        reading = read_once(item.current, tools=load_tools())
    except Exception:
        Item.objects.filter(pk=pk).update(state=ItemState.FAILED, trouble=_TROUBLE, changed=timezone.now())
        log.exception("Item %s could not be read.", pk)
        return
    item = _fill_in(pk, reading, headline="" if item.current.title else item.current.headline)
    if item is not None:
        keep_traits(item=item, reading=reading)


@transaction.atomic
def _fill_in(pk: int, reading: Reading, *, headline: str) -> Item | None:
    """Write what the text told to the row as it stands now: people may have edited it meanwhile, or taken it down."""
    item = Item.objects.select_for_update().filter(pk=pk, taken_down__isnull=True).first()
    if item is None:
        return None
    if headline:
        follow_title(item, headline, why="its headline was found in its text")
    item.state, item.trouble = ItemState.READ, ""
    item.language = item.language or (reading.language or "")[:8]
    item.published = item.published or _day(reading)
    columns = ["state", "trouble", "language", "published", "changed"]
    item.save_without_historical_record(update_fields=columns)  # type: ignore[attr-defined]
    index_words([pk])
    return item


def _day(reading: Reading) -> date | None:
    return date.fromisoformat(reading.published[:10]) if reading.published else None


@task(priority=BEHIND_OTHERS)
def read_items(pks: list[int]) -> None:
    """Queue each of these pieces to be read, so that whoever asked for thousands did not wait for it."""
    for pk in pks:
        read_item.enqueue(pk)


def read_all_later(*, pks: list[int]) -> None:
    """Have the items read once the transaction holds."""
    transaction.on_commit(lambda: read_items.enqueue(pks))


def read_later(*, item: Item) -> None:
    """Have the item read once the transaction holds."""
    transaction.on_commit(lambda: read_item.enqueue(item.pk))
