"""The web process: `python -m comparer.web.server FD` serves the site on a socket that is already listening."""

from __future__ import annotations

import signal
import socket
import sys
from typing import Any

import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from comparer.web.lifeline import hold_lifeline

CONNECTIONS = 800
"""Browsers that may stay connected at once: a class of phones holds one each, all lesson long. Waitress would take 100."""


def main(listening: int) -> None:
    """Serve until SIGTERM; requests under way are finished first."""
    hold_lifeline()
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    application = get_wsgi_application()
    # Load every page's code now: what is broken shows at the start, and the first visitor does not wait.
    _ = get_resolver().url_patterns
    waitress.serve(
        application,
        sockets=[socket.socket(fileno=listening)],
        threads=settings.COMPARER_WEB_THREADS,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,
        # The site answers large requests itself, with a page that explains; this only bounds what it reads.
        max_request_body_size=max(4 * settings.COMPARER_MAX_REQUEST_BYTES, *settings.COMPARER_LONG_REQUESTS.values()),
        ident=None,
        _quiet=True,
        **_proxy_options(),
    )


def _proxy_options() -> dict[str, Any]:
    """Believe what a proxy says about the visitor only where a setting says that there is one."""
    if not settings.COMPARER_BEHIND_PROXY:
        return {"clear_untrusted_proxy_headers": True}
    return {"trusted_proxy": "*", "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}


if __name__ == "__main__":
    main(int(sys.argv[1]))
