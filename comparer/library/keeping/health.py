"""How the site is doing, in figures."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min, Q
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from comparer.analysis.compare import ENGINE
from comparer.analysis.models import ENGLISH, models_folder
from comparer.library.keeping.models import Worker
from comparer.library.keeping.trail import count_pieces
from comparer.library.lexicons.live import LiveWords, live_number
from comparer.library.models import Article
from comparer.web.limits import say_size

MOST_SHOWN = 50
LITTLE_ROOM = 1_000_000_000
"""Bytes free below which the page warns."""
TASKS = {
    "read_item": "reading a piece of the library",
    "read_items": "queueing pieces to read",
    "run_import": "bringing articles in",
    "look_after_import": "looking after an import",
    "run_comparison": "comparing two pieces",
    "look_after_comparison": "looking after a comparison",
    "forget_comparison": "forgetting a deleted comparison",
    "tidy_daily": "tidying the library",
    "reread_outdated": "queueing pieces to read again",
    "work_out_event": "laying out an event",
    "forget_event": "forgetting a deleted event",
    "try_whole_library": "trying out changes to the word lists on the whole library",
    "try_words": "trying out changes to the word lists",
    "forget_when_due": "forgetting a class whose time is over",
    "forget_erased_pupil": "forgetting a deleted student",
    "forget_erased_room": "forgetting a deleted room",
    "forget_exercise": "forgetting a deleted exercise",
    "send_grades": "sending points to a learning platform",
}


@dataclass(frozen=True, slots=True)
class Queue:
    waiting: int
    oldest: datetime | None
    later: int
    running: int


@dataclass(frozen=True, slots=True)
class FailedJob:
    id: str
    what: str
    about: str
    reason: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Readings:
    engine: str
    count: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Disk:
    free: str
    total: str
    is_short: bool


def look_at_queue() -> Queue:
    ready = Q(status=TaskResultStatus.READY)
    due = ready & (Q(run_after=get_date_max()) | Q(run_after__lte=timezone.now()))
    found = DBTaskResult.objects.order_by().aggregate(
        waiting=Count("pk", filter=due),
        oldest=Min("enqueued_at", filter=due),
        ready=Count("pk", filter=ready),
        running=Count("pk", filter=Q(status=TaskResultStatus.RUNNING)),
    )
    return Queue(found["waiting"], found["oldest"], found["ready"] - found["waiting"], found["running"])


def failed_jobs() -> list[FailedJob]:
    """Return the jobs that failed last."""
    rows = DBTaskResult.objects.failed().order_by("-finished_at")[:MOST_SHOWN]
    return [
        FailedJob(str(row.pk), say_task(row.task_path), say_about(row.args_kwargs), say_reason(row), row.finished_at)
        for row in rows
    ]


def say_task(path: str) -> str:
    name = path.rpartition(".")[2]
    return TASKS.get(name, name.replace("_", " "))


def say_about(given: dict[str, Any]) -> str:
    """Return what the job was given: numbers of rows, or of many how many."""
    return ", ".join(count_pieces(len(one)) if isinstance(one, list) else str(one) for one in given.get("args", []))


def say_reason(row: DBTaskResult[Any, Any]) -> str:
    """The last line of the traceback is the error in its own words."""
    lines = [line for line in row.traceback.strip().splitlines() if line.strip()]
    return lines[-1].strip()[:300] if lines else str(row.exception_class_path)


def readings_by_engine() -> list[Readings]:
    """Return how many versions in the library each version of the analysis has read, the current one first."""
    now = LiveWords(live_number())
    counts = (
        Article.objects.filter(item__isnull=False, taken_down__isnull=True)
        .exclude(engine="")
        .values_list("engine", "words")
        .annotate(count=Count("pk"))
        .order_by("engine", "words")
    )
    rows = [
        Readings(f"{engine}+words.{words}" if words else engine, count, (engine, words) == (ENGINE, now.number))
        for engine, words, count in counts
    ]
    return sorted(rows, key=lambda row: not row.is_current)


def seen_workers() -> list[Worker]:
    return list(Worker.objects.all()[:MOST_SHOWN])


def look_at_models() -> list[tuple[str, bool]]:
    """Return each language model with whether it is in its place. Whether it is whole shows when a worker starts."""
    return [
        ("English sentences (spaCy)", importlib.util.find_spec(ENGLISH.module) is not None),
        ("Sentence vectors (MiniLM)", (models_folder() / "minilm.receipt.json").is_file()),
    ]


def look_at_disk() -> Disk:
    folder = Path(settings.DATA_DIR)
    usage = shutil.disk_usage(folder if folder.exists() else folder.parent)
    return Disk(say_bytes(usage.free), say_bytes(usage.total), usage.free < LITTLE_ROOM)


def look_at_database() -> tuple[str, str]:
    """Return kind and size of the database, in words."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            size = cursor.fetchone()[0]
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
            size = cursor.fetchone()[0]
    return connection.display_name, say_bytes(int(size))


def say_bytes(size: int) -> str:
    return f"{size / 1_000_000_000:.1f} GB" if size >= 1_000_000_000 else say_size(size)
