"""Reading the pieces of the library in the background."""

from __future__ import annotations

import logging

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from comparer.analysis.tools import load_tools
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
    # A title that a person has corrected stays.
    title_was_found = not item.current.title and item.title == item.current.headline
    try:
        reading = read_once(item.current, tools=load_tools())
    except Exception:
        Item.objects.filter(pk=pk).update(state=ItemState.FAILED, trouble=_TROUBLE, changed=timezone.now())
        log.exception("Item %s could not be read.", pk)
        return
    Item.objects.filter(pk=pk).update(
        state=ItemState.READ,
        trouble="",
        title=item.current.headline if title_was_found else item.title,
        language=item.language or reading.language or "",
        published=item.published or (reading.published or "")[:10] or None,
        changed=timezone.now(),
    )
    index_words([pk])
    item.refresh_from_db(fields=["published"])
    keep_traits(item=item, reading=reading)


def read_later(*, item: Item) -> None:
    """Have the item read once the transaction holds."""
    transaction.on_commit(lambda: read_item.enqueue(item.pk))
