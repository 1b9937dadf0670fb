"""The whole site as `make run` starts it, with a room that waits for a class."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OPEN_ROOM = """
import json, sys
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from tests.classroom.making import make_exercise, make_room, make_teacher
from comparer.classroom.models import Room
teacher = make_teacher()
room = make_room(make_exercise(teacher), pace=sys.argv[1], code="BCD234")
session = SessionStore()
session.update({"_auth_user_id": str(teacher.pk), "_auth_user_backend": "django.contrib.auth.backends.ModelBackend",
                "_auth_user_hash": teacher.get_session_auth_hash()})
session.create()
print(json.dumps([room.pk, session.session_key]))
"""
READ_ANSWERS = """
import json
from comparer.classroom.models import Answer
rows = Answer.objects.values_list("pupil__nickname", "task", "given", "sending")
print(json.dumps([[name, task, given, str(sending)] for name, task, given, sending in rows]))
"""


@dataclass
class Site:
    process: subprocess.Popen[str]
    environment: dict[str, str]
    port: int
    room: int
    session: str
    """The teacher's session."""

    def web_process(self) -> int:
        """Return the id of the web process that runs under the supervisor now."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        for pid in listed:
            if "comparer.web.server" in Path(f"/proc/{pid}/cmdline").read_text():
                return int(pid)
        raise ProcessLookupError("The web process is not running.")

    def answers(self) -> list[tuple[str, str, dict[str, list[str]], str]]:
        """Return (nickname, task, what was given, sending) of all answers, from the database."""
        return [tuple(row) for row in json.loads(_run(READ_ANSWERS, self.environment))]


@contextmanager
def serving(folder: Path, *, pace: str = "pupil") -> Iterator[Site]:
    """Start the site on a database of its own, with a room whose code is BCD234, and end it."""
    environment = os.environ | {
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "comparer.config.settings",
        "DEBUG": "1",  # static files come from the source, nothing needs collecting
        "PORT": "0",
    }
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], env=environment, cwd=ROOT, check=True)
    room, session = json.loads(_run(OPEN_ROOM, environment, pace))
    command = [sys.executable, "-m", "comparer.web.serve"]
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        port = next(
            int(found[1]) for line in process.stdout if (found := re.search(r"ready at http://[\d.]+:(\d+)/", line))
        )
        yield Site(process, environment, port, room, session)
    finally:
        process.kill()
        process.communicate()


def _run(code: str, environment: dict[str, str], *arguments: str) -> str:
    code = f"import django; django.setup()\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout
