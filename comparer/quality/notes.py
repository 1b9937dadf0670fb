"""The notes of a run quote what failed. They stay only where the texts are part of the project, and open to all."""

from __future__ import annotations

import json
from pathlib import Path

from comparer.quality.measured import FOLDER, UnreadableError, read_measured

ROOT = FOLDER.parents[2]


def forget_foreign_notes(folder: Path = FOLDER, *, root: Path = ROOT) -> None:
    """Empty the notes of every file of figures in `folder` whose data does not lie below `root`.

    Public texts belong to their publishers. Those of `*_unseen.json` are to stay unknown to whoever mends the analysis.
    """
    for path in folder.glob("*.json"):
        try:
            measured = read_measured(path)
        except UnreadableError:
            continue  # the page and its tests name it
        kept = (root / measured.data).exists() and not path.stem.endswith("_unseen")
        if measured.notes and not kept:
            document = json.loads(path.read_bytes()) | {"notes": []}
            path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
