"""The notes of a run quote what failed. They stay only where the texts themselves are part of the project."""

from __future__ import annotations

import json
from pathlib import Path

from comparer.quality.measured import FOLDER, UnreadableError, read_measured

ROOT = FOLDER.parents[2]


def forget_foreign_notes(folder: Path = FOLDER, *, root: Path = ROOT) -> None:
    """Empty the notes of every file of figures in `folder` whose data does not lie below `root`.

    Public texts belong to their publishers, and texts kept for measuring only are to stay unknown.
    """
    for path in folder.glob("*.json"):
        try:
            measured = read_measured(path)
        except UnreadableError:
            continue  # the page and its tests name it
        if measured.notes and not (root / measured.data).exists():
            document = json.loads(path.read_bytes()) | {"notes": []}
            path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
