"""The link to a comparison: its owner's page to manage it, and what its reader sees."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.services import read_report
from comparer.comparisons.sharing.forms import LinkForm
from comparer.comparisons.sharing.reader import find_working, hide_from_others, say_come_back, say_what_is_wrong
from comparer.comparisons.sharing.services import renew_link, switch_link_off, switch_link_on
from comparer.comparisons.views.detail import show_result
from comparer.web.htmx import HtmxRequest
from comparer.web.people import person_asking


def _mine(request: HtmxRequest, key: str) -> Comparison:
    """Return the asking person's own comparison, done, or answer 404."""
    mine = Comparison.objects.of(person_asking(request)).live().done().for_list()
    return get_object_or_404(mine, key=key)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def comparison_share(request: HtmxRequest, key: str) -> HttpResponse:
    """Show the link and who can read by it; switch it on, or change until when it works."""
    comparison = _mine(request, key)
    link = ShareLink.objects.filter(comparison=comparison).first()
    form = LinkForm(
        request.POST if request.method == "POST" else None, initial={"last_day": link.last_day if link else None}
    )
    if form.is_valid():
        switch_link_on(comparison=comparison, last_day=form.cleaned_data["last_day"])
        messages.success(request, "Saved." if link and link.works else "The link works now.")
        return redirect("comparison_share", key)
    context = {
        "comparison": comparison,
        "link": link,
        "form": form,
        "is_limited": settings.COMPARER_QUOTE_LIMIT > 0,
        "address": request.build_absolute_uri(link.get_absolute_url()) if link else "",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "comparisons/comparison_share.html", context, status=status)


@login_not_required
@require_POST
def comparison_share_off(request: HtmxRequest, key: str) -> HttpResponse:
    """Switch the link off."""
    switch_link_off(comparison=_mine(request, key))
    messages.success(request, "The link is off. Nobody but you can open this comparison.")
    return redirect("comparison_share", key)


@login_not_required
@require_POST
def comparison_share_renew(request: HtmxRequest, key: str) -> HttpResponse:
    """Make the link anew; the old address stops working."""
    renew_link(comparison=_mine(request, key))
    messages.success(request, "This is a new link. The old one shows nothing any more.")
    return redirect("comparison_share", key)


@login_not_required
@require_safe
@hide_from_others
def shared_comparison(request: HtmxRequest, key: str) -> HttpResponse:
    """Show the result to whoever has the link, with nothing of its owner; else say what is wrong with the link."""
    link = find_working(key)
    if link is None:
        return say_what_is_wrong(request, key)
    report = read_report(link.comparison)
    if report is None:
        return say_come_back(request)
    return show_result(request, link.comparison, report, shared=link)
