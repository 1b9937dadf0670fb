"""The daily round: what has lain too long goes to the bin, what was in the bin too long goes for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from comparer.library.keeping.bin import apply_retention, empty_bin
from comparer.library.keeping.models import Worker

FORGET_WORKERS_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Tidied:
    binned: int
    emptied: int


def tidy_library() -> Tidied:
    """Apply the collections' times to keep and empty the bin. May run at any time and as often as one likes."""
    now = timezone.now()
    Worker.objects.filter(seen__lt=now - FORGET_WORKERS_AFTER).delete()
    emptied = empty_bin(binned_before=now - timedelta(days=settings.COMPARER_BIN_DAYS))
    return Tidied(apply_retention(now=now), emptied)
