from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comparer.quality.measured import Figure, UnreadableError, read_measured, read_shelf

DAY = "2026-03-04"
WHOLE: dict[str, Any] = {
    "task": "minimal",
    "data": "tests/gold/pairs.jsonl",
    "definition": "Unit: a pair.",
    "counts": {"pairs": 3},
    "figures": [{"name": "date (37)", "value": 0.5, "low": 0.25, "high": 0.75, "precision": None, "recall": None}],
    "floor": None,
    "agreement": {"date": 0.9},
    "notes": [],
    "command": "python -m comparer.evaluation minimal tests/gold/pairs.jsonl",
    "engine": "1.0",
    "date": DAY,
}


def written(folder: Path, content: str, name: str = "minimal.json") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_figures_are_read_as_they_were_written(tmp_path: Path) -> None:
    measured = read_measured(written(tmp_path, json.dumps(WHOLE)))
    assert (measured.engine, measured.date.isoformat(), measured.agreement) == ("1.0", DAY, {"date": 0.9})
    figure = measured.figure("date")
    assert figure is not None
    assert (figure.value, figure.low, figure.high) == (0.5, 0.25, 0.75)
    assert measured.figure("place") is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "minimal.json is damaged at its start"),
        ("[1, 2]", "minimal.json is damaged at its start"),
        (json.dumps(WHOLE | {"date": "yesterday"}), "minimal.json is damaged at date"),
        (
            json.dumps(WHOLE | {"figures": [{"name": "date", "value": 77}]}),
            "minimal.json is damaged at figures.0.value",
        ),
        (json.dumps({name: WHOLE[name] for name in WHOLE if name != "command"}), "minimal.json is damaged at command"),
    ],
    ids=["empty", "other", "no date", "no rate", "no command"],
)
def test_a_damaged_file_is_refused_in_one_sentence(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_measured(written(tmp_path, content))
    assert str(caught.value).startswith(said)


def test_a_damaged_file_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    written(tmp_path, json.dumps(WHOLE))
    written(tmp_path, "{", "articles.json")
    shelf = read_shelf(tmp_path)
    assert list(shelf.measured) == ["minimal"]
    assert [trouble.split(" is ")[0] for trouble in shelf.troubles] == ["articles.json"]


def test_a_missing_folder_is_an_empty_shelf(tmp_path: Path) -> None:
    shelf = read_shelf(tmp_path / "nowhere")
    assert (dict(shelf.measured), shelf.troubles) == ({}, ())


def test_all_files_of_the_project_can_be_read() -> None:
    shelf = read_shelf()
    assert shelf.troubles == ()
    assert {"articles", "minimal"} <= shelf.measured.keys()


@pytest.mark.parametrize(
    ("name", "label", "cases"),
    [("date (37)", "date", 37), ("links, matches", "links, matches", None), ("x (y)", "x", None), ("z (0)", "z", 0)],
)
def test_a_name_holds_its_cases(name: str, label: str, cases: int | None) -> None:
    figure = Figure(name, 0.5)
    assert (figure.label, figure.cases) == (label, cases)
