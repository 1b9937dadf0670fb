"""Which files hold many articles, and what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from comparer.library.decode import UnreadableFileError
from comparer.library.importing.opening.archive import open_zip
from comparer.library.importing.opening.entry import Entry, Limits
from comparer.library.importing.opening.feed import open_feed, open_opml
from comparer.library.importing.opening.table import open_csv, open_jsonl
from comparer.library.importing.opening.webarchive import open_warc

OPENERS: Mapping[str, Callable[[bytes, Limits], Iterator[Entry]]] = MappingProxyType({
    ".zip": open_zip, ".csv": open_csv, ".tsv": open_csv, ".jsonl": open_jsonl, ".ndjson": open_jsonl,
    ".warc": open_warc, ".warc.gz": open_warc, ".rss": open_feed, ".atom": open_feed, ".xml": open_feed,
    ".opml": open_opml,
})  # fmt: skip
HOLDING_MANY = tuple(OPENERS)


def holds_many(name: str) -> bool:
    return name.lower().endswith(HOLDING_MANY)


def open_file(name: str, data: bytes, limits: Limits) -> Iterator[Entry]:
    """Yield what is in the file. UnreadableFileError at the start or on the way, where it cannot be opened further."""
    if not data.strip():
        raise UnreadableFileError("This file is empty.")
    ending = next(ending for ending in sorted(OPENERS, key=len, reverse=True) if name.lower().endswith(ending))
    opener = open_opml if ending == ".xml" and b"<opml" in data[:2000].lower() else OPENERS[ending]
    for number, entry in enumerate(opener(data, limits)):
        if number >= limits.entries:
            raise UnreadableFileError(f"Only the first {limits.entries:,} were taken. Bring the rest in another file.")
        yield entry
