"""While the worker is busy: the steps by name as they happen, or why it failed."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from comparer.comparisons.models import Comparison
from comparer.comparisons.services import retry_comparison
from comparer.comparisons.states import Step
from comparer.comparisons.tasks import take_up_again
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part, wants_part
from comparer.web.people import person_asking

PAGE = "comparisons/comparison_progress.html"


@dataclass(frozen=True, slots=True)
class NamedStep:
    label: str
    status: str
    """done, current or to come."""


@login_not_required
@never_cache
@require_safe
def comparison_progress(request: HtmxRequest, key: str) -> HttpResponse:
    """Show how far it has come. htmx asks again and again, and says what it has seen, so that only news is sent."""
    return follow_progress(request, key)


def follow_progress(request: HtmxRequest, key: str, *, leads_to: str = "") -> HttpResponse:
    """Show the steps, and go on to a page of this site once it is done: the result, or what `leads_to` names.

    The page asks again at the address that it was asked for.
    """
    visible = Comparison.objects.visible_to(person_asking(request)).for_list()
    comparison = get_object_or_404(visible, key=key)
    if comparison.is_under_way and take_up_again(comparison.pk):
        comparison = visible.get(key=key)
    if comparison.is_done:
        return _show_result(request, leads_to or comparison.get_absolute_url())
    stands_at = f"{comparison.state}-{comparison.step}"
    if wants_part(request) and request.GET.get("seen") == stands_at:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    steps = name_steps(comparison)
    context = {
        "comparison": comparison,
        "is_mine": comparison.is_example or comparison.belongs_to(person_asking(request)),
        "leads_to": leads_to,
        "steps": steps,
        "stands_at": stands_at,
        "said": next((step.label for step in steps if step.status == "current"), ""),
    }
    return render_page_or_part(request, PAGE, "progress", context)


def _show_result(request: HtmxRequest, address: str) -> HttpResponse:
    if wants_part(request):
        # static/js/progress.js goes there without leaving the progress page behind the back button.
        return trigger_client_event(HttpResponse(status=HTTPStatus.NO_CONTENT), "comparison-done", {"address": address})
    return go_to(request, address)


@login_not_required
@require_POST
def comparison_retry(request: HtmxRequest, key: str) -> HttpResponse:
    """Begin a failed comparison anew with the texts that were kept; then go on to the page that waited for it."""
    mine = Comparison.objects.of(person_asking(request)).live()
    comparison = get_object_or_404(mine.for_list(), key=key)
    retry_comparison(comparison=comparison)
    waiting = request.POST.get("leads_to", "")
    is_ours = waiting.startswith("/") and url_has_allowed_host_and_scheme(waiting, allowed_hosts=None)
    return go_to(request, waiting if is_ours else reverse("comparison_progress", args=[key]))


def name_steps(comparison: Comparison) -> list[NamedStep]:
    """Return all steps in order, with the outlets' names where they are known."""
    labels = {
        Step.READING_LEFT: f"Reading {comparison.left.outlet or 'the first piece'}",
        Step.READING_RIGHT: f"Reading {comparison.right.outlet or 'the second piece'}",
        Step.COMPARING: "Comparing them claim by claim",
        Step.SAVING: "Saving the result",
    }
    order = list(Step)
    reached = order.index(Step(comparison.step)) if comparison.step else -1
    statuses = ("done" if place < reached else "current" if place == reached else "to come" for place in range(4))
    return [NamedStep(labels[step], status) for step, status in zip(order, statuses, strict=True)]
