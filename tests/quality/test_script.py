"""`make quality`, with a stand-in for Python that writes down what it was asked for, and where."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".setup" / "quality.sh"
STAND_IN = '#!/bin/sh\necho "$(basename "$PWD"): $*" >>"$ASKED"\n'
OWN = ("minimal", "articles", "judged")


def asked(folder: Path, **given: str) -> tuple[list[str], str]:
    """Return what Python was asked for, a line each, and what the person reads."""
    (folder / "project").mkdir()
    python = folder / "python"
    python.write_text(STAND_IN)
    python.chmod(0o755)
    surroundings = {"PATH": os.environ["PATH"], "ASKED": str(folder / "asked")} | given
    done = subprocess.run(
        [str(SCRIPT), str(python)],
        cwd=folder / "project",
        env=surroundings,
        check=True,
        capture_output=True,
        text=True,
    )
    return (folder / "asked").read_text().splitlines(), done.stdout


def test_own_data_is_measured_and_the_readme_written(tmp_path: Path) -> None:
    lines, _ = asked(tmp_path)
    to = tmp_path / "project/comparer/evaluation/measured"
    assert f"project: -m comparer.evaluation articles tests/gold/articles --json {to}/articles.json" in lines
    assert lines[-1] == "project: -m comparer.quality README.md"
    assert len(lines) == len(OWN) + 1


@pytest.mark.parametrize("variable", ["POLNEAR", "BABE"])
def test_a_public_set_that_is_not_there_is_a_sentence(variable: str, tmp_path: Path) -> None:
    _, said = asked(tmp_path)
    assert f"{variable}=folder names the public set." in said


def test_a_public_set_is_measured_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "sets" / "PolNeAR").mkdir(parents=True)
    lines, said = asked(tmp_path, POLNEAR=str(tmp_path / "sets" / "PolNeAR"))
    assert any(
        line.startswith("sets: -m comparer.evaluation attribution PolNeAR/data/dev --half odd --json") for line in lines
    )
    assert "POLNEAR=folder" not in said
