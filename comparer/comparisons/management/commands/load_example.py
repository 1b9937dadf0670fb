"""Make the worked example that everybody may open."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from comparer.comparisons.running import perform
from comparer.comparisons.services import make_example
from comparer.library.lexicons.live import engine_now
from comparer.library.worked_example import read_example


class Command(BaseCommand):
    help = "Make the worked example at once, or leave it as it is where this engine has made it already."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        left, right = read_example()
        comparison = make_example(left=left, right=right, engine=engine_now())
        perform(comparison.pk)
        comparison.refresh_from_db()
        if not comparison.is_done:
            self.stderr.write(f"The worked example could not be made: {comparison.get_trouble_display()}")
            return
        self.stdout.write(f"Worked example: {comparison.get_absolute_url()}")
