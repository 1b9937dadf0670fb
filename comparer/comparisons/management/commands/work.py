"""The background worker: loads the language models, then runs tasks from the queue until it is told to end."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django_tasks_db.management.commands import db_worker

from comparer.analysis.models import ModelMissingError
from comparer.analysis.tools import load_tools
from comparer.library.keeping.beats import beat_in_background
from comparer.library.keeping.tasks import have_tidied_daily
from comparer.web.lifeline import hold_lifeline
from comparer.web.supervisor import HOPELESS

SECONDS_BETWEEN_LOOKS = 0.3


class Command(db_worker.Command):
    help = "Run comparisons in the background until SIGTERM; the one under way is finished first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(queue_name="*", interval=SECONDS_BETWEEN_LOOKS, startup_delay=False, reload=False)
        parser.add_argument("--supervised", action="store_true", help="End when standard input closes.")

    def configure_logging(self, verbosity: int) -> None:
        """Leave it to the settings what is shown."""

    def handle(self, *, supervised: bool, **options: Any) -> None:  # type: ignore[override]
        """Load the models before the first task, so that nobody waits for it."""
        if supervised:
            hold_lifeline()
        try:
            load_tools()
        except ModelMissingError as missing:
            self.stderr.write(str(missing))
            sys.exit(HOPELESS)
        have_tidied_daily()
        over = beat_in_background()
        try:
            super().handle(**options)
        finally:
            over.set()
