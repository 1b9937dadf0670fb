"""Bring files of this machine into the library."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from comparer.library.catalogue.models import Collection
from comparer.library.decode import KINDS
from comparer.library.importing.models import ImportBatch, ImportRow, Outcome
from comparer.library.importing.opening.opener import HOLDING_MANY
from comparer.library.importing.starting import import_of_paths
from comparer.library.importing.working import bring_in

STOPPED = 130
_ENDINGS = (*KINDS, *HOLDING_MANY)


class Command(BaseCommand):
    help = (
        "Bring files, archives, tables and feeds, and all such in folders, into a collection of the library, and say of"
        " each whether it was added, is a new version, was here already, or why it was refused. Stopped half way, the"
        " same command goes on where it was. The pieces are read by the site's background worker."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
        parser.add_argument("--collection", required=True, metavar="NAME", help="made if there is none of this name")
        parser.add_argument("--by", metavar="USERNAME", help="who is named as having brought them in")
        parser.add_argument("--only-refused", action="store_true", help="say nothing of files that went well")

    def handle(self, *, paths: Sequence[Path], collection: str, by: str, only_refused: bool, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        batch = self._begin(paths, _collection_named(collection), by)
        self._said, self._only_refused = batch.done, only_refused
        try:
            bring_in(batch, tell=lambda row: self._tell(batch, row))
        except KeyboardInterrupt:
            batch.refresh_from_db()
            self.stderr.write(
                f"Stopped with {batch.done:,} of {batch.total:,} done. The same command goes on from here."
            )
            sys.exit(STOPPED)
        batch.refresh_from_db()
        self.stdout.write(
            f"{batch.added:,} added, {batch.versions:,} as new versions, {batch.duplicates:,} here already,"
            f" {batch.refused:,} refused. They are read while the site runs."
        )

    def _begin(self, paths: Sequence[Path], collection: Collection, by: str) -> ImportBatch:
        for path in paths:
            if not path.exists():
                raise CommandError(f"There is no {path}.")
        by_id = _user_named(by) if by else None
        asked = json.dumps([str(path.resolve()) for path in paths])
        files = list(_files_in(paths))
        batch, is_new = import_of_paths(collection=collection, paths=files, asked=asked, by_id=by_id)
        if not is_new:
            self.stdout.write(f"Going on: {batch.done:,} of {batch.total:,} were done before.")
        return batch

    def _tell(self, batch: ImportBatch, row: ImportRow) -> None:
        """One line for each row; the total grows while archives and tables are opened."""
        if row.outcome == Outcome.OPENED:
            batch.refresh_from_db(fields=["total", "refused"])
            self.stdout.write(f"opened: {row.name}, {row.taken:,} found in it")
            return
        self._said += 1
        if self._only_refused and row.outcome != Outcome.REFUSED:
            return
        place = f"[{self._said:,}/{batch.total:,}] {row.get_outcome_display()}: {row.name}"
        where = f" -> {row.item.get_absolute_url()}" if row.item else ""
        self.stdout.write(f"{place}{where}{f' ({row.reason})' if row.reason else ''}")


def _collection_named(name: str) -> Collection:
    name = " ".join(name.split())[:120]
    if not name:
        raise CommandError("Name a collection.")
    return Collection.objects.filter(name__iexact=name).first() or Collection.objects.create(name=name)


def _user_named(name: str) -> int:
    user = get_user_model().objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no account called {name}.")
    return int(user.pk)


def _files_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and of folders all that can be read, in order, hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path.resolve()
            continue
        for file in sorted(path.resolve().rglob("*")):
            hidden = any(part.startswith(".") for part in file.relative_to(path.resolve()).parts)
            if not hidden and file.name.lower().endswith(_ENDINGS) and file.is_file():
                yield file
