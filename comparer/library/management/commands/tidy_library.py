"""Apply the times to keep and empty the bin, now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from comparer.library.keeping.tidying import tidy_library
from comparer.library.keeping.trail import count_pieces


class Command(BaseCommand):
    help = (
        "Put into the bin what its collection keeps no longer, delete for good what was in the bin too long, and forget"
        " what became of each line of old imports, and jobs that are done."
    )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        done = tidy_library()
        self.stdout.write(
            f"Into the bin: {count_pieces(done.binned)}. Deleted for good: {count_pieces(done.emptied)}."
            f" Imports whose lines were forgotten: {done.imports:,}."
        )
