"""The server for the tests, and what happens where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import psycopg
import pytest

from tests.postgresql import server
from tests.postgresql.__main__ import main
from tests.postgresql.server import NoServerError, find_programs, running_server

WRITES_ITS_DATABASE = "import os, sys; open(sys.argv[1], 'w').write(os.environ['DATABASE_URL'])"


@pytest.fixture
def without_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_candidates", lambda: iter(()))


def test_server_runs_and_is_gone_afterwards() -> None:
    try:
        find_programs()
    except NoServerError as refusal:
        pytest.skip(str(refusal))
    with running_server() as address, psycopg.connect(address) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("postgres",)
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)


@pytest.mark.usefixtures("without_server")
@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_machine_without_postgresql_is_told_why_and_ci_does_not_let_it_pass(
    ci: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("CI", ci)
    ran = tmp_path / "ran"
    assert main([sys.executable, "-c", WRITES_ITS_DATABASE, str(ran)]) == code
    assert capsys.readouterr().out.startswith("Skipped what needs PostgreSQL. There is no PostgreSQL here")
    assert not ran.exists()
