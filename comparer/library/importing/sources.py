"""Where a row's bytes come from, and the article in them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from comparer.library.catalogue.same import carriers_of_file
from comparer.library.decode.apart import Reader
from comparer.library.importing.checking import Candidate, RefusedError, candidate_from_fields, candidate_from_file
from comparer.library.importing.fetching import fetch
from comparer.library.importing.models import ImportBatch, ImportRow, readable
from comparer.library.importing.opening.opener import holds_many
from comparer.web.limits import say_size

_FETCHING_IS_OFF = (
    "Web addresses are not fetched here. Save the page, or the feed, as a file and bring that in."
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its name and bytes; `about` is what is known beside them."""

    name: str
    data: bytes
    about: Mapping[str, str]


class AlreadyHereError(RefusedError):
    """The same bytes are in the library."""

    def __init__(self, item_id: int) -> None:
        super().__init__("The library has this very file already.")
        self.item_id = item_id


def source_of(batch: ImportBatch, row: ImportRow) -> Source | None:
    """Return the row's file, None for one that is fields alone. RefusedError where it cannot be had or is too large."""
    if row.kind == ImportRow.Kind.FIELDS:
        return None
    if row.kind == ImportRow.Kind.ADDRESS:
        source = _fetch(batch, row)
    elif row.kind == ImportRow.Kind.PATH:
        source = _read(Path(os.fsdecode(bytes(row.data or b""))))
    else:
        source = Source(row.file_name, bytes(row.data or b""), json.loads(row.about or "{}"))
    _check_size(source.name, len(source.data))
    return source


def candidate_of(row: ImportRow, source: Source | None, reader: Reader) -> Candidate:
    """Return what would be put into the library. RefusedError or UnreadableFileError where that is nothing."""
    if source is None:
        return candidate_from_fields(row.fields)
    digest = hashlib.sha256(source.data).hexdigest()
    if first := carriers_of_file(digest, collection=row.batch.collection).any_piece():
        raise AlreadyHereError(first.pk)
    found = reader.decode(source.name, source.data)
    return candidate_from_file(found, name=source.name, data=source.data, about=source.about)


def _fetch(batch: ImportBatch, row: ImportRow) -> Source:
    if not (batch.may_fetch and settings.COMPARER_FETCH):
        raise RefusedError(_FETCHING_IS_OFF)
    fetched = fetch(bytes(row.data or b"").decode(), most_bytes=settings.COMPARER_MAX_IMPORT_FILE_BYTES)
    return Source(fetched.file_name, fetched.data, {"address": fetched.address})


def _read(path: Path) -> Source:
    try:
        # before it is read: it may be larger than memory, or no file but a device without end
        if not path.is_file():
            raise RefusedError("This is no file, or it is gone.")
        _check_size(path.name, path.stat().st_size)
        return Source(readable(path.name), path.read_bytes(), {})
    except OSError as problem:
        raise RefusedError(f"This file cannot be opened on this machine: {problem.strerror}.") from problem


def _check_size(name: str, size: int) -> None:
    most = settings.COMPARER_MAX_IMPORT_BYTES if holds_many(name) else settings.COMPARER_MAX_IMPORT_FILE_BYTES
    if size > most:
        raise RefusedError(f"This file has {say_size(size)}; {say_size(most)} is the most.")
