"""The result: both pieces side by side."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparer.analysis.report import Report
from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.exporting.downloads import list_downloads
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.presenting import Page, present
from comparer.comparisons.services import read_report
from comparer.comparisons.sharing.inviting import note_opened
from comparer.comparisons.sharing.quoting import limit_quotations
from comparer.comparisons.sharing.roles import is_listed, part_of, quote_limit
from comparer.comparisons.views.correcting import show_corrections
from comparer.quality.measured import read_shelf
from comparer.quality.sureness import read_track
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part, wants_part
from comparer.web.people import person_asking

PAGE = "comparisons/comparison_detail.html"


@login_not_required
@require_safe
def comparison_detail(request: HtmxRequest, key: str) -> HttpResponse:
    """Show the result; before there is one, or where it is of an older form, send to the progress page.

    In place, a card or new filters are answered with that part alone: the texts are on the page already.
    """
    visible = Comparison.objects.visible_to(person_asking(request)).with_labels()
    comparison = get_object_or_404(visible, key=key)
    report = read_report(comparison)
    if report is None:
        return go_to(request, reverse("comparison_progress", args=[key]))
    if request.user.is_authenticated and not comparison.belongs_to(person_asking(request)):
        note_opened(comparison=comparison, user_id=request.user.pk)
    return show_result(request, comparison, report)


def show_result(
    request: HtmxRequest, comparison: Comparison, report: Report, *, shared: ShareLink | None = None
) -> HttpResponse:
    """Answer with the page of a report, or with the part that htmx asks for; `shared` for the reader of a link."""
    part = "card" if wants_part(request) and request.htmx.target == "card" else "chosen"
    context = show_context(request, comparison, report, query=request.GET, shared=shared)
    return render_page_or_part(request, PAGE, part, context)


def show_context(
    request: HtmxRequest, comparison: Comparison, report: Report, *, query: QueryDict, shared: ShareLink | None = None
) -> dict[str, Any]:
    """Return what the result page shows at this query string: the report as people corrected it."""
    corrected = read_corrected(comparison=comparison, report=report)
    outlets = {"left": comparison.left.outlet, "right": comparison.right.outlet} | corrected.outlets
    person = person_asking(request)
    part = "nobody" if shared else part_of(person, comparison)
    limit = settings.COMPARER_QUOTE_LIMIT if shared else quote_limit(person, comparison)
    page = present(
        limit_quotations(corrected.report, limit),
        query=dict(query.lists()),
        left_name=outlets["left"] or None,
        right_name=outlets["right"] or None,
        track=read_track(read_shelf().measured),
        with_texts=not wants_part(request),
        # What was taken out stands in the whole texts only.
        before=None if limit else corrected.before,
        taken_out=corrected.taken_out & corrected.said.keys(),
    )
    context = {
        "comparison": comparison,
        "page": page,
        "shared": shared,
        "part": part,
        "is_hidden": part in ("editor", "viewer") and not is_listed(person, comparison),
        "is_limited": limit > 0,
        "embed_href": _embedding_address(comparison, page) if part == "owner" else "",
        "ledgers_href": _ledgers_address(comparison, shared),
        "downloads": list_downloads(comparison, shared),
        "touched": corrected.said,
    }
    return context | show_corrections(request, comparison, corrected, page, is_shared=shared is not None, limit=limit)


def _embedding_address(comparison: Comparison, page: Page) -> str:
    """Return where the owner gets the snippet that embeds the card in focus; "" while there is none."""
    name = QueryDict(page.card.link.removeprefix("?")).get("mark") if page.card else None
    return (
        f"{reverse('comparison_share', args=[comparison.key], query={'embed': f'card-{name}'})}#embedding"
        if name
        else ""
    )


def _ledgers_address(comparison: Comparison, shared: ShareLink | None) -> str:
    return (
        reverse("shared_ledgers", args=[shared.key]) if shared else reverse("comparison_ledgers", args=[comparison.key])
    )
