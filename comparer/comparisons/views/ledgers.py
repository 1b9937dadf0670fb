"""The ledgers of a finished comparison: pages of tables, and each as CSV."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparer.analysis.report import Report
from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.deeds import say_deed
from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.exporting.downloads import ledger_address
from comparer.comparisons.exporting.formats import name_parts
from comparer.comparisons.ledgers import LEDGERS, Book, LedgerName, make_book, make_sheet, write_csv
from comparer.comparisons.ledgers.slopes import say_slopes
from comparer.comparisons.ledgers.titles import TITLES, Title
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.services import read_report
from comparer.comparisons.sharing.quoting import shorten_sides
from comparer.comparisons.sharing.reader import find_working, hide_from_others, say_come_back, say_what_is_wrong
from comparer.comparisons.sharing.roles import quote_limit
from comparer.comparisons.views.correcting import name_corrected
from comparer.web.htmx import HtmxRequest, go_to
from comparer.web.people import person_asking

PAGE = "comparisons/comparison_ledgers.html"
ALL = "all"


@dataclass(frozen=True, slots=True)
class Tab:
    name: str
    label: str
    count: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A ledger on the page: its name, its words, whether it holds anything, and where its CSV is."""

    name: LedgerName
    title: Title
    count: int
    csv: str


@login_not_required
@require_safe
def comparison_ledgers(request: HtmxRequest, key: str) -> HttpResponse:
    """Show one ledger, or all below each other (`?ledger=all`) to be printed; numbers unless the address asks for another."""
    comparison = _visible(request, key)
    report = read_report(comparison)
    if report is None:
        return go_to(request, reverse("comparison_progress", args=[key]))
    return _show(request, comparison, report, shared=None)


@login_not_required
@require_safe
@hide_from_others
def shared_ledgers(request: HtmxRequest, key: str) -> HttpResponse:
    """Show the same to the reader of a link, with nothing of its owner."""
    link = find_working(key)
    if link is None:
        return say_what_is_wrong(request, key)
    report = read_report(link.comparison)
    return _show(request, link.comparison, report, shared=link) if report else say_come_back(request)


def _show(request: HtmxRequest, comparison: Comparison, report: Report, *, shared: ShareLink | None) -> HttpResponse:
    corrected = read_corrected(comparison=comparison, report=report)
    limit = settings.COMPARER_QUOTE_LIMIT if shared else quote_limit(person_asking(request), comparison)
    book = open_book(comparison, corrected, limit)
    wanted = request.GET.get("ledger", LEDGERS[0])
    wanted = wanted if wanted in (*LEDGERS, ALL) else LEDGERS[0]
    chosen = [name for name in LEDGERS if wanted in (name, ALL)]
    context = {
        "comparison": comparison,
        "shared": shared,
        "is_limited": limit > 0,
        "book": book,
        "names": book.names_of_sides,
        "tabs": _tabs(book, wanted),
        "is_whole": wanted == ALL,
        "ledgers": [
            Shown(name, TITLES[name], len(book.rows(name)), ledger_address(comparison, shared, name)) for name in chosen
        ],
        "slopes_said": say_slopes(book.prominence, book.names_of_sides),
        "engine": report.engine,
        "corrections": len(corrected.said),
        "detail": (shared or comparison).get_absolute_url(),
    }
    return render(request, PAGE, context)


@login_not_required
@require_safe
def comparison_ledger_csv(request: HtmxRequest, key: str, ledger: str) -> HttpResponse:
    """Hand out one ledger as CSV. 404 where there is no such ledger, or no result yet."""
    comparison = _visible(request, key)
    report = read_report(comparison)
    if report is None:
        raise Http404
    return _hand_out(comparison, report, ledger)


@login_not_required
@require_safe
@hide_from_others
def shared_ledger_csv(request: HtmxRequest, key: str, ledger: str) -> HttpResponse:
    """Hand out one ledger as CSV to the reader of a link."""
    link = find_working(key)
    if link is None:
        return say_what_is_wrong(request, key)
    report = read_report(link.comparison)
    return _hand_out(link.comparison, report, ledger) if report else say_come_back(request)


def _hand_out(comparison: Comparison, report: Report, ledger: str) -> HttpResponse:
    """Answer with a file: it quotes no more than any file that leaves the site. Its name tells nothing of the owner."""
    if ledger not in LEDGERS:
        raise Http404
    corrected = read_corrected(comparison=comparison, report=report)
    book = open_book(comparison, corrected, settings.COMPARER_QUOTE_LIMIT)
    sheet = make_sheet(book, ledger)
    attachment = {"Content-Disposition": f'attachment; filename="{name_parts(book.names_of_sides)}-{ledger}.csv"'}
    return HttpResponse(write_csv(sheet), content_type="text/csv; charset=utf-8", headers=attachment)


def _visible(request: HtmxRequest, key: str) -> Comparison:
    visible = Comparison.objects.visible_to(person_asking(request)).with_labels()
    return get_object_or_404(visible, key=key)


def open_book(comparison: Comparison, corrected: Corrected, limit: int) -> Book:
    """Return the ledgers of the report as people corrected it; with a limit they quote no more than it allows."""
    shortened = shorten_sides(corrected.report, limit) if limit > 0 else None
    names = name_corrected(comparison, corrected)
    said = {
        mark: "; ".join(say_deed(one.action, one.value, names) for one in changes)
        for mark, changes in corrected.said.items()
    }
    return make_book(corrected.report, names, shortened, said)


def _tabs(book: Book, wanted: str) -> list[Tab]:
    tabs = [Tab(name, TITLES[name].label, len(book.rows(name)), chosen=wanted == name) for name in LEDGERS]
    return [*tabs, Tab(ALL, "All, to print", None, chosen=wanted == ALL)]
