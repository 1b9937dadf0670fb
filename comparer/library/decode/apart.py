"""Files parsed in a process of their own: a hostile one costs that process, never the one that asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from comparer.library.decode.found import FoundArticle, UnreadableFileError
from comparer.library.decode.watchdog import Watchdog

MOST_SECONDS = 20.0
_ROOT = Path(__file__).resolve().parents[3]
_LONGEST_ANSWER = 50_000_000
TOO_SLOW = "Reading this file took too long, so it was given up. Paste its text instead."
DIED = "Reading this file took more than an article should, so it was given up. Paste its text instead."


class Reader:
    """Decodes files in a child process, which is kept from one to the next and replaced when a file has ended it.

    For `with`; one thread at a time.
    """

    def __init__(self, *, seconds: float = MOST_SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def decode(self, name: str, data: bytes) -> FoundArticle:
        """Return the article in the file. UnreadableFileError where there is none or it costs too much to find it."""
        child = self._child = self._child or start_child("comparer.library.decode.child")
        with Watchdog(child, self._seconds) as watchdog:
            answer = _ask(child, name, data)
        if answer is None:
            self._end()
            raise UnreadableFileError(TOO_SLOW if watchdog.has_bitten else DIED)
        if "refused" in answer:
            raise UnreadableFileError(str(answer["refused"])[:300])
        return FoundArticle(**answer["found"]).checked()

    def _end(self) -> None:
        if self._child is None:
            return
        self._child.kill()
        self._child.communicate()
        self._child = None


def decode_apart(name: str, data: bytes) -> FoundArticle:
    """Decode one file in a child process of its own."""
    with Reader() as reader:
        return reader.decode(name, data)


def start_child(module: str) -> subprocess.Popen[bytes]:
    """Run a module with pipes. The child gets nothing of this process's environment: no passwords, no settings."""
    return subprocess.Popen(  # noqa: S603 -- a module of this project
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": str(_ROOT), "PATH": os.defpath, "LANG": "C.UTF-8"},
        cwd=_ROOT,
        start_new_session=True,
    )


def _ask(child: subprocess.Popen[bytes], name: str, data: bytes) -> dict[str, Any] | None:
    """Return the child's answer; None if it gave none."""
    assert child.stdin is not None  # noqa: S101 -- pipes, by start_child
    assert child.stdout is not None  # noqa: S101
    try:
        child.stdin.write(json.dumps({"name": name, "size": len(data)}).encode() + b"\n")
        child.stdin.write(data)
        child.stdin.flush()
        line = child.stdout.readline(_LONGEST_ANSWER)
        answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
    except (OSError, ValueError):
        return None
    return answer
