"""A process killed while it brings articles in loses nothing and doubles nothing."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.library.decode.documents import FERRY

ROOT = Path(__file__).resolve().parents[3]
LINES = 300


def manage(data: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "DATA_DIR": str(data),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "comparer.config.settings",
    }
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_an_import_that_was_killed_goes_on(tmp_path: Path) -> None:
    lines = "".join(f'"{FERRY} It was trip {number}."\n' for number in range(LINES))
    (tmp_path / "table.csv").write_text(f"text\n{lines}", encoding="utf-8")
    data = tmp_path / "data"
    manage(data, "migrate", "-v0").communicate()
    command = ("import_articles", str(tmp_path / "table.csv"), "--collection", "Harbour")
    with manage(data, *command) as first:
        assert first.stdout is not None
        for _ in range(20):
            first.stdout.readline()
        first.send_signal(signal.SIGKILL)
    with manage(data, *command) as second:
        said, _ = second.communicate()
    assert "Going on: " in said
    assert f"{LINES} added, 0 as new versions, 0 here already, 0 refused." in said
    with sqlite3.connect(data / "db.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM library_item").fetchone() == (LINES,)
        assert database.execute("SELECT total, added FROM library_importbatch").fetchall() == [(LINES, LINES)]
    database.close()
