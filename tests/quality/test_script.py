"""`make quality`, with a stand-in for Python that writes down what it was asked for, and where."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from comparer.quality.parts import PARTS

SCRIPT = Path(__file__).parents[2] / ".setup" / "quality.sh"
STAND_IN = '#!/bin/sh\necho "$(basename "$PWD"): $*" >>"$ASKED"\n'
DEVELOPED = ["minimal", "minimal", "among", "among", "articles", "confidence", "judged"]
UNSEEN = ["minimal", "minimal", "among", "among", "articles", "confidence"]
OWN = sorted([*DEVELOPED, *UNSEEN])


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
    assert sorted(line.split()[3] for line in lines[:-1]) == OWN
    assert lines[-1] == "project: -m comparer.quality README.md"


def test_what_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    _, said = asked(tmp_path, SETS=str(tmp_path / "nowhere"))
    assert "Not measured: attribution, whose figures stay as they are. SETS=folder says where PolNeAR lies." in said


def test_a_public_set_is_measured_by_the_name_of_its_repository(tmp_path: Path) -> None:
    (tmp_path / "sets" / "PolNeAR" / "data" / "dev").mkdir(parents=True)
    lines, said = asked(tmp_path, SETS=str(tmp_path / "sets"))
    to = tmp_path / "project/comparer/evaluation/measured"
    command = "sets: -m comparer.evaluation attribution PolNeAR/data/dev --half odd"
    assert f"{command} --json {to}/attribution.json" in lines
    assert "Not measured: attribution" not in said


def test_every_file_of_figures_is_measured() -> None:
    script = SCRIPT.read_text()
    for name in {sample.file for part in PARTS for sample in part.samples}:
        assert f" {name} " in script
