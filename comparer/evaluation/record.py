"""A table as JSON, for the quality page: what was measured, on what, how, by which engine, and when."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path

from comparer.analysis.compare import ENGINE
from comparer.evaluation.tasks import BadDataError, Table


def record(table: Table, *, task: str, data: str, command: str, date: dt.date) -> str:
    """Return the table as JSON, with an end of line."""
    document = {
        "task": task,
        "data": data,
        "definition": table.definition,
        "measure": table.measure,
        "counts": dict(table.counts),
        "figures": [asdict(figure) for figure in table.figures],
        "floor": dict(table.floor),
        "agreement": dict(table.agreement),
        "notes": list(table.notes),
        "command": command,
        "engine": ENGINE,
        "date": date.isoformat(),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def shown(path: Path) -> str:
    """Return the path as others may use it: from where the command ran; else its name alone, not where it lies here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix() if path.is_absolute() else path.as_posix()
    except ValueError:
        return path.name


def must_be_writable(path: Path) -> None:
    """BadDataError where no file can be written at `path`: asked before the work, not after it."""
    if path.is_dir():
        raise BadDataError(f"{path} is a folder; give the name of a file to write.")
    if not path.parent.is_dir():
        raise BadDataError(f"There is no folder {path.parent} to write {path.name} into.")
