"""The command: a table, or one plain sentence and exit status 2."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comparer.evaluation.__main__ import main
from tests.evaluation.polnear import TEXT, annotation, write_corpus


def test_command_prints_counts_definition_and_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_corpus(tmp_path, {"a": (TEXT, annotation()), "b": (TEXT, annotation())})
    assert main(["attribution", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("attribution: 2 articles, 4 gold, 4 found\nUnit: an attribution with a cue.")
    assert "whole relation     1.000  1.000 - 1.000      1.000   1.000" in out
    assert err == "0 of 2\n1 of 2\n"


def test_command_prints_what_went_wrong_below_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pair: dict[str, Any] = {"id": "boats", "left": "It rained.", "right": "It snowed.", "tier": None, "forbid": []}
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(pair | {"expect": [["quote", "differs"]]}), encoding="utf-8")
    assert main(["minimal", str(path)]) == 0
    out, _ = capsys.readouterr()
    assert out.startswith("minimal: 1 pairs, 0 right, 0 negatives\nUnit: a pair of short texts.")
    assert out.endswith("\n\nboats: misses quote differs\n")


@pytest.mark.parametrize("task", ["attribution", "minimal", "articles"])
@pytest.mark.parametrize("name", ["nowhere", "."])
def test_command_refuses_other_data_in_one_sentence(
    task: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([task, str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.endswith(".\n")


def test_command_knows_its_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["guessing", "."])
    assert stopped.value.code == 2
    assert "attribution" in capsys.readouterr().err
