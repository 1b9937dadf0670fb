"""Background jobs: what waits, what ran, what failed and why."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django_tasks.base import TaskResultStatus
from django_tasks_db.admin import DBTaskResultAdmin
from django_tasks_db.models import DBTaskResult

from comparer.library.keeping.health import say_about, say_reason, say_task
from comparer.library.keeping.retrying import retry_job

admin.site.unregister(DBTaskResult)


class TaskFilter(admin.SimpleListFilter):
    """What a job does, in words; those kinds that there are."""

    title = "what it does"
    parameter_name = "what"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, str]]:
        paths = DBTaskResult.objects.order_by("task_path").values_list("task_path", flat=True).distinct()
        return [(path, say_task(path)) for path in paths]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(task_path=self.value()) if self.value() else queryset


@admin.register(DBTaskResult)
class JobAdmin(DBTaskResultAdmin):
    list_display = ("what", "about", "status", "enqueued_at", "started_at", "seconds", "reason")  # type: ignore[assignment]
    list_filter = ("status", TaskFilter)  # type: ignore[assignment]
    search_fields = ["task_path", "traceback"]
    actions = ["try_again"]
    list_per_page = 50
    list_max_show_all = 50
    show_facets = admin.ShowFacets.NEVER

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("library.view_health")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(request, {"title": "Background jobs", **(extra_context or {})})

    @admin.display(description="what", ordering="task_path")
    def what(self, job: Any) -> str:
        return say_task(job.task_path)

    @admin.display(description="about")
    def about(self, job: Any) -> str:
        return say_about(job.args_kwargs)

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
