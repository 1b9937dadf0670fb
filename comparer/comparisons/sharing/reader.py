"""What stands between a link and its reader: is there such a link, does it still work, and what else is kept back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from comparer.comparisons.models import ShareLink
from comparer.comparisons.querysets import LONG_COLUMNS

HEADERS = {
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    # The address is the key: it must not be told to any site that the page links to.
    "Referrer-Policy": "no-referrer",
}


def hide_from_others(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Keep the answer out of search engines, caches and other sites' records."""

    @never_cache
    @wraps(view)
    def hidden(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return hidden


def find_working(key: str) -> ShareLink | None:
    """Return the link with its comparison and labels; None where the link, or the comparison, is no more."""
    long_columns = (f"comparison__{column}" for column in LONG_COLUMNS)
    links = _links(key).select_related("comparison__left", "comparison__right").defer(*long_columns)
    link = links.filter(comparison__deleted__isnull=True).first()
    return link if link and link.works else None


def is_known(key: str) -> bool:
    """Whether there is such a link, working or not."""
    return _links(key).exists()


def say_what_is_wrong(request: HttpRequest, key: str) -> HttpResponse:
    """Answer 410 for a link that worked once, 404 for one that is not known; one page says what to do."""
    status = HTTPStatus.GONE if is_known(key) else HTTPStatus.NOT_FOUND
    return render(request, "comparisons/share_link_gone.html", {"is_gone": status == HTTPStatus.GONE}, status=status)


def say_come_back(request: HttpRequest) -> HttpResponse:
    """Answer 503 while the comparison behind a link is being made anew."""
    response = render(request, "comparisons/share_link_later.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = "30"
    return response


def _links(key: str) -> QuerySet[ShareLink]:
    """PostgreSQL refuses to look for some characters, such as the one of code 0, which no key holds."""
    return ShareLink.objects.filter(key=key) if key.isalnum() else ShareLink.objects.none()
