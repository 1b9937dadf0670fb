"""Signs of life while a worker is busy with one comparison."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from comparer.comparisons.models import Comparison
from comparer.comparisons.states import State

log = logging.getLogger(__name__)


@contextmanager
def beating(comparison: Comparison, *, when_lost: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Renew the row's heartbeat until the block ends, so that only a dead worker falls silent.

    A long step says nothing by itself; the beats come from a thread of their own.
    It calls `when_lost` once the row is deleted or another run has it.
    """
    over = threading.Event()
    thread = threading.Thread(target=_beat, args=(comparison.pk, comparison.attempts, over, when_lost), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat(pk: int, attempt: int, over: threading.Event, when_lost: Callable[[], None]) -> None:
    mine = Comparison.objects.live().filter(pk=pk, attempts=attempt, state=State.RUNNING)
    try:
        while not over.wait(settings.COMPARER_HEARTBEAT_SECONDS):
            try:
                if not mine.update(heartbeat=timezone.now()):
                    when_lost()
                    return
            except DatabaseError:
                # A beat that is missed is made up by the next; the work itself goes on.
                log.warning("No heartbeat could be written for comparison %s.", pk, exc_info=True)
                connection.close()
    finally:
        connection.close()
