"""Ends a child process that has been silent for too long."""

from __future__ import annotations

import subprocess
import threading
import time
from types import TracebackType
from typing import Self

_LOOKS_EVERY = 0.25


class Watchdog:
    """For `with`: kills `child` once nobody has called `pat` for so many seconds; `has_bitten` says whether it did."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        self._child = child
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        self._over = threading.Event()
        self.has_bitten = False

    def pat(self) -> None:
        self._deadline = time.monotonic() + self._seconds

    def __enter__(self) -> Self:
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()

    def _watch(self) -> None:
        while not self._over.wait(min(_LOOKS_EVERY, self._seconds)):
            if time.monotonic() > self._deadline:
                self.has_bitten = True
                self._child.kill()
                return
