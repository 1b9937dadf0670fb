"""What the daily round forgets: lines of old imports, jobs that are done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from comparer.library.importing.models import ImportBatch, ImportRow
from comparer.library.keeping.tidying import tidy_library
from tests.library.catalogue.making import make_collection
from tests.library.keeping.making import make_failed_job, signed_in

pytestmark = pytest.mark.django_db


def make_import(days_ago: int, *, is_finished: bool = True) -> ImportBatch:
    then = timezone.now() - timedelta(days=days_ago)
    finished = then if is_finished else None
    batch = ImportBatch.objects.create(
        collection=make_collection(), heartbeat=then, finished=finished, total=2, added=1, refused=1
    )
    for name, outcome, reason in (("a.csv: line 2", "added", ""), ("a.csv: line 3", "refused", "Too short.")):
        ImportRow.objects.create(
            batch=batch, name=name, kind="fields", outcome=outcome, reason=reason, data=b'{"text": "Ferry"}'
        )
    return batch


@pytest.mark.parametrize("is_finished", [True, False])
def test_lines_of_old_imports_are_forgotten_and_their_figures_stay(
    *, is_finished: bool, client: Client, settings: Settings
) -> None:
    settings.COMPARER_IMPORT_DAYS = 10
    old, young = make_import(11, is_finished=is_finished), make_import(9)
    assert tidy_library().imports == 1
    old.refresh_from_db()
    assert (old.rows.count(), young.rows.count(), old.added, old.finished is not None) == (0, 2, 1, True)
    assert tidy_library().imports == 0
    signed_in(client, "librarian")
    page = " ".join(client.get(old.get_absolute_url()).content.decode().split())
    assert "was kept for 10 days" in page
    assert "<b>1</b> refused" in page
    assert "Download the report" not in page
    page = " ".join(client.get(young.get_absolute_url()).content.decode().split())
    assert "It is kept for 10 days." in page
    assert "Download the report" in page


def test_jobs_are_forgotten_a_day_after_they_were_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comparer.library.keeping.tidying.JOBS_AT_A_TIME", 1)
    kept = []
    for status, days, stays in (
        (TaskResultStatus.SUCCESSFUL, 2, False),
        (TaskResultStatus.SUCCESSFUL, 3, False),
        (TaskResultStatus.SUCCESSFUL, 0, True),
        (TaskResultStatus.FAILED, 80, True),
        (TaskResultStatus.FAILED, 91, False),
        (TaskResultStatus.READY, 200, True),
    ):
        job = make_failed_job()
        finished = timezone.now() - timedelta(days=days)
        DBTaskResult.objects.filter(pk=job.pk).update(status=status, finished_at=finished)
        kept += [job.pk] if stays else []
    tidy_library()
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == set(kept)
