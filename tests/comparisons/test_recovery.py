"""Real worker processes on a database of their own: one is killed in the middle, another takes over by itself."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0
REQUEST = """
from comparer.comparisons.services import request_comparison
from comparer.library.services import GivenArticle
from comparer.web.people import Person
line = "The harbour office said on Monday that {0} boats had left the quay before the storm came in from the north. "
left, right = ("".join(line.format(n) for n in range(lines)) for lines in (3, 700))
request_comparison(left=GivenArticle(left), right=GivenArticle(right), requested_by=Person(visitor="someone"))
"""


class Site:
    """Commands of the project against a data folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "db.sqlite3"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "comparer.config.settings",
            "COMPARER_SILENCE_SECONDS": "2",
            "COMPARER_HEARTBEAT_SECONDS": "1",
        }
        self.workers: list[subprocess.Popen[bytes]] = []

    def manage(self, *arguments: str) -> None:
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment, check=True)

    def start_worker(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "manage.py", "work", "--interval", "0.1", "--verbosity", "0"]
        self.workers.append(subprocess.Popen(command, cwd=ROOT, env=self.environment))
        return self.workers[-1]

    def row(self) -> tuple[str, str, int]:
        """State, step and attempts of the only comparison."""
        with closing(sqlite3.connect(self.database)) as connection:
            found = connection.execute("SELECT state, step, attempts FROM comparisons_comparison").fetchone()
        return found[0], found[1], found[2]

    def wait_for(self, state_or_step: str) -> tuple[str, str, int]:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if state_or_step in (row := self.row()):
                return row
            time.sleep(0.02)
        pytest.fail(f"Not {state_or_step} in {PATIENCE} s: {self.row()}")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path)
    site.manage("migrate", "--verbosity", "0")
    yield site
    for worker in site.workers:
        worker.kill()
        worker.wait()


def test_a_comparison_whose_worker_was_killed_is_finished_by_the_next_one(site: Site) -> None:
    site.manage("shell", "--verbosity", "0", "--command", REQUEST)
    first = site.start_worker()
    assert site.wait_for("reading_right") == ("running", "reading_right", 1)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert site.row() == ("running", "reading_right", 1)
    site.start_worker()
    assert site.wait_for("done") == ("done", "", 2)
