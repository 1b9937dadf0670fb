"""What became of each file or line of an import is kept for some time: refused lines hold whole texts."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from comparer.library.importing.models import ImportBatch, ImportRow

AT_A_TIME = 1000


def forget_imports(*, before: datetime) -> int:
    """Delete the rows of imports to which nothing has happened since that moment. Return of how many imports.

    The imports stay with their figures: they are the trail's lines of who brought in how
    much. One that was stopped half way and never taken up again counts as finished then.
    """
    now = timezone.now()
    old = ImportBatch.objects.filter(forgotten__isnull=True, heartbeat__lt=before)
    keys = list(old.values_list("pk", flat=True))
    for key in keys:
        # In parts, so that nobody who writes meanwhile waits for long.
        while rows := list(ImportRow.objects.filter(batch=key).order_by("pk").values_list("pk", flat=True)[:AT_A_TIME]):
            ImportRow.objects.filter(pk__in=rows).delete()
        ImportBatch.objects.unfinished().filter(pk=key).update(finished=now)
        ImportBatch.objects.filter(pk=key).update(forgotten=now)
    return len(keys)
