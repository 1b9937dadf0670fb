"""The daily round: what has lain too long goes to the bin, what was in the bin too long goes for good.

Finished jobs go, too, and what became of each line of an import.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from comparer.library.importing.forgetting import forget_imports
from comparer.library.keeping.bin import apply_retention, empty_bin
from comparer.library.keeping.models import Worker

FORGET_WORKERS_AFTER = timedelta(days=7)
FORGET_JOBS_AFTER = timedelta(days=1)
FORGET_FAILED_JOBS_AFTER = timedelta(days=90)
JOBS_AT_A_TIME = 1000


@dataclass(frozen=True, slots=True)
class Tidied:
    binned: int
    emptied: int
    imports: int
    """Of which it is no longer known what became of each line."""


def tidy_library() -> Tidied:
    """Apply the collections' times to keep and empty the bin. May run at any time and as often as one likes."""
    now = timezone.now()
    Worker.objects.filter(seen__lt=now - FORGET_WORKERS_AFTER).delete()
    emptied = empty_bin(binned_before=now - timedelta(days=settings.COMPARER_BIN_DAYS))
    forget_jobs(now=now)
    imports = forget_imports(before=now - timedelta(days=settings.COMPARER_IMPORT_DAYS))
    return Tidied(apply_retention(now=now), emptied, imports)


def forget_jobs(*, now: datetime) -> None:
    """Delete jobs that were done a day ago, and those that failed and nobody tried again for months."""
    done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - FORGET_JOBS_AFTER)
    failed = Q(status=TaskResultStatus.FAILED, finished_at__lt=now - FORGET_FAILED_JOBS_AFTER)
    while some := list(
        DBTaskResult.objects.filter(done | failed).order_by().values_list("pk", flat=True)[:JOBS_AT_A_TIME]
    ):
        DBTaskResult.objects.filter(pk__in=some).delete()
