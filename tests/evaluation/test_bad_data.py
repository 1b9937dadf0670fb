"""Bad input: one plain sentence and exit status 2, whatever the task and whatever is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from comparer.analysis.tools import load_tools
from comparer.evaluation.__main__ import TASKS, main
from tests.evaluation.annotations import write_pair
from tests.evaluation.equate import ROWS, write_inferences
from tests.evaluation.news_ecb import write_news
from tests.evaluation.newswcl import LEFT, RIGHT, document, write_conll
from tests.evaluation.qa_align import ROW, write_rows
from tests.evaluation.test_gold import write as write_gold
from tests.evaluation.test_judged import SAME
from tests.evaluation.test_judged import write as write_judged

NAMES = [task.name for task in TASKS]
CONTENTS = {
    "empty": b"",
    "blank": b"\n\n \n",
    "other encoding": "Caf\u00e9, sold \u2014 caf\u00e9".encode("utf-16"),
    "latin-1": "Caf\u00e9;caf\u00e9\n".encode("latin-1"),
    "binary": bytes(range(256)) * 20,
    "broken json": b'{"left": "a", "right',
    "other json": b'[{"a": 1}]',
    "other table": b"a;b,c\n1;2,3\n",
    "broken table": b'text;outlet\n"1;2\n',
    "prose": b"It rained all day.\nNobody came.\n",
}


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs the command, checks that it refuses in one sentence, and returns that."""

    def run(*arguments: object) -> str:
        assert main([str(argument) for argument in arguments]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert err.endswith(".\n")
        return err

    return run


@pytest.mark.parametrize("task", NAMES)
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_every_task_refuses_files_of_another_kind(
    task: str, content: bytes, tmp_path: Path, refused: Callable[..., str]
) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(content)
    assert "given.csv" in refused(task, path)


@pytest.mark.parametrize("task", NAMES)
def test_every_task_refuses_what_is_not_there_and_empty_folders(
    task: str, tmp_path: Path, refused: Callable[..., str]
) -> None:
    assert "nowhere" in refused(task, tmp_path / "nowhere")
    refused(task, tmp_path)


FOLDERS = {
    "attribution": ("text/a.txt", "attributions/a_ab12.ann"),
    "articles": ("01/gold.json", "01/left.txt", "01/right.txt"),
    "agreement": ("01/gold.json", "01/left.txt", "01/right.txt", "01/second.json"),
    "judged": ("01/gold.json", "01/left.txt", "01/right.txt"),
    "ranking": ("docs.json", "news_ecb_links.json"),
    "numbers": ("NewsNLI.csv", "RTE_Quant.csv"),
    "annotated": ("x.X.json", "x.Y.json", "x.a.txt", "x.b.txt"),
    "confidence": ("x.X.json", "x.Y.json", "x.a.txt", "x.b.txt"),
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
@pytest.mark.parametrize("task", FOLDERS)
def test_every_task_refuses_folders_of_broken_files(
    task: str, content: bytes, tmp_path: Path, refused: Callable[..., str]
) -> None:
    for name in FOLDERS[task]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    refused(task, tmp_path)


def test_ranking_refuses_topics_that_are_not_there(tmp_path: Path, refused: Callable[..., str]) -> None:
    assert "topics 8 to 9" in refused("ranking", write_news(tmp_path), "--topics", "8-9")


def test_tables_are_not_written_where_they_cannot_be(tmp_path: Path, refused: Callable[..., str]) -> None:
    path = write_judged(tmp_path, SAME)
    assert "is a folder" in refused("judged", path, "--json", tmp_path)
    assert "There is no folder" in refused("judged", path, "--json", tmp_path / "nowhere" / "a.json")


@pytest.fixture
def no_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine to which the models were not brought."""
    load_tools.cache_clear()
    monkeypatch.setenv("COMPARER_MODEL_DIR", str(tmp_path / "models"))
    yield
    load_tools.cache_clear()


WRITTEN: dict[str, Callable[[Path], Path]] = {
    "articles": lambda folder: write_gold(folder).parent,
    "confidence": lambda folder: write_gold(folder).parent,
    "judged": lambda folder: write_judged(folder, SAME),
    "ranking": write_news,
    "propositions": lambda folder: write_rows(folder, ROW),
    "numbers": lambda folder: write_inferences(folder, *ROWS),
    "naming": lambda folder: write_conll(folder, document("L", LEFT), document("R", RIGHT)),
    "annotated": write_pair,
}


@pytest.mark.usefixtures("no_models")
@pytest.mark.parametrize("task", WRITTEN)
def test_every_task_says_that_a_model_is_missing(task: str, tmp_path: Path, refused: Callable[..., str]) -> None:
    assert "make setup" in refused(task, WRITTEN[task](tmp_path))


@pytest.mark.parametrize("task", WRITTEN)
def test_every_task_measures_whole_data_and_writes_it_as_json(
    task: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "table.json"
    assert main([task, str(WRITTEN[task](tmp_path)), "--json", str(path)]) == 0
    assert capsys.readouterr().out.startswith(f"{task}: ")
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["task"] == task
    assert document["figures"]
    assert document["floor"]
    assert "interval" in document["definition"]
    assert str(tmp_path) not in json.dumps(document)
