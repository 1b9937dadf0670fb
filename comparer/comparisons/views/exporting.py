"""Downloads of a result: for those who may open it, and for the reader of its link."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparer.analysis.report import Report
from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.exporting.export import make_export
from comparer.comparisons.exporting.formats import FORMATS, name_file
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.services import read_report
from comparer.comparisons.sharing.quoting import limit_quotations
from comparer.comparisons.sharing.reader import find_working, hide_from_others, say_come_back, say_what_is_wrong
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed
from comparer.web.htmx import HtmxRequest, go_to
from comparer.web.people import person_asking


@login_not_required
@require_safe
def comparison_export(request: HtmxRequest, key: str, form: str) -> HttpResponse:
    """Hand out the result as a file."""
    visible = Comparison.objects.visible_to(person_asking(request)).with_labels().done()
    comparison = get_object_or_404(visible, key=key)
    report = read_report(comparison)
    if report is None:
        return go_to(request, reverse("comparison_progress", args=[key]))
    link = ShareLink.objects.filter(comparison=comparison).first()
    answer = _hand_out(comparison, report, form, address=_public_address(request, comparison, link))
    note_deed(act=Act.EXPORTED, about=f"comparison {key}", by=request.user, note=f"as {form}")
    return answer


@login_not_required
@require_safe
@hide_from_others
def shared_export(request: HtmxRequest, key: str, form: str) -> HttpResponse:
    """Hand out the result as a file to the reader of a link."""
    link = find_working(key)
    if link is None:
        return say_what_is_wrong(request, key)
    report = read_report(link.comparison)
    if report is None:
        return say_come_back(request)
    return _hand_out(link.comparison, report, form, address=_public_address(request, link.comparison, link))


def _public_address(request: HttpRequest, comparison: Comparison, link: ShareLink | None) -> str:
    """Return where others can read the comparison, "" where nobody can."""
    if comparison.is_example:
        return request.build_absolute_uri(comparison.get_absolute_url())
    return request.build_absolute_uri(link.get_absolute_url()) if link and link.works else ""


def _hand_out(comparison: Comparison, report: Report, form: str, *, address: str) -> HttpResponse:
    wanted = FORMATS.get(form)
    if wanted is None:
        raise Http404
    left, right = comparison.left, comparison.right
    corrected = read_corrected(comparison=comparison, report=report)
    outlets = {"left": left.outlet, "right": right.outlet} | corrected.outlets
    export = make_export(
        limit_quotations(corrected.report, settings.COMPARER_QUOTE_LIMIT),
        made=comparison.heartbeat,
        address=address,
        sources=(left.address, right.address),
        outlets=(outlets["left"], outlets["right"]),
        limit=settings.COMPARER_QUOTE_LIMIT,
        corrected=corrected,
    )
    attachment = {"Content-Disposition": f'attachment; filename="{name_file(export, form)}"'}
    return HttpResponse(wanted.write(export), content_type=wanted.content_type, headers=attachment)
