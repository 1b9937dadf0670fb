"""The web process alone, as a site that is only reached over https, with and without a proxy before it."""

from __future__ import annotations

import contextlib
import http.client
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from comparer.web.serve import listen

ROOT = Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def serving(folder: Path, **given: str) -> Iterator[int]:
    """Yield the port of a web process with these settings."""
    environment = os.environ | {
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "comparer.config.settings",
        "COMPARER_HTTPS": "1",
        "DEBUG": "1",
    }
    with listen("127.0.0.1", 0) as listening:
        process = subprocess.Popen(
            [sys.executable, "-m", "comparer.web.server", str(listening.fileno())],
            env=environment | given,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            pass_fds=[listening.fileno()],
        )
        try:
            yield listening.getsockname()[1]
        finally:
            # Its supervisor seems to vanish: it ends by itself.
            process.communicate(timeout=20)
            assert process.returncode == 0


def status_of(port: int, path: str, **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize(("behind_proxy", "status"), [("1", 404), ("0", 301)])
def test_what_a_proxy_says_is_believed_only_where_there_is_one(tmp_path: Path, behind_proxy: str, status: int) -> None:
    with serving(tmp_path, COMPARER_BEHIND_PROXY=behind_proxy) as port:
        assert status_of(port, "/nothing-here/", X_Forwarded_Proto="https") == status
        assert status_of(port, "/nothing-here/", X_Forwarded_Proto="http") == 301
        assert status_of(port, "/nothing-here/") == 301
        assert status_of(port, "/health/") == 200


def test_a_name_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path, ALLOWED_HOSTS="compare.example") as port:
        assert status_of(port, "/health/", Host="compare.example") == 200
        assert status_of(port, "/health/", Host="evil.example") == 400
