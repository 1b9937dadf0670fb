"""End a program whose supervisor has vanished, so that no stray server keeps the port."""

from __future__ import annotations

import os
import signal
import sys
import threading


def hold_lifeline() -> None:
    """Watch standard input in the background; when it closes, ask this process to end (SIGTERM)."""
    threading.Thread(target=_wait_for_the_end, daemon=True).start()


def _wait_for_the_end() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
