"""Web archives (WARC): the pages that were answered well, each under its address."""

from __future__ import annotations

import io
from collections.abc import Iterator

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from comparer.library.decode import UnreadableFileError
from comparer.library.importing.opening.entry import Entry, Limits, too_large

_KINDS = ("text/html", "application/xhtml+xml")
_DAMAGED = "This web archive is damaged, or ends too soon; what stands before that was taken."


def open_warc(data: bytes, limits: Limits) -> Iterator[Entry]:
    """Yield each page with its address. UnreadableFileError where the archive breaks off or unpacks to too much."""
    try:
        yield from _pages(data, limits)
    except UnreadableFileError:
        raise
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, KeyError, AttributeError) as problem:
        raise UnreadableFileError(_DAMAGED) from problem


def _pages(data: bytes, limits: Limits) -> Iterator[Entry]:
    total = 0
    for record in filter(_is_page, ArchiveIterator(io.BytesIO(data))):
        address = record.rec_headers.get_header("WARC-Target-URI") or "a page without an address"
        page = record.content_stream().read(limits.file_bytes + 1)
        total += len(page)
        if total > limits.total_bytes:
            raise UnreadableFileError("This web archive unpacks to far more than it should. Bring it in parts.")
        if len(page) > limits.file_bytes:
            yield Entry(address, reason=too_large(len(page), limits.file_bytes))
        elif getattr(record.raw_stream, "limit", 0) > 0:
            # it announced more than it gave
            raise UnreadableFileError(_DAMAGED)
        else:
            yield Entry(address, page, {"address": address})


def _is_page(record: object) -> bool:
    headers = getattr(record, "http_headers", None)
    if getattr(record, "rec_type", "") != "response" or headers is None:
        return False
    kind = (headers.get_header("Content-Type") or "").lower()
    return headers.get_statuscode() == "200" and kind.startswith(_KINDS)
