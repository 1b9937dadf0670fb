"""A failed job once more."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from comparer.library.keeping.health import say_task
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import Doer, note_deed


@transaction.atomic
def retry_job(*, job: DBTaskResult[Any, Any], by: Doer) -> None:
    """Put the same work into the queue, in the place of the failed job."""
    given = job.args_kwargs
    job.task.using(run_after=None).enqueue(*given.get("args", []), **given.get("kwargs", {}))
    job.delete()
    note_deed(act=Act.RETRIED, about=say_task(job.task_path), by=by)
