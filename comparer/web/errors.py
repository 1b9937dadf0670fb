"""Requests that are too large. The other plain error pages are Django's own, by their templates' names (404.html)."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from comparer.web.limits import say_limits

Answer = Callable[[HttpRequest], HttpResponse]


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 413 where the request was too large, which Django counts among the bad ones."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return defaults.bad_request(request, exception)


def too_large(request: HttpRequest) -> HttpResponse:
    return render(request, "413.html", {"limits": say_limits()}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def refuse_too_large(get_response: Answer) -> Answer:
    """Middleware: answer a request that announces too great a length before its body is read."""

    def middleware(request: HttpRequest) -> HttpResponse:
        announced = request.headers.get("Content-Length") or "0"
        most = settings.COMPARER_LONG_REQUESTS.get(request.path, settings.COMPARER_MAX_REQUEST_BYTES)
        if announced.isdecimal() and int(announced) > most:
            return too_large(request)
        return get_response(request)

    return middleware
