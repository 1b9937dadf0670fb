"""Documents that are zipped folders (Word, OpenDocument): their parts, within limits, nothing written anywhere."""

from __future__ import annotations

import io
import zipfile
import zlib

from comparer.library.decode.found import UnreadableFileError

MOST_PARTS = 5_000
MOST_BYTES = 100_000_000
MOST_RATIO = 250
"""Prose shrinks to a fifth, repeated markup to a fiftieth; beyond this somebody means harm."""
SMALL = 1_000_000

DAMAGED = "This file is damaged and cannot be opened. Save it again in the program that made it, or paste its text."
SWOLLEN = "This file unpacks to far more than an article holds, so it was not opened. Paste the article’s text instead."


def open_package(data: bytes) -> zipfile.ZipFile:
    """Return the folder, read from memory. UnreadableFileError where it is broken, locked or unpacks to too much."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
        raise UnreadableFileError(DAMAGED) from problem
    if is_swollen(package, most_bytes=MOST_BYTES, most_parts=MOST_PARTS, whole=len(data)):
        raise UnreadableFileError(SWOLLEN)
    return package


def is_swollen(package: zipfile.ZipFile, *, most_bytes: int, most_parts: int, whole: int) -> bool:
    """Return True for a zip bomb: too many parts, too much in all, or packed tighter than any text can be."""
    parts = package.infolist()
    total, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    tight = total > SMALL and total > MOST_RATIO * max(1, packed)
    # parts that claim more bytes than there are lie over each other, to be unpacked again and again
    return len(parts) > most_parts or total > most_bytes or tight or packed > whole


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """Return one part, b"" where there is none. UnreadableFileError where it is broken or locked."""
    try:
        part = package.getinfo(name)
    except KeyError:
        return b""
    if part.flag_bits & 1:
        raise UnreadableFileError("This file is locked with a password. Save a copy without one, or paste its text.")
    try:
        with package.open(part) as stream:
            return stream.read(part.file_size)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as problem:
        raise UnreadableFileError(DAMAGED) from problem
