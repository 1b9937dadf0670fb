"""Taking down a piece of the library, which concerns everybody's comparisons of it."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from comparer.comparisons.models import Comparison
from comparer.comparisons.takedown import exercises_of, take_down_item
from comparer.library.catalogue.models import Item
from comparer.library.catalogue.same import same_texts
from comparer.library.keeping.forms import TakedownForm
from comparer.web.htmx import HtmxRequest
from comparer.web.people import person_asking


@permission_required("library.takedown_item", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def item_takedown(request: HtmxRequest, key: str) -> HttpResponse:
    """Say what will go and what stays, and ask for the reason: this is the one act here that nobody can undo."""
    rows = Item.objects.in_collections_of(person_asking(request)).for_list()
    item = get_object_or_404(rows, key=key)
    if item.taken_down:
        return render(request, "library/takedown.html", {"item": item})
    form = TakedownForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        versions = item.versions.values("pk")
        held = Comparison.objects.filter(Q(left__in=versions) | Q(right__in=versions))
        counts = {"comparisons": held.count(), "exercises": len(exercises_of(item))}
        same = same_texts([item], person=person_asking(request)).get(item.pk, [])
        context = {"item": item, "form": form, "versions": item.versions.count(), "same": same, **counts}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "library/takedown.html", context, status=status)
    done = take_down_item(item=item, reason=form.cleaned_data["reason"], by=request.user)
    messages.success(
        request,
        f"Taken down. Texts removed: {done.versions + done.copies}; comparisons emptied: {done.comparisons}; "
        f"exercises deleted: {done.exercises}.",
    )
    return redirect("item_takedown", key)
