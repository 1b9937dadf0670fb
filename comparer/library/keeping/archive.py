"""The file that a backup is: one zip archive with a line of JSON for each row, and a list of contents with digests.

    contents.json       format, when it was made, by which migrations, settings, rows and sha256 of each file
    rows/APP.MODEL.jsonl   the rows of one table, as Django's serializer writes them; original files as base64

Rows are written and read one by one, so that a library of any size passes through little memory. Nothing in it belongs
to one kind of database: a backup from SQLite restores into PostgreSQL and the other way round.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = "comparer-backup/1"
CONTENTS = "contents.json"
CHUNK = 1024 * 1024


class BadBackupError(Exception):
    """The file is no backup that can be restored here; the message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Contents:
    made: str
    migrations: dict[str, str]
    """The last migration of each app."""
    settings: dict[str, Any]
    rows: dict[str, int]
    digests: dict[str, str]


class Writer:
    """Writes an archive table by table; `finish` writes what it holds."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.rows: dict[str, int] = {}
        self._digests: dict[str, str] = {}

    def write_table(self, label: str, lines: Iterable[bytes]) -> None:
        """Write the rows of a table, each as one line."""
        digest, count = hashlib.sha256(), 0
        with self._archive.open(name_of(label), "w", force_zip64=True) as file:
            for line in lines:
                file.write(line)
                digest.update(line)
                count += 1
        self.rows[label], self._digests[label] = count, digest.hexdigest()

    def finish(self, **about: Any) -> None:
        contents = {"format": FORMAT, **about, "rows": self.rows, "digests": self._digests}
        self._archive.writestr(CONTENTS, json.dumps(contents, indent=1, ensure_ascii=False))


def name_of(label: str) -> str:
    return f"rows/{label}.jsonl"


def open_backup(path: Path) -> zipfile.ZipFile:
    """Return the open archive. BadBackupError where there is none, or it is cut short."""
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError:
        raise BadBackupError(f"There is no file {path}.") from None
    except (zipfile.BadZipFile, OSError):
        raise BadBackupError(f"{path} is no backup of this program, or it was cut short.") from None


def read_contents(archive: zipfile.ZipFile) -> Contents:
    """Return what the archive says that it holds, once every file in it has been checked against its digest."""
    try:
        told = json.loads(archive.read(CONTENTS))
        if told["format"] != FORMAT:
            raise BadBackupError(f"This backup has the form {told['format']}; this version reads {FORMAT}.")
        contents = Contents(told["made"], told["migrations"], told["settings"], told["rows"], told["digests"])
        for label, digest in contents.digests.items():
            _check(archive, label, digest)
    except (KeyError, TypeError, ValueError):
        raise BadBackupError("This archive is no backup of this program.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
        raise BadBackupError("This backup is damaged: a part of it cannot be unpacked. Use another one.") from None
    return contents


def _check(archive: zipfile.ZipFile, label: str, wanted: str) -> None:
    digest = hashlib.sha256()
    with archive.open(name_of(label)) as file:
        while part := file.read(CHUNK):
            digest.update(part)
    if digest.hexdigest() != wanted:
        raise BadBackupError(
            f"This backup is damaged: the rows of {label} are not those that were written. Use another one."
        )


def read_lines(archive: zipfile.ZipFile, label: str) -> Iterator[str]:
    """Yield the rows of a table, one line each."""
    with archive.open(name_of(label)) as file:
        yield from io.TextIOWrapper(file, encoding="utf-8")
