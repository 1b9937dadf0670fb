"""Zip archives of files. Nothing is written to disk, so no name in an archive can lead anywhere."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from comparer.library.decode import UnreadableFileError
from comparer.library.decode.packed import is_swollen, read_part
from comparer.library.importing.opening.entry import Entry, Limits, too_large

PACKED = (".zip", ".gz", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".warc")
_OF_SYSTEMS = ("__MACOSX", "Thumbs.db", "desktop.ini")
_BOMB = "This archive unpacks to far more than it should, so it was not opened. Bring its files in smaller archives."
_NESTED = "This is an archive inside an archive, which is not opened. Unpack it and bring its files."


def open_zip(data: bytes, limits: Limits) -> Iterator[Entry]:
    """Yield each file; refusals for nested archives, locked and too large files. UnreadableFileError for a bomb."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
        raise UnreadableFileError("This archive is damaged and cannot be opened. Pack its files again.") from problem
    if is_swollen(package, most_bytes=limits.total_bytes, most_parts=limits.entries, whole=len(data)):
        raise UnreadableFileError(_BOMB)
    for part in package.infolist():
        if not part.is_dir() and not _is_of_a_system(part.filename):
            yield _entry(package, part, limits)


def _entry(package: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits) -> Entry:
    name = tidy(part.filename)
    if name.lower().endswith(PACKED):
        return Entry(name, reason=_NESTED)
    if part.file_size > limits.file_bytes:
        return Entry(name, reason=too_large(part.file_size, limits.file_bytes))
    try:
        return Entry(name, read_part(package, part.filename))
    except UnreadableFileError as refusal:
        return Entry(name, reason=str(refusal))


def tidy(name: str) -> str:
    """Return the path as people should read it: no way up, no drive, no control characters."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    kept = "/".join(part for part in parts if part not in {"/", "..", "."})
    return "".join(character for character in kept if character.isprintable()) or "a file without a name"


def _is_of_a_system(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part in _OF_SYSTEMS or (part.startswith(".") and part not in {".", ".."}) for part in parts)
