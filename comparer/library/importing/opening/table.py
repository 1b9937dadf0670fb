"""Tables: CSV with a line of column names, and JSON lines. A bad line costs that line."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from comparer.library.decode import UnreadableFileError
from comparer.library.decode.encoding import read_characters
from comparer.library.importing.opening.entry import Entry, Limits

COLUMNS = ("title", "text", "outlet", "byline", "published", "address", "tags")
_ALSO: Mapping[str, str] = MappingProxyType({
    "headline": "title", "body": "text", "content": "text", "article": "text", "full_text": "text",
    "source": "outlet", "publication": "outlet", "publisher": "outlet", "author": "byline", "authors": "byline",
    "date": "published", "published_at": "published", "publish_date": "published", "pubdate": "published",
    "url": "address", "link": "address", "tag": "tags", "topics": "tags", "keywords": "tags",
})  # fmt: skip
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_NO_TEXT = (
    "This table has no column “text”. Its first line must name the columns:"
    " text, and where known title, outlet, byline, published, address, tags."
)


def open_csv(data: bytes, limits: Limits) -> Iterator[Entry]:
    """Yield each line's fields. UnreadableFileError where the first line does not name a column for the text."""
    text = read_characters(data).lstrip("\ufeff")
    # the limit is that of the whole process, in which others read tables, too
    before = csv.field_size_limit(limits.file_bytes)
    try:
        yield from _rows_of(text)
    finally:
        csv.field_size_limit(before)


def _rows_of(text: str) -> Iterator[Entry]:
    first = text[: text.find("\n")] if "\n" in text else text
    # the sign that parts columns is the one that the names are parted by
    rows = csv.reader(_lines(text), delimiter=max(",;\t|", key=first.count))
    try:
        names = [_column(name) for name in next(rows, [])]
    except csv.Error as problem:
        raise UnreadableFileError(_NO_TEXT) from problem
    if "text" not in names:
        raise UnreadableFileError(_NO_TEXT)
    yield from _csv_lines(rows, names)


def _csv_lines(rows: Iterator[list[str]], names: Sequence[str]) -> Iterator[Entry]:
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield Entry(f"line {number}", reason="This line is no line of a table: its quotation marks do not fit.")
            continue
        if not any(cell.strip() for cell in row):
            continue
        fields = {name: cell for name, cell in zip(names, row, strict=False) if name}
        if len(row) != len(names):
            reason = f"This line has {len(row)} columns, the first line names {len(names)}."
            yield Entry(f"line {number}", fields=fields, reason=reason)
        else:
            yield Entry(f"line {number}", fields=fields)


def open_jsonl(data: bytes, _limits: Limits) -> Iterator[Entry]:
    """Yield the fields of each line, which holds one JSON object."""
    for number, line in enumerate(_lines(read_characters(data)), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            yield Entry(f"line {number}", reason="This line is no JSON.")
            continue
        if not isinstance(found, dict):
            yield Entry(f"line {number}", reason="This line holds no object with fields such as “text”.")
            continue
        yield Entry(f"line {number}", fields={_column(str(key)): _words(value) for key, value in found.items()})


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends, one at a time: a table may be so large that it should not be held twice."""
    return (line[0] for line in _LINE.finditer(text))


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


def _column(name: str) -> str:
    """The column that is meant; "" for one that is not kept."""
    plain = "_".join(name.strip().lower().split())
    plain = _ALSO.get(plain, plain)
    return plain if plain in COLUMNS else ""
