from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comparer.quality.measured import read_shelf
from comparer.quality.notes import ROOT, forget_foreign_notes

DOCUMENT: dict[str, Any] = {
    "task": "minimal",
    "definition": "Unit: a pair.",
    "counts": {},
    "figures": [],
    "command": "again",
    "engine": "1.0",
    "date": "2026-03-04",
}


CASES = [
    ("minimal", "tests/own.jsonl", ["a note"]),
    ("minimal", "elsewhere/own.jsonl", []),
    ("minimal_unseen", "tests/own.jsonl", []),
]


@pytest.mark.parametrize(("name", "data", "kept"), CASES)
def test_notes_stay_where_the_texts_are_part_of_the_project_and_open_to_all(
    name: str, data: str, kept: list[str], tmp_path: Path
) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/own.jsonl").touch()
    figures = tmp_path / "figures"
    figures.mkdir()
    path = figures / f"{name}.json"
    document = DOCUMENT | {"data": data, "notes": ["a note"]}
    path.write_text(json.dumps(document), encoding="utf-8")
    (figures / "damaged.json").write_text("{")
    forget_foreign_notes(figures, root=tmp_path)
    assert json.loads(path.read_text(encoding="utf-8")) == document | {"notes": kept}
    assert (figures / "damaged.json").read_text() == "{"


def test_no_words_of_texts_kept_elsewhere_are_in_the_project() -> None:
    assert [one.data for one in read_shelf().measured.values() if one.notes and not (ROOT / one.data).exists()] == []
