"""A table as JSON, as the quality page reads it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from comparer.evaluation.record import must_be_writable, record, shown
from comparer.evaluation.tasks import BadDataError, Figure, Table
from comparer.quality.measured import read_measured

TABLE = Table(
    "Unit: a word.", {"words": 3}, [Figure("all", 0.5, 0.4, 0.6, 0.5, 0.5)], floor={"all": 0.25}, agreement={"all": 0.9}
)


def test_record_is_what_the_quality_page_reads(tmp_path: Path) -> None:
    path = tmp_path / "words.json"
    path.write_text(record(TABLE, task="t", data="d", command="c", date=dt.date(2026, 3, 2)), encoding="utf-8")
    measured = read_measured(path)
    assert measured.figures[0].low == 0.4
    assert (measured.floor, measured.agreement) == ({"all": 0.25}, {"all": 0.9})
    assert json.loads(path.read_text(encoding="utf-8"))["date"] == "2026-03-02"


def test_shown_paths_do_not_tell_where_the_data_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(tmp_path / "news") == "news"
    assert shown(Path("data/news")) == "data/news"
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "data" / "news") == "data/news"


def test_must_be_writable_refuses_folders_and_what_is_in_none(tmp_path: Path) -> None:
    must_be_writable(tmp_path / "new.json")
    for path in (tmp_path, tmp_path / "nowhere" / "new.json"):
        with pytest.raises(BadDataError):
            must_be_writable(path)
