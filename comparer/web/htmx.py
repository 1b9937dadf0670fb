"""One address that answers with its whole page, or with the part that htmx asked for."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

VARY = ("HX-Request", "HX-Boosted", "HX-History-Restore-Request")


class HtmxRequest(HttpRequest):
    htmx: HtmxDetails


def wants_part(request: HtmxRequest) -> bool:
    """Return True where htmx will swap the answer into the page that is there."""
    return bool(request.htmx) and not request.htmx.boosted and not request.htmx.history_restore_request


def render_page_or_part(
    request: HtmxRequest, page: str, part: str, context: Mapping[str, Any], *, status: int = HTTPStatus.OK
) -> HttpResponse:
    """Render `page` whole, or only its partial `part` for htmx."""
    template = f"{page}#{part}" if wants_part(request) else page
    response = render(request, template, context, status=status)
    patch_vary_headers(response, VARY)
    return response


def go_to(request: HtmxRequest, address: str) -> HttpResponse:
    """Send the browser to another page, whoever asked."""
    response = HttpResponseClientRedirect(address) if wants_part(request) else HttpResponseRedirect(address)
    patch_vary_headers(response, VARY)
    return response
