"""One command for the whole site: `python -m comparer.web.serve` runs web server and background workers together."""

from __future__ import annotations

import http.client
import os
import socket
import sys
import threading
import time

from django.conf import settings

from comparer.web.supervisor import Program, Supervisor

WAITING_LINE = 512
"""Connections that the system keeps while the web process starts or restarts."""


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comparer.config.settings")
    host, port = settings.COMPARER_HOST, settings.PORT
    try:
        listening = listen(host, port)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        print(f"Port {port} on {host} cannot be used ({reason}). Choose another: make run PORT={port + 1}")
        return 1
    threading.Thread(target=announce, args=(host, listening.getsockname()[1]), daemon=True).start()
    return Supervisor(_programs(listening)).run()


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket that outlives restarts of the web process. OSError if the port is not free."""
    listening = socket.create_server((host, port), backlog=WAITING_LINE)
    listening.set_inheritable(True)
    return listening


def announce(host: str, port: int, *, patience: float = 120.0) -> None:
    """Print the address once the site answers; whatever it answers, it is there."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection(host, port, timeout=patience)
        try:
            connection.request("GET", "/health/", headers={"Host": _own_name()})
            connection.getresponse()
        except OSError:
            time.sleep(0.1)
        else:
            print(f"\nComparer is ready at http://{host}:{port}/ (Ctrl-C ends it).\n", flush=True)
            return
        finally:
            connection.close()


def _own_name() -> str:
    """A name that the site answers to, else the request would be logged as suspicious."""
    names = [name.lstrip(".") for name in settings.ALLOWED_HOSTS if name != "*"]
    return names[0] if names else "localhost"


def _programs(listening: socket.socket) -> list[Program]:
    number = listening.fileno()
    web = Program("web server", [sys.executable, "-m", "comparer.web.server", str(number)], inherited=(number,))
    worker = [sys.executable, "-m", "django", "work", "--supervised"]
    return [web, *(Program("background worker", worker) for _ in range(settings.COMPARER_WORKERS))]


if __name__ == "__main__":
    sys.exit(main())
