"""The way in for requests that a learning platform's page sends: signed in themselves, so by no cookie of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

P = ParamSpec("P")


def from_platform(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Let a view be reached from a platform's page: without account, session and cookie, and never kept."""
    return login_not_required(never_cache(csrf_exempt(view)))
