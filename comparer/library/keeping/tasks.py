"""What the workers do for the library by themselves."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from comparer.analysis.compare import ENGINE
from comparer.library.catalogue.models import Item
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.catalogue.tasks import read_item
from comparer.library.keeping.tidying import tidy_library
from comparer.library.lexicons.live import live_number
from comparer.library.models import Article

A_DAY = timedelta(days=1)
LAST = -100
"""Priority of what nobody waits for."""
AT_A_TIME = 200


@task(priority=LAST)
def tidy_daily() -> None:
    """Tidy the library now, and again tomorrow."""
    tidy_library()
    tidy_daily.using(run_after=timezone.now() + A_DAY).enqueue()


def have_tidied_daily() -> None:
    """Begin the daily round, unless it waits in the queue already."""
    waiting = DBTaskResult.objects.filter(task_path=tidy_daily.module_path, status=TaskResultStatus.READY)
    if not waiting.exists():
        tidy_daily.enqueue()


def outdated_items() -> ItemQuerySet:
    """Pieces that were read by another version of the analysis or with other word lists."""
    number = live_number()
    # In ranges, for an index answers them: the rows themselves hold whole texts.
    of_another = Q(engine__gt="", engine__lt=ENGINE) | Q(engine__gt=ENGINE)
    with_other_words = Q(engine=ENGINE, words__lt=number) | Q(engine=ENGINE, words__gt=number)
    older = Article.objects.filter(of_another | with_other_words, item__isnull=False, taken_down__isnull=True)
    return Item.objects.live().filter(current__in=older.values("pk"))


@task(priority=LAST)
def reread_outdated(after: int = 0) -> None:
    """Queue the next pieces that another version has read, those with a key above `after`, and go on until none is left."""
    keys = list(outdated_items().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:AT_A_TIME])
    for key in keys:
        read_item.enqueue(key)
    if len(keys) == AT_A_TIME:
        reread_outdated.enqueue(keys[-1])
