"""Compare again with the version of the analysis that is installed now."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from comparer.comparisons.models import Comparison
from comparer.comparisons.services import compare_anew
from comparer.web.htmx import HtmxRequest, go_to
from comparer.web.people import person_asking


@login_not_required
@require_POST
def comparison_anew(request: HtmxRequest, key: str) -> HttpResponse:
    """Begin, and show how far it has come; where there is nothing newer, show the result."""
    mine = Comparison.objects.editable_by(person_asking(request)).for_list()
    comparison = get_object_or_404(mine, key=key)
    compare_anew(comparison=comparison)
    return go_to(request, reverse("comparison_progress", args=[key]))
