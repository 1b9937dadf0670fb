"""Write everything to one file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from comparer.library.keeping.backup import write_backup
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed


class Command(BaseCommand):
    help = "Write accounts, library with original files, comparisons, corrections and the trail to one file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The file to write, such as comparer.zip. It must not exist.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django passes what it parsed
        path: Path = options["file"]
        if path.exists():
            raise CommandError(f"{path} exists already. Choose another name, or delete it first.")
        try:
            rows = write_backup(path, say=self.stdout.write if options["verbosity"] > 1 else lambda _line: None)
        except OSError as problem:
            raise CommandError(f"{path} cannot be written ({problem.strerror}).") from problem
        note_deed(act=Act.BACKED_UP, about=f"{sum(rows.values()):,} rows", note=path.name)
        self.stdout.write(
            f"{path}: {sum(rows.values()):,} rows, {path.stat().st_size / 1_000_000:,.1f} MB. Try now and then that it restores."
        )
