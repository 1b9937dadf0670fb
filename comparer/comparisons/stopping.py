"""Ending the work on one comparison from outside: nobody else should wait for a text without end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SECONDS_BETWEEN_RINGS = 5.0
"""A library may swallow the error where it rings; it then rings again."""


class StoppedError(Exception):
    """The time is over, or nobody waits for the result any more."""


@contextmanager
def stoppable(seconds: float) -> Iterator[Callable[[], None]]:
    """Raise StoppedError in the block after `seconds`, or once another thread calls what this yields.

    The alarm rings in the main thread of a process, where a worker runs its
    tasks; in other threads the block goes on to its end.
    """
    thread = threading.current_thread()
    if thread is not threading.main_thread() or thread.ident is None:
        yield lambda: None
        return
    ident = thread.ident
    signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, SECONDS_BETWEEN_RINGS)
    try:
        yield lambda: signal.pthread_kill(ident, signal.SIGALRM)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        # Ignored, not back to the default: an alarm that comes late would end the process.
        signal.signal(signal.SIGALRM, signal.SIG_IGN)


def _ring(_number: int, _frame: object) -> None:
    raise StoppedError
