"""The result: both pieces side by side; and the report as a document."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from comparer.analysis.report import report_from_json
from comparer.comparisons.models import Comparison
from comparer.web.htmx import HtmxRequest
from comparer.web.people import person_asking


@login_not_required
@require_safe
def comparison_detail(request: HtmxRequest, key: str) -> HttpResponse:
    """Show the result; before there is one, send to the progress page."""
    visible = Comparison.objects.visible_to(person_asking(request)).select_related("left", "right")
    comparison = get_object_or_404(visible.defer("left__raw", "right__raw", "left__reading", "right__reading"), key=key)
    if not comparison.is_done:
        return redirect("comparison_progress", key=key)
    context = {"comparison": comparison, "report": report_from_json(comparison.report)}
    return render(request, "comparisons/comparison_detail.html", context)


@login_not_required
@require_safe
def comparison_report(request: HtmxRequest, key: str) -> HttpResponse:
    """Hand out the report as it is stored, to keep or to work on."""
    comparison = get_object_or_404(Comparison.objects.visible_to(person_asking(request)).done(), key=key)
    attachment = {"Content-Disposition": f'attachment; filename="comparison-{key}.json"'}
    return HttpResponse(comparison.report, content_type="application/json", headers=attachment)
