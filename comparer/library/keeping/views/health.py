"""How the site is doing, for admins; trying failed jobs again, and having everything read anew."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_tasks_db.models import DBTaskResult

from comparer.library.finding.nearest import look_at_scoring
from comparer.library.keeping.health import (
    failed_jobs,
    look_at_database,
    look_at_disk,
    look_at_models,
    look_at_queue,
    readings_by_engine,
    say_task,
    seen_workers,
)
from comparer.library.keeping.models import Act
from comparer.library.keeping.retrying import retry_job
from comparer.library.keeping.tasks import outdated_items, reread_outdated
from comparer.library.keeping.trail import count_pieces, note_deed
from comparer.library.lexicons.live import engine_now
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part

may_see = permission_required("library.view_health", raise_exception=True)


@may_see
@never_cache
@require_safe
def library_health(request: HtmxRequest) -> HttpResponse:
    """Show queue, workers, models, disk, database, failed jobs and what was read by which version. htmx asks again."""
    return render_page_or_part(request, "library/health.html", "health", _look())


def _look() -> dict[str, Any]:
    database, size = look_at_database()
    workers = seen_workers()
    return {
        "queue": look_at_queue(),
        "workers": workers,
        "alive": sum(worker.is_alive for worker in workers),
        "models": look_at_models(),
        "disk": look_at_disk(),
        "database": database,
        "database_size": size,
        "scoring": look_at_scoring(),
        "failed": failed_jobs(),
        "readings": readings_by_engine(),
        "outdated": outdated_items().count(),
        "engine": engine_now(),
    }


@may_see
@require_POST
def job_retry(request: HtmxRequest, job: str) -> HttpResponse:
    """Put a failed job into the queue again, in the place of the failed one."""
    row = get_object_or_404(DBTaskResult.objects.failed(), pk=job)
    what = say_task(row.task_path)
    retry_job(job=row, by=request.user)
    messages.success(request, f"In the queue again: {what}.")
    return go_to(request, reverse("library_health"))


@may_see
@permission_required("library.change_item", raise_exception=True)
@require_POST
def library_reread(request: HtmxRequest) -> HttpResponse:
    """Have everything read again that another version of the analysis or of the word lists has read."""
    number = outdated_items().count()
    if number:
        reread_outdated.enqueue()
        note_deed(act=Act.REREAD, about=count_pieces(number), by=request.user, note=f"with {engine_now()}")
    messages.success(request, f"{count_pieces(number)} will be read again in the background.")
    return go_to(request, reverse("library_health"))
