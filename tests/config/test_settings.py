from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "SECRET_KEY": "a-key-of-production-with-many-different-signs-0123456789-xyz",
    "ALLOWED_HOSTS": "compare.example",
    "COMPARER_HTTPS": "1",
}
READERS = r"read_(?:text|flag|number|list|folder)\(\s*\"([A-Z_]+)\""


def run(tmp_path: Path, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run Python with no settings but these, as on a fresh machine."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments],
        env=kept | {"DATA_DIR": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "comparer.config.settings"} | given,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def read_settings(tmp_path: Path, *names: str, **given: str) -> dict[str, Any]:
    program = f"import json; from django.conf import settings; print(json.dumps({{n: getattr(settings, n) for n in {names}}}))"
    done = run(tmp_path, "-c", program, **given)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_check_deploy_is_clean_in_production(tmp_path: Path) -> None:
    done = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "INFO", **PRODUCTION)
    assert (done.returncode, done.stderr) == (0, "")


def test_check_is_clean_on_a_laptop(tmp_path: Path) -> None:
    done = run(tmp_path, "manage.py", "check", "--fail-level", "INFO")
    assert (done.returncode, done.stderr) == (0, "")


def test_every_model_change_has_its_migration(tmp_path: Path) -> None:
    done = run(tmp_path, "manage.py", "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout


def test_defaults_are_safe(tmp_path: Path) -> None:
    found = read_settings(tmp_path, "DEBUG", "ALLOWED_HOSTS", "COMPARER_HOST", "SECURE_HSTS_SECONDS")
    assert found == {
        "DEBUG": False,
        "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "[::1]"],
        "COMPARER_HOST": "127.0.0.1",
        "SECURE_HSTS_SECONDS": 0,
    }


def test_a_laptop_keeps_one_key(tmp_path: Path) -> None:
    first = read_settings(tmp_path, "SECRET_KEY")
    assert len(first["SECRET_KEY"]) >= 50
    assert read_settings(tmp_path, "SECRET_KEY") == first


def test_a_given_key_leaves_no_file(tmp_path: Path) -> None:
    assert read_settings(tmp_path, "SECRET_KEY", **PRODUCTION)["SECRET_KEY"] == PRODUCTION["SECRET_KEY"]
    assert list((tmp_path / "data").iterdir()) == []


@pytest.mark.parametrize("given", [{}, {"DATABASE_URL": "sqlite:////tmp/elsewhere.sqlite3"}], ids=["default", "named"])
def test_sqlite_waits_its_turn_and_lets_readers_pass(tmp_path: Path, given: dict[str, str]) -> None:
    database = read_settings(tmp_path, "DATABASES", **given)["DATABASES"]["default"]
    assert database["NAME"] == given.get("DATABASE_URL", f"sqlite:///{tmp_path}/data/db.sqlite3").removeprefix(
        "sqlite:///"
    )
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_sqlite_really_runs_in_wal_mode(tmp_path: Path) -> None:
    program = (
        "import django; django.setup(); from django.db import connection as c; k = c.cursor();"
        "print(k.execute('PRAGMA journal_mode').fetchone()[0], k.execute('PRAGMA foreign_keys').fetchone()[0])"
    )
    done = run(tmp_path, "-c", program)
    assert done.stdout.split() == ["wal", "1"], done.stderr


def test_database_url_may_name_postgresql(tmp_path: Path) -> None:
    url = "postgresql://reader:s%40fe@db.example:5433/compare"
    database = read_settings(tmp_path, "DATABASES", DATABASE_URL=url)["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert [database[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "reader", "s@fe", "db.example", 5433, "compare",
    ]  # fmt: skip
    assert "OPTIONS" not in database


def test_mail_is_shown_until_a_server_is_named(tmp_path: Path) -> None:
    assert read_settings(tmp_path, "EMAIL_BACKEND")["EMAIL_BACKEND"].endswith("console.EmailBackend")
    named = read_settings(tmp_path, "EMAIL_BACKEND", EMAIL_HOST="mail.example")
    assert named["EMAIL_BACKEND"].endswith("smtp.EmailBackend")


def test_a_slip_in_a_setting_is_one_plain_sentence(tmp_path: Path) -> None:
    done = run(tmp_path, "manage.py", "check", COMPARER_MAX_CHARACTERS="lots")
    assert done.returncode != 0
    assert "COMPARER_MAX_CHARACTERS is 'lots'; write a whole number." in done.stderr


def test_policy_allows_no_inline_code_and_no_other_host() -> None:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert directives["default-src"] == ["'none'"]
    allowed = {source for sources in directives.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}
    assert [name for name, sources in directives.items() if "data:" in sources] == ["img-src"]


def environment_variables() -> set[str]:
    """Return the name of every environment variable that a person can set."""
    source = (ROOT / "comparer" / "config" / "settings.py").read_text()
    return set(re.findall(READERS, source)) | {"COMPARER_MODEL_DIR"}


def test_the_settings_are_found_in_the_source() -> None:
    assert {"DATA_DIR", "SECRET_KEY", "PORT", "COMPARER_HTTPS", "DATABASE_URL"} < environment_variables()


def test_every_setting_is_described_in_the_readme_and_none_is_made_up() -> None:
    described = set(re.findall(r"^\| `([A-Z_]+)` ", (ROOT / "README.md").read_text(), flags=re.MULTILINE))
    assert described == environment_variables()
