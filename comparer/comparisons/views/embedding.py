"""Small pages for a frame on somebody else's site: one card or one ledger of a comparison, while its link works.

They need no cookie and no script, hold nothing of the owner, and are the only pages here that may be framed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any

from csp.constants import NONE
from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from comparer.analysis.report import Report
from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.deeds import say_deed
from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.exporting.citation import cite_title
from comparer.comparisons.exporting.export import Export, make_export
from comparer.comparisons.ledgers import LEDGERS
from comparer.comparisons.ledgers.slopes import say_slopes
from comparer.comparisons.ledgers.titles import TITLES
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.presenting import present
from comparer.comparisons.presenting.permalink import find_named
from comparer.comparisons.presenting.shown import collect
from comparer.comparisons.presenting.sides import Names
from comparer.comparisons.services import read_report
from comparer.comparisons.sharing.quoting import limit_quotations
from comparer.comparisons.sharing.reader import find_working, hide_from_others, is_known
from comparer.comparisons.views.correcting import name_corrected
from comparer.comparisons.views.ledgers import open_book

FRAMED = {"frame-ancestors": ["*"], "script-src": [NONE], "connect-src": [NONE], "form-action": [NONE]}
STATUS = {
    "unknown": HTTPStatus.NOT_FOUND,
    "gone": HTTPStatus.GONE,
    "taken_out": HTTPStatus.GONE,
    "later": HTTPStatus.SERVICE_UNAVAILABLE,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """What stands behind a link."""

    link: ShareLink
    report: Report
    corrected: Corrected

    @property
    def names(self) -> Names:
        return name_corrected(self.link.comparison, self.corrected)


Part = Callable[[HttpRequest, Opened, str], HttpResponse]


def _embedded(part: Part) -> Callable[..., HttpResponseBase]:
    """Open the link for a part of its comparison, or answer with a small page; all of it may stand in a frame."""

    @login_not_required
    @xframe_options_exempt
    @csp_replace(FRAMED)
    @require_safe
    @hide_from_others
    @wraps(part)
    def embedded(request: HttpRequest, key: str, what: str) -> HttpResponse:
        link = find_working(key)
        if link is None or not link.is_embeddable:
            return _say(request, "gone" if is_known(key) else "unknown")
        report = read_report(link.comparison)
        if report is None:
            return _say(request, "later")
        corrected = read_corrected(comparison=link.comparison, report=report)
        return part(request, Opened(link, report, corrected), what)

    return embedded


@_embedded
def embedded_card(request: HttpRequest, opened: Opened, what: str) -> HttpResponse:
    """Show one card, named by what it says: another run of the analysis never puts another one in its place."""
    corrected, names = opened.corrected, opened.names
    mark = _find(corrected, what)
    if mark is None:
        return _say(request, "unknown", opened.link)
    cut = limit_quotations(corrected.report, settings.COMPARER_QUOTE_LIMIT)
    query = {"card": [mark], "show": ["all"]}
    page = present(cut, query=query, left_name=names.left, right_name=names.right, with_texts=False)
    if page.card is None:
        return _say(request, "taken_out", opened.link)
    deeds = tuple(say_deed(one.action, one.value, names) for one in corrected.said.get(mark, ()))
    return _show(request, "card", opened, {"card": page.card, "deeds": deeds})


def _find(corrected: Corrected, name: str) -> str | None:
    """Return the id of the mark of this name, which it may have had before people gave it another kind."""
    for report in (corrected.report, corrected.before):
        if mark := find_named(report, collect(report), name):
            return mark
    return None


@_embedded
def embedded_ledger(request: HttpRequest, opened: Opened, what: str) -> HttpResponse:
    """Show one ledger."""
    if what not in LEDGERS:
        return _say(request, "unknown", opened.link)
    book = open_book(opened.link.comparison, opened.corrected, settings.COMPARER_QUOTE_LIMIT)
    context = {
        "book": book,
        "ledger": {"name": what, "title": TITLES[what], "count": len(book.rows(what))},
        "slopes_said": say_slopes(book.prominence, book.names_of_sides),
        "corrections": len(opened.corrected.said),
    }
    return _show(request, "ledger", opened, context)


def _show(request: HttpRequest, part: str, opened: Opened, more: dict[str, Any]) -> HttpResponse:
    context = {
        "names": opened.names,
        "cited": cite_title(_export(opened.link.comparison, opened.corrected)),
        "engine": opened.report.engine,
        "detail": opened.link.get_absolute_url(),
        "is_limited": settings.COMPARER_QUOTE_LIMIT > 0,
    }
    return render(request, f"comparisons/embed/{part}.html", context | more)


def _export(comparison: Comparison, corrected: Corrected) -> Export:
    outlets = (
        corrected.outlets.get("left", comparison.left.outlet),
        corrected.outlets.get("right", comparison.right.outlet),
    )
    return make_export(corrected.report, made=comparison.heartbeat, outlets=outlets)


def _say(request: HttpRequest, what: str, link: ShareLink | None = None) -> HttpResponse:
    """Answer with one sentence, fit for a frame; `link` leads to the comparison where that still works."""
    context = {"what": what, "detail": link.get_absolute_url() if link else ""}
    return render(request, "comparisons/embed/nothing.html", context, status=STATUS[what])
