"""The whole site as `make run` starts it: real processes, a real port, a database of its own."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.error
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.web.visitor import Visitor
from tests.web.waiting import wait_until

ROOT = Path(__file__).resolve().parents[2]
LEFT = """Tarn Bridge closes after crack is found

The council shut Tarn Bridge on Tuesday. Engineers said that 14 bolts had failed. No one was hurt.
"""
RIGHT = """Tarn Bridge was known to be unsafe

Tarn Bridge has been closed since Tuesday. According to a report, 19 bolts had failed. Nobody was injured.
"""


@dataclass
class Site:
    process: subprocess.Popen[str]
    port: int
    said: str

    def get(self, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def children(self) -> dict[str, int]:
        """Return what runs under the supervisor: the last words of its command line, and its process id."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return {Path(f"/proc/{pid}/cmdline").read_text().split("\0")[2]: int(pid) for pid in listed}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A laptop with a database and nothing else."""
    environment = os.environ | {
        "DATA_DIR": str(tmp_path_factory.mktemp("data")),
        "DJANGO_SETTINGS_MODULE": "comparer.config.settings",
        "DEBUG": "1",  # static files come from the source, nothing needs collecting
        "PORT": "0",
        "COMPARER_HEARTBEAT_SECONDS": "1",
        "COMPARER_SILENCE_SECONDS": "2",
    }
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], env=environment, cwd=ROOT, check=True)
    return environment


@pytest.fixture
def site(environment: dict[str, str]) -> Iterator[Site]:
    process = subprocess.Popen(
        [sys.executable, "-m", "comparer.web.serve"], env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if found := re.search(r"ready at http://127\.0\.0\.1:(\d+)/", line):
            yield Site(process, int(found[1]), said)
            break
    else:
        pytest.fail(f"The site did not start: {said}")
    process.kill()
    process.communicate()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_site_serves_and_ends_cleanly(site: Site) -> None:
    assert site.get("/health/") == (200, b"ok")
    assert site.get("/no-such-page/")[0] == 404
    children = site.children()
    assert set(children) == {"comparer.web.server", "django"}
    site.process.send_signal(signal.SIGINT)
    assert site.process.wait(20) == 0
    assert not any(is_running(pid) for pid in children.values())
    with pytest.raises(ConnectionRefusedError):
        site.get("/health/")


def test_nobody_is_refused_while_the_web_process_starts_again(site: Site) -> None:
    os.kill(site.children()["comparer.web.server"], signal.SIGKILL)
    assert site.get("/health/") == (200, b"ok")


def state_of(environment: dict[str, str], path: str) -> str:
    """Return the state of the comparison at `path`, straight from the database."""
    with contextlib.closing(sqlite3.connect(Path(environment["DATA_DIR"]) / "db.sqlite3")) as database:
        query = "SELECT state FROM comparisons_comparison WHERE key = ?"
        return str(database.execute(query, [path.split("/")[2]]).fetchone()[0])


def test_a_visitor_compares_two_pieces(site: Site) -> None:
    visitor = Visitor(f"http://127.0.0.1:{site.port}")
    progress, _ = visitor.post("/", {"left-text": LEFT, "right-text": RIGHT})
    result, page = visitor.wait_to_leave(progress, seconds=60)
    assert f"{result}progress/" == progress
    assert "Tarn Bridge" in page
    stranger = Visitor(visitor.site)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        stranger.get(result)


def test_a_comparison_whose_worker_died_is_taken_up_by_itself(site: Site, environment: dict[str, str]) -> None:
    visitor = Visitor(f"http://127.0.0.1:{site.port}")
    progress, _ = visitor.post("/", {"left-text": 150 * LEFT, "right-text": 150 * RIGHT})
    wait_until(lambda: state_of(environment, progress) == "running", 60)
    os.kill(site.children()["django"], signal.SIGKILL)
    assert state_of(environment, progress) == "running"
    # Nobody looks at the page meanwhile: the next worker must find it.
    wait_until(lambda: state_of(environment, progress) == "done", 120)
    assert visitor.get(progress)[0] == progress.removesuffix("progress/")


def test_a_taken_port_is_one_plain_sentence(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "comparer.web.serve"],
            env=environment | {"PORT": str(port)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stdout + done.stderr == (
        f"Port {port} on 127.0.0.1 cannot be used (Address already in use). Choose another: make run PORT={port + 1}\n"
    )


def test_a_missing_model_ends_the_site_and_names_the_command(environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "comparer.web.serve"],
        env=environment | {"COMPARER_MODEL_DIR": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "Run `make setup`" in done.stderr
    assert "Traceback" not in done.stderr
