"""Signs of life of the background workers, for the health page."""

from __future__ import annotations

import logging
import os
import socket
import threading

from django.db import DatabaseError, connection
from django.utils import timezone

from comparer.library.keeping.models import Worker

log = logging.getLogger(__name__)
SECONDS_BETWEEN_BEATS = 20.0


def worker_name() -> str:
    return f"{socket.gethostname()[:100]} {os.getpid()}"


def beat() -> None:
    """Note that this process is alive."""
    now = timezone.now()
    Worker.objects.update_or_create(
        name=worker_name(), defaults={"seen": now}, create_defaults={"seen": now, "started": now}
    )


def beat_in_background() -> threading.Event:
    """Note it again and again, from a thread of its own, until the event that this returns is set."""
    over = threading.Event()
    threading.Thread(target=_go_on, args=(over,), daemon=True).start()
    return over


def _go_on(over: threading.Event) -> None:
    while not over.is_set():
        try:
            beat()
        except DatabaseError:
            # The next beat makes up for it; the work itself goes on.
            log.warning("No sign of life could be written.", exc_info=True)
        finally:
            connection.close()
        over.wait(SECONDS_BETWEEN_BEATS)
