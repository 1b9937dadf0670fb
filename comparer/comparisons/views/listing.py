"""My comparisons: find, rename, delete and bring back."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import cast, get_args

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import reswap, retarget

from comparer.comparisons.forms import RenameForm, SearchForm
from comparer.comparisons.models import Comparison
from comparer.comparisons.querysets import ComparisonQuerySet, Whose
from comparer.comparisons.services import delete_comparison, rename_comparison, restore_comparison
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part, wants_part
from comparer.web.people import person_asking

PAGE = "comparisons/comparison_list.html"


def _key(request: HtmxRequest, name: str) -> str:
    """PostgreSQL refuses to look for some characters, such as the one of code 0, which no key holds."""
    key = request.GET.get(name, "")
    return key if key.isalnum() else ""


def _mine(request: HtmxRequest) -> ComparisonQuerySet:
    return Comparison.objects.of(person_asking(request)).for_list()


@login_not_required
@require_safe
def comparison_list(request: HtmxRequest) -> HttpResponse:
    """List what this person made or was invited to, newest first.

    ?q searches, ?whose=mine or shared filters, ?page turns, ?deleted=KEY and ?hidden=KEY offer to undo.
    """
    mine = _mine(request)
    person = person_asking(request)
    search = SearchForm(request.GET)
    words = search.cleaned_data["q"] if search.is_valid() else ""
    whose = request.GET.get("whose", "")
    whose = cast(Whose, whose if whose in get_args(Whose) else "")
    rows = Comparison.objects.listed_for(person, whose).for_list().matching(words)
    page = Paginator(rows, settings.COMPARER_PER_PAGE).get_page(request.GET.get("page"))
    shared = Comparison.objects.shared_with(person).live()
    just_deleted, just_hidden = _key(request, "deleted"), _key(request, "hidden")
    deleted_after = timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)
    context = {
        "page": page,
        "search": search,
        "words": words,
        "whose": whose,
        "has_shared": shared.exists(),
        "hidden": shared.filter(key=just_hidden).for_list().first(),
        "deleted": mine.filter(deleted__isnull=False, key=just_deleted).first(),
        "deleted_lately": mine.deleted_since(deleted_after).exclude(key=just_deleted)[: settings.COMPARER_PER_PAGE],
        "example": None
        if page.paginator.count
        else Comparison.objects.filter(is_example=True).done().for_list().first(),
    }
    return render_page_or_part(request, PAGE, "comparison-list", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def comparison_rename(request: HtmxRequest, key: str) -> HttpResponse:
    """Give it another name, in its row or on a page of its own."""
    comparison = get_object_or_404(_mine(request).live(), key=key)
    form = RenameForm(request.POST if request.method == "POST" else None, initial={"name": comparison.name})
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        context = {"comparison": comparison, "form": form}
        response = render_page_or_part(
            request, "comparisons/comparison_rename.html", "rename-form", context, status=status
        )
        # The form stands where the name stood, also when it comes back with an error.
        return reswap(retarget(response, f"#name-{key}"), "innerHTML")
    rename_comparison(comparison=comparison, name=form.cleaned_data["name"])
    return _row_or_list(request, comparison)


@login_not_required
@require_POST
def comparison_delete(request: HtmxRequest, key: str) -> HttpResponse:
    """Take it out of the list, with the chance to undo."""
    comparison = get_object_or_404(_mine(request).live(), key=key)
    delete_comparison(comparison=comparison)
    if wants_part(request):
        return render(request, f"{PAGE}#deleted-row", {"comparison": comparison})
    return go_to(request, reverse("comparison_list", query={"deleted": key}))


@login_not_required
@require_POST
def comparison_restore(request: HtmxRequest, key: str) -> HttpResponse:
    """Undo a deletion."""
    comparison = get_object_or_404(_mine(request), key=key)
    return _row_or_list(request, restore_comparison(comparison=comparison))


def _row_or_list(request: HtmxRequest, comparison: Comparison) -> HttpResponse:
    if wants_part(request):
        return render(request, f"{PAGE}#row", {"comparison": comparison, "focus": True})
    return go_to(request, reverse("comparison_list"))
