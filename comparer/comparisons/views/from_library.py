"""Two pieces of the library: a comparison."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from comparer.comparisons.services import compare_kept
from comparer.library.finding.picking import read_picked
from comparer.web.htmx import HtmxRequest, go_to
from comparer.web.people import person_asking


@require_POST
def item_compare(request: HtmxRequest) -> HttpResponse:
    """Compare the two chosen pieces (pick=KEY, twice) as they stand now."""
    return compare_picked(request, leads_to="comparison_progress")


def compare_picked(request: HtmxRequest, *, leads_to: str) -> HttpResponse:
    """Have the two chosen pieces compared, and go to the page of that name, which takes the comparison's key."""
    if not request.user.has_perm("library.compare_item"):
        raise PermissionDenied
    person = person_asking(request)
    picked = read_picked(request.POST, person=person)
    articles = [item.current for item in picked.items if item.current]
    if len(articles) != 2:
        messages.error(request, "Choose two pieces that are still in the library.")
        return go_to(request, reverse("item_list", query={"pick": picked.keys}))
    comparison = compare_kept(left=articles[0], right=articles[1], requested_by=person)
    return go_to(request, reverse(leads_to, args=[comparison.key]))
