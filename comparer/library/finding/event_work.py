"""The work behind an event: every two of its pieces are compared, in the background, and the reports become one table."""

from __future__ import annotations

import logging
from datetime import timedelta
from itertools import combinations

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from comparer.analysis.compare import compare_readings
from comparer.analysis.report import Reading
from comparer.analysis.tools import load_tools
from comparer.library.catalogue.models import Item
from comparer.library.finding.event_table import EventTable
from comparer.library.finding.models import Event, EventState
from comparer.library.lexicons.live import live_words
from comparer.library.reading import read_once

log = logging.getLogger(__name__)


@task()
def work_out_event(pk: int) -> None:
    """Fill in the table of a waiting event; one that another worker has, or that is gone, is left alone."""
    waiting = Event.objects.live().filter(pk=pk, state=EventState.WAITING)
    if not waiting.update(state=EventState.WORKING, done=0, heartbeat=timezone.now()):
        return
    try:
        _work_out(Event.objects.get(pk=pk))
    except Exception:
        Event.objects.filter(pk=pk).update(state=EventState.FAILED)
        log.exception("Event %s could not be worked out.", pk)


@task()
def forget_event(pk: int) -> None:
    """Delete for good what is still deleted when its time for undoing is over."""
    over = timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)
    Event.objects.filter(pk=pk, deleted__lte=over).delete()


def _work_out(event: Event) -> None:
    items = list(in_order(event))
    readings = _read(items)
    table, pairs = EventTable(), []
    words = live_words()
    for left, right in combinations(range(len(items)), 2):
        report = compare_readings(readings[left], readings[right], lexicons=words.lexicons)
        pairs.append({"left": left, "right": right} | table.add(left, right, report))
        Event.objects.filter(pk=event.pk).update(done=F("done") + 1, heartbeat=timezone.now())
    columns = [{"item": item.pk, "article": item.current_id} for item in items]
    told = {"columns": columns, "rows": table.rows(), "only": table.only(), "pairs": pairs}
    Event.objects.filter(pk=event.pk).update(state=EventState.DONE, table=told, heartbeat=timezone.now())


def in_order(event: Event) -> list[Item]:
    """Return the pieces of an event that are still there, the earliest first."""
    items = event.items.live().filter(current__isnull=False).select_related("outlet", "collection", "current")
    return list(items.order_by(F("published").asc(nulls_last=True), "pk"))


def _read(items: list[Item]) -> list[Reading]:
    tools, words = load_tools(), live_words()
    return [read_once(item.current, tools=tools, words=words) for item in items if item.current]
