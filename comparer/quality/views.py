"""The page on how right the analysis is."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comparer.analysis.compare import ENGINE
from comparer.quality.measured import read_shelf
from comparer.quality.page import make_page


@login_not_required
@require_safe
def quality(request: HttpRequest) -> HttpResponse:
    """Show what was measured; asks the database nothing."""
    return render(request, "quality.html", {"page": make_page(read_shelf(), engine=ENGINE)})
