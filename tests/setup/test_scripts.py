"""The shell scripts behind make, run on machines that are pretended by a PATH of stand-ins."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / ".setup"
OLD_PYTHON = 'if [ "$1" = --version ]; then echo "Python 3.9.2"; else exit 1; fi'
NO_VENV = """case "$2" in
*ensurepip*) [ -e "$MACHINE/venv-installed" ]; exit ;;
*%d.%d*) echo 3.12 ;;
*version_info*) exit 0 ;;
esac
case "$1 $2" in "-m venv") mkdir "$3" ;; esac"""
APT_GET = 'echo "$@" >>"$MACHINE/installed"; touch "$MACHINE/venv-installed"; case "$*" in *chromium*) cp "$MACHINE/id" "$MACHINE/chromium" ;; esac'

Stand = Callable[[str, str], None]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder that is the whole PATH: the shell's own commands, no Python, no browser, not the superuser."""
    folder = tmp_path / "machine"
    folder.mkdir()
    for name in ("sh", "rm", "mkdir", "touch", "cp"):
        (folder / name).symlink_to(str(shutil.which(name)))
    return folder


@pytest.fixture
def stand(machine: Path) -> Stand:
    def stand(name: str, body: str) -> None:
        (machine / name).write_text(f"#!/bin/sh\n{body}\n")
        (machine / name).chmod(0o755)

    stand("id", "echo 1000")
    return stand


@pytest.fixture
def run(machine: Path, tmp_path: Path) -> Run:
    def run(script: str, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(SCRIPTS / script), *arguments],
            env={"PATH": str(machine), "MACHINE": str(machine)} | given,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_environment_without_python_is_a_sentence(run: Run) -> None:
    done = run("make-environment.sh", "env", "python3")
    assert done.returncode == 1
    assert done.stderr == "Python is missing: install Python 3.11 or later, then run this again.\n"


def test_environment_with_old_python_names_it(run: Run, stand: Stand) -> None:
    stand("python3", OLD_PYTHON)
    done = run("make-environment.sh", "env", "python3")
    assert done.returncode == 1
    assert done.stderr.startswith("Python 3.9.2 is too old: Python 3.11 or later is needed.")


def test_environment_that_cannot_be_made_tells_the_one_command(run: Run, stand: Stand, tmp_path: Path) -> None:
    stand("python3", NO_VENV)
    done = run("make-environment.sh", "env", "python3")
    assert done.returncode == 1
    assert "sudo apt-get install python3-venv" in done.stderr
    assert not (tmp_path / "env").exists()


def test_environment_as_superuser_installs_what_is_missing(
    run: Run, stand: Stand, machine: Path, tmp_path: Path
) -> None:
    stand("python3", NO_VENV)
    stand("id", "echo 0")
    stand("apt-get", APT_GET)
    done = run("make-environment.sh", "env", "python3")
    assert (done.returncode, done.stderr) == (0, "")
    assert (machine / "installed").read_text() == "update -qq\ninstall -y -qq python3.12-venv\n"
    assert (tmp_path / "env").is_dir()


def test_environment_uses_sudo_only_where_it_asks_no_password(run: Run, stand: Stand, machine: Path) -> None:
    stand("python3", NO_VENV)
    stand("apt-get", APT_GET)
    stand("sudo", 'echo "sudo $1" >>"$MACHINE/installed"; shift; exec "$@"')
    assert run("make-environment.sh", "env", "python3").returncode == 0
    assert (machine / "installed").read_text().splitlines()[0] == "sudo -n"


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
def test_chromium_that_is_there_is_found(run: Run, stand: Stand, machine: Path, name: str) -> None:
    stand(name, "")
    done = run("find-chromium.sh")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{machine}/{name}\n", "")


def test_chromium_may_be_named(run: Run, stand: Stand, tmp_path: Path) -> None:
    stand("chromium", "")
    own = tmp_path / "own browser"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    assert run("find-chromium.sh", CHROMIUM=str(own)).stdout == f"{own}\n"


def test_chromium_named_wrongly_is_a_sentence(run: Run, stand: Stand) -> None:
    stand("chromium", "")
    done = run("find-chromium.sh", CHROMIUM="/no/such/browser")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "CHROMIUM is /no/such/browser, but there is no such program.\n"


def test_chromium_is_installed_by_the_superuser(run: Run, stand: Stand, machine: Path) -> None:
    stand("id", "echo 0")
    stand("apt-get", APT_GET)
    done = run("find-chromium.sh")
    assert (done.returncode, done.stdout) == (0, f"{machine}/chromium\n")
    assert "installing one" in done.stderr


def test_chromium_that_cannot_be_had_fails_saying_how(run: Run, stand: Stand) -> None:
    stand("apt-get", "exit 100")
    done = run("find-chromium.sh")
    assert (done.returncode, done.stdout) == (1, "")
    assert "sudo apt-get install chromium" in done.stderr
    assert "CHROMIUM=/path/to/it" in done.stderr


def test_pages_and_browser_tests_run_apart(tmp_path: Path) -> None:
    """No test found (5) is no failure; a failing call is, and does not keep the others from running."""
    python = tmp_path / "python"
    for codes, expected in {"0 0 0": 0, "5 5 0": 0, "1 0 0": 1, "0 1 0": 1, "0 2 0": 1, "0 0 1": 1}.items():
        log = tmp_path / f"log {codes}"
        python.write_text(
            '#!/bin/sh\necho "$DJANGO_ALLOW_ASYNC_UNSAFE|$*" >>"$LOG"\n'
            'set -- $CODES\nshift $(($(grep -c . "$LOG") - 1))\nexit $1\n'
        )
        python.chmod(0o755)
        done = subprocess.run(
            [str(SCRIPTS / "test.sh"), str(python)],
            env=os.environ | {"LOG": str(log), "CODES": codes, "CHROMIUM": "/bin/sh", "DJANGO_ALLOW_ASYNC_UNSAFE": ""},
            cwd=SCRIPTS.parent,
            check=False,
        )
        assert done.returncode == expected, codes
        pages, browser, postgresql = log.read_text().splitlines()
        assert (pages, browser) == ("|-m pytest", "1|-m pytest tests/browser")
        assert postgresql.startswith(f"|-m tests.postgresql {python} -m pytest tests/")
