"""Files as they are given: their content, or one plain sentence that says what is wrong with them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from comparer.evaluation.tasks import BadDataError

Item = TypeVar("Item")


def text_of(path: Path, needed: str) -> str:
    """Return the text of a UTF-8 file. BadDataError says that `needed` is needed ("a file of JSON lines")."""
    if path.is_dir():
        raise BadDataError(f"{path} is a folder; {needed} is needed.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadDataError(f"There is no file {path}; {needed} is needed.") from None
    except UnicodeDecodeError:
        raise BadDataError(f"{path} is not text in UTF-8; {needed} is needed.") from None
    except OSError as problem:
        raise BadDataError(f"{path} cannot be read: {problem.strerror}.") from None


def json_of(path: Path, needed: str) -> Any:
    """Return the document in a JSON file. BadDataError for other files."""
    try:
        return json.loads(text_of(path, needed))
    except (ValueError, RecursionError):
        raise BadDataError(f"{path} is not JSON; {needed} is needed.") from None


def items_of(path: Path, item: TypeAdapter[Item], needed: str) -> Iterator[Item]:
    """Yield what stands on the lines of a file of JSON lines, checked. BadDataError names the first bad line."""
    for number, line in enumerate(text_of(path, needed).split("\n"), start=1):
        if line.strip():
            try:
                yield item.validate_json(line)
            except ValidationError as problem:
                first = problem.errors()[0]
                where = ".".join(str(part) for part in first["loc"]) or "its start"
                raise BadDataError(
                    f"Line {number} of {path} is not as it should be at {where} ({first['msg']}); {needed} is needed."
                ) from None


def rows_of(path: Path, columns: set[str], needed: str) -> list[dict[str, str]]:
    """Return the rows of a comma-separated table that has at least `columns`. BadDataError for other files."""
    try:
        rows = list(csv.DictReader(io.StringIO(text_of(path, needed), newline=""), strict=True))
    except csv.Error:
        raise BadDataError(f"{path} is not a comma-separated table; {needed} is needed.") from None
    if not rows:
        raise BadDataError(f"{path} holds no rows; {needed} is needed.")
    missing = sorted(columns - rows[0].keys())
    if missing:
        raise BadDataError(f"{path} has no column “{missing[0]}”; {needed} is needed.")
    if any(row[column] is None for row in rows for column in columns):
        raise BadDataError(f"{path} has a row that ends too early; {needed} is needed.")
    return rows
