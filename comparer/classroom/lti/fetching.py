"""Asking a platform: only where its administrator said, not for long, and never more than a little."""

from __future__ import annotations

import time
from typing import Any

import requests
from django.core.exceptions import ValidationError

from comparer.classroom.lti.addresses import check_leads_outside

CONNECT_SECONDS, READ_SECONDS, MOST_SECONDS = 5, 10, 20
MOST_BYTES = 500_000


class PlatformSession(requests.Session):
    """What platforms are asked with: https only, no redirects, limits of time and size.

    The proxy and the certificates of the machine's environment hold.
    """

    def request(self, method: str, url: str, *args: Any, **options: Any) -> requests.Response:  # type: ignore[override]  # all its options pass through
        """Ask, and read the whole answer. RequestException where it may not be asked, goes on too long, or sends us elsewhere."""
        try:
            check_leads_outside(str(url))
        except ValidationError as refused:
            raise requests.exceptions.InvalidURL(refused.messages[0]) from refused
        options |= {"timeout": (CONNECT_SECONDS, READ_SECONDS), "allow_redirects": False, "stream": True}
        response = super().request(method, url, *args, **options)
        if response.is_redirect or 300 <= response.status_code < 400:
            response.close()
            raise requests.exceptions.TooManyRedirects("The platform sends us elsewhere.")
        response._content = _read(response)  # noqa: SLF001 -- what reading it whole would set
        return response


def _read(response: requests.Response) -> bytes:
    ends = time.monotonic() + MOST_SECONDS
    body = b""
    for part in response.iter_content(16_384):
        body += part
        if len(body) > MOST_BYTES or time.monotonic() > ends:
            response.close()
            raise requests.exceptions.ReadTimeout("The platform's answer was too long.")
    return body
