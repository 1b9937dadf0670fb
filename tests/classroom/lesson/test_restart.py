"""A class answers while the web process is killed again and again: every answer is there, each once."""

from __future__ import annotations

import http.client
import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import uuid4

from tests.classroom.lesson.site import Site, serving
from tests.classroom.lesson.student import Student

STUDENTS = 8
ROUNDS = 8
KILLS = 2
PATIENCE = 60.0

Sent = tuple[str, str, dict[str, list[str]], str]


def insist(act: Callable[[], object]) -> None:
    """Try again until the server answers, as the page does."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            act()
        except (OSError, http.client.HTTPException):
            assert time.monotonic() < deadline
            time.sleep(0.2)
        else:
            return


def attend(site: Site, number: int, all_are_in: Barrier) -> Sent:
    """Join, then answer the same task over and over, each time otherwise; return what was sent last."""
    student = Student(site.port, f"Otter {number}")
    student.join("BCD234")
    all_are_in.wait(PATIENCE)
    sending, chosen = "", ""
    for at in range(ROUNDS):
        sending, chosen = str(uuid4()), f"r{(number + at) % 2 + 1}"
        fields = {"item-i1": chosen}
        insist(lambda fields=fields, sending=sending: _accepted(student, fields, sending))  # type: ignore[misc]
        time.sleep(0.3)
    student.close()
    return student.nickname, "t1", {"i1": [chosen]}, sending


def _accepted(student: Student, fields: dict[str, str], sending: str) -> None:
    assert student.answer("t1", fields, sending) == 200


def kill_now_and_then(site: Site, all_are_in: Barrier) -> None:
    student = Student(site.port, "")
    all_are_in.wait(PATIENCE)
    for _ in range(KILLS):
        time.sleep(0.5)
        os.kill(site.web_process(), signal.SIGKILL)
        insist(lambda: student.ask("health", "GET", "/health/"))
    student.close()


def test_no_answer_is_lost_when_the_web_process_is_killed_and_restarted(tmp_path: Path) -> None:
    with serving(tmp_path) as site, ThreadPoolExecutor(STUDENTS + 1) as pool:
        all_are_in = Barrier(STUDENTS + 1)
        killing = pool.submit(kill_now_and_then, site, all_are_in)
        sent = list(pool.map(lambda number: attend(site, number, all_are_in), range(STUDENTS)))
        killing.result()
        assert sorted(site.answers()) == sorted(sent)
