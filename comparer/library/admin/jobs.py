"""Background jobs: what waits, what ran, what failed and why."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django_tasks.base import TaskResultStatus
from django_tasks_db.admin import DBTaskResultAdmin
from django_tasks_db.models import DBTaskResult

from comparer.library.keeping.health import say_reason, say_task
from comparer.library.keeping.retrying import retry_job

admin.site.unregister(DBTaskResult)


@admin.register(DBTaskResult)
class JobAdmin(DBTaskResultAdmin):
    list_display = ("what", "about", "status", "enqueued_at", "started_at", "seconds", "reason")  # type: ignore[assignment]
    list_filter = ("status", "task_path")  # type: ignore[assignment]
    search_fields = ["task_path", "traceback"]
    actions = ["try_again"]
    list_per_page = 50
    show_full_result_count = False

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("library.view_health")

    @admin.display(description="what", ordering="task_path")
    def what(self, job: Any) -> str:
        return say_task(job.task_path)

    @admin.display(description="about")
    def about(self, job: Any) -> str:
        return ", ".join(str(one) for one in job.args_kwargs.get("args", []))

    @admin.display(description="seconds")
    def seconds(self, job: Any) -> str:
        return f"{(job.finished_at - job.started_at).total_seconds():.1f}" if job.finished_at and job.started_at else ""

    @admin.display(description="why it failed")
    def reason(self, job: Any) -> str:
        return say_reason(job) if job.status == TaskResultStatus.FAILED else ""

    @admin.action(description="Try failed ones again", permissions=["retry"])
    def try_again(self, request: HttpRequest, jobs: QuerySet[Any]) -> None:
        failed = list(jobs.filter(status=TaskResultStatus.FAILED))
        for job in failed:
            retry_job(job=job, by=request.user)
        messages.success(request, f"In the queue again: {len(failed)}.")
