"""Run a command with a PostgreSQL server that is there for it alone: `python -m tests.postgresql COMMAND...`.

The command finds the server's address in DATABASE_URL. Where no server can be run, a sentence says why and the command
is not run; the exit status is 0 then, for a machine without PostgreSQL is no fault of the project, but 1 where CI is set:
there nothing may be skipped unseen.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tests.postgresql.server import NoServerError, running_server


def main(command: list[str]) -> int:
    """Return the exit status of the command."""
    try:
        with running_server() as address:
            return subprocess.run(command, env=os.environ | {"DATABASE_URL": address}, check=False).returncode
    except NoServerError as refusal:
        print(f"Skipped what needs PostgreSQL. {refusal}", flush=True)
        return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
