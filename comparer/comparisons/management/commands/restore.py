"""Bring everything back from the file that `backup` wrote."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from comparer.comparisons.models import Comparison
from comparer.comparisons.states import State
from comparer.comparisons.tasks import enqueue_comparison, forget_later
from comparer.library.catalogue.models import Item, ItemState
from comparer.library.catalogue.tasks import read_later
from comparer.library.finding.events import forget_later as forget_event_later
from comparer.library.finding.models import Event
from comparer.library.finding.nearest import prepare_nearest
from comparer.library.importing.models import ImportBatch
from comparer.library.importing.tasks import enqueue_import
from comparer.library.keeping.archive import BadBackupError, Contents
from comparer.library.keeping.backup import NotEmptyError, read_backup
from comparer.library.lexicons.models import TrialState, WordTrial


class Command(BaseCommand):
    help = (
        "Bring everything back from a backup, into an empty install or, with --replace, in the place of what is here."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace", action="store_true", help="Delete what is here, and have the backup in its place."
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        say = self.stdout.write if options["verbosity"] > 1 else lambda _line: None
        try:
            contents = read_backup(options["file"], replace=options["replace"], say=say)
        except (BadBackupError, NotEmptyError) as refusal:
            raise CommandError(str(refusal)) from refusal
        _take_up_work()
        _plan_forgetting()
        prepare_nearest()
        self.stdout.write(f"Restored {sum(contents.rows.values()):,} rows of {contents.made}. Everybody signs in anew.")
        self._say_settings(contents)

    def _say_settings(self, contents: Contents) -> None:
        for name, then in contents.settings.items():
            now = getattr(settings, name, None)
            if now != then:
                self.stdout.write(f"{name} was {then} there and is {now} here.")


def _take_up_work() -> None:
    """Queue again what waited or was under way: the queue itself is not in a backup."""
    for item in Item.objects.live().filter(state=ItemState.WAITING, current__isnull=False).iterator():
        read_later(item=item)
    under_way = Comparison.objects.live().filter(state__in=[State.QUEUED, State.RUNNING])
    keys = list(under_way.values_list("pk", flat=True))
    under_way.update(state=State.QUEUED, step="", attempts=0, heartbeat=timezone.now())
    for pk in keys:
        enqueue_comparison(pk)
    for pk in ImportBatch.objects.unfinished().filter(asked="").values_list("pk", flat=True):
        enqueue_import(pk)
    # Asked for again by a click, and shown as under way for ever else.
    WordTrial.objects.filter(state__in=[TrialState.WAITING, TrialState.WORKING]).delete()


def _plan_forgetting() -> None:
    """What was deleted, or has its time, is to be gone for good when that is over: this, too, was in the queue."""
    for pk in Comparison.objects.filter(deleted__isnull=False).values_list("pk", flat=True):
        forget_later(pk)
    for pk in Event.objects.filter(deleted__isnull=False).values_list("pk", flat=True):
        forget_event_later(pk)
    call_command("plan_forgetting")
