"""A tiny annotated article pair, about an invented event."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

A = "Two boats sank off Kolby on Monday.\n\nThe harbour is shut.\nWheat is dearer.\n"
B = "Five boats sank off Kolby on Monday.\nThe mayor resigned.\nThe harbour is open.\n"
X: dict[str, Any] = {
    "matches": [{"a": "a1", "b": "b1", "grade": 2, "why": "boats"}, {"a": "a2", "b": "b3", "grade": 2}],
    "disagreements": [
        {"a": "a1", "b": "b1", "kind": "number", "verdict": "conflict", "a_span": [0, 3], "b_span": [0, 4]},
        {"a": "a2", "b": "b3", "kind": "polarity", "verdict": "conflict"},
    ],
    "framing": [],
}
Y: dict[str, Any] = {
    "matches": [{"a": "a1", "b": "b1", "grade": 1}, {"a": "a3", "b": "b2", "grade": 1}],
    "disagreements": [
        {"a": "a1", "b": "b1", "kind": "number", "verdict": "conflict", "a_span": [0, 9], "b_span": None},
        {"a": "a1", "b": "b1", "kind": "date", "verdict": "compatible"},
    ],
}


def write_pair(
    folder: Path, name: str = "00_boats", *, x: object = X, y: object = Y, texts: Path | None = None
) -> Path:
    for side, marks in (("X", x), ("Y", y)):
        (folder / f"{name}.{side}.json").write_text(json.dumps(marks), encoding="utf-8")
    for side, text in (("a", A), ("b", B)):
        ((texts or folder) / f"{name}.{side}.txt").write_text(text, encoding="utf-8")
    return folder
