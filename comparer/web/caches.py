"""What caches between here and the browser may keep: nothing of what one person sees."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

Answer = Callable[[HttpRequest], HttpResponse]


def keep_private(get_response: Answer) -> Answer:
    """Middleware: an answer that says nothing of caches is for this one browser, which asks again each time.

    Without it a content network may keep a file by the ending of its address (.csv, .zip) and hand it to anybody.
    The browser still goes back to a page as it was, with what was typed there, which "no-store" would lose.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "Cache-Control" not in response.headers:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    return middleware
