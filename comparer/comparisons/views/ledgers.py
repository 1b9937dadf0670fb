"""The ledgers of a finished comparison: pages of tables, and each as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.ledgers import LEDGERS, Book, LedgerName, make_book, make_sheet, write_csv
from comparer.comparisons.ledgers.slopes import say_slopes
from comparer.comparisons.ledgers.titles import TITLES, Title
from comparer.comparisons.models import Comparison
from comparer.comparisons.services import read_report
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
    """A ledger on the page: its name, its words, and whether it holds anything."""

    name: LedgerName
    title: Title
    count: int


@login_not_required
@require_safe
def comparison_ledgers(request: HtmxRequest, key: str) -> HttpResponse:
    """Show one ledger, or all below each other (`?ledger=all`) to be printed; numbers unless the address asks for another."""
    comparison = _visible(request, key)
    report = read_report(comparison)
    if report is None:
        return go_to(request, reverse("comparison_progress", args=[key]))
    corrected = read_corrected(comparison=comparison, report=report)
    book = _book(comparison, corrected)
    wanted = request.GET.get("ledger", LEDGERS[0])
    wanted = wanted if wanted in (*LEDGERS, ALL) else LEDGERS[0]
    shown = [Shown(name, TITLES[name], len(book.rows(name))) for name in LEDGERS if wanted in (name, ALL)]
    context = {
        "comparison": comparison,
        "book": book,
        "names": book.names_of_sides,
        "tabs": _tabs(book, wanted),
        "ledgers": shown,
        "slopes_said": say_slopes(book.prominence, book.names_of_sides),
        "engine": report.engine,
        "corrections": len(corrected.said),
        "detail": comparison.get_absolute_url(),
    }
    return render(request, PAGE, context)


@login_not_required
@require_safe
def comparison_ledger_csv(request: HtmxRequest, key: str, ledger: str) -> HttpResponse:
    """Hand out one ledger as CSV. 404 where there is no such ledger, or no result yet."""
    comparison = _visible(request, key)
    report = read_report(comparison) if ledger in LEDGERS else None
    if report is None:
        raise Http404
    book = _book(comparison, read_corrected(comparison=comparison, report=report))
    sheet = make_sheet(book, cast(LedgerName, ledger))
    attachment = {"Content-Disposition": f'attachment; filename="comparison-{key}-{ledger}.csv"'}
    return HttpResponse(write_csv(sheet), content_type="text/csv; charset=utf-8", headers=attachment)


def _visible(request: HtmxRequest, key: str) -> Comparison:
    visible = Comparison.objects.visible_to(person_asking(request)).with_labels()
    return get_object_or_404(visible, key=key)


def _book(comparison: Comparison, corrected: Corrected) -> Book:
    """Return the ledgers of the report as people corrected it."""
    return make_book(corrected.report, name_corrected(comparison, corrected))


def _tabs(book: Book, wanted: str) -> list[Tab]:
    tabs = [Tab(name, TITLES[name].label, len(book.rows(name)), chosen=wanted == name) for name in LEDGERS]
    return [*tabs, Tab(ALL, "All, to print", None, chosen=wanted == ALL)]
