"""A tiny set in the form of EQUATE, about invented events."""

from __future__ import annotations

import csv
from pathlib import Path

ROWS = (
    ("Two boats sank off Kolby on Monday .", "Two boats sank off Kolby .", "entailment"),
    ("Two boats sank off Kolby on Monday .", "Five boats sank off Kolby on Monday .", "neutral"),
    ("The strike shut the mills for a dozen days .", "The strike shut the mills .", "entailment"),
)


def write_inferences(folder: Path, *rows: tuple[str, str, str]) -> Path:
    path = folder / "NewsNLI.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("premise", "hypothesis", "label"), *rows])
    return path
