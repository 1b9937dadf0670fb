"""The commands that measuring scripts call: names, fields, exit status."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from comparer.analysis.__main__ import main

LEFT = "At least 12 people died in the ferry fire on Monday, the port authority said."
RIGHT = "The ferry fire on Monday killed 15 people, the port authority said."


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(list(arguments))
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_read_prints_one_reading_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [written(tmp_path, "a.txt", LEFT), written(tmp_path, "b.txt", RIGHT)]
    status, out, _ = run(capsys, "read", *files, "--published", "2025-03-04")
    readings = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [reading["text"] for reading in readings] == [LEFT, RIGHT]
    assert readings[0]["schema"] == "reading/1"
    assert readings[0]["times"][0]["earliest"] == "2025-03-03"
    assert "index" not in readings[0]


def test_compare_prints_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "compare", written(tmp_path, "a.txt", LEFT), written(tmp_path, "b.txt", RIGHT))
    report = json.loads(out)
    assert status == 0
    assert report["schema"] == "report/1"
    assert [pair["tier"] for pair in report["pairs"]] == ["match"]
    assert ("number", "compatible") in {(d["kind"], d["verdict"]) for d in report["differences"]}


def test_pairs_answers_line_by_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [{"id": "x", "left": LEFT, "right": RIGHT}, {"id": "y", "left": LEFT, "right": "Shares rose by 4 percent."}]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, lines)) + "\n\n"))
    status, out, _ = run(capsys, "pairs")
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(answer["id"], answer["tier"]) for answer in answers] == [("x", "match"), ("y", "none")]
    assert answers[0]["differences"][0].keys() >= {"kind", "verdict", "pair", "left", "right", "explanation"}


BAD = [
    ("no such file", ["read", "missing.txt"], "cannot be read"),
    ("no date", ["read", "a.txt", "--published", "tomorrow"], "is not a date"),
    ("not UTF-8", ["read", "latin.txt"], "is not UTF-8"),
]


@pytest.mark.parametrize(("arguments", "message"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_input_is_one_plain_sentence(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LEFT)
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("line", ["not json", '{"id": 1}', "[1]"])
def test_pairs_refuses_a_bad_line_by_number(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    status, _, err = run(capsys, "pairs")
    assert status == 2
    assert err.startswith("Line 1")
