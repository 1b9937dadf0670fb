"""Reading the pieces of the library in the background."""

from __future__ import annotations

import logging

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from comparer.analysis.tools import load_tools
from comparer.library.catalogue.models import Item, ItemState
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
    Item.objects.filter(pk=pk).update(
        state=ItemState.READ,
        trouble="",
        title=item.current.headline if not item.current.title else item.title,
        language=item.language or reading.language or "",
        published=item.published or (reading.published or "")[:10] or None,
        changed=timezone.now(),
    )


def read_later(*, item: Item) -> None:
    """Have the item read once the transaction holds."""
    transaction.on_commit(lambda: read_item.enqueue(item.pk))
