"""Searches that an account keeps under a name."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from comparer.library.finding.models import SavedSearch
from comparer.web.forms import PlainCharField
from comparer.web.htmx import HtmxRequest, go_to

FILTERS = ("q", "outlet", "since", "until", "tag", "language", "collection", "state", "sort")
MOST = 50


class SavedSearchForm(forms.Form):
    name = PlainCharField(
        max_length=80, error_messages={"required": "Give the search a name, so that you find it again."}
    )
    query = PlainCharField(max_length=1000, widget=forms.HiddenInput)

    def clean_query(self) -> str:
        """Keep the filters alone, and refuse a search for everything."""
        given = QueryDict(self.cleaned_data["query"])
        kept = QueryDict(mutable=True)
        kept.update({name: given[name] for name in FILTERS if given.get(name)})
        if not kept:
            raise forms.ValidationError("Type words or set a filter first: this search finds everything.")
        return kept.urlencode()


@require_POST
def saved_search_make(request: HtmxRequest) -> HttpResponse:
    """Keep the search under a name; one of that name is replaced."""
    form = SavedSearchForm(request.POST)
    mine = SavedSearch.objects.filter(owner=request.user.pk, deleted__isnull=True)
    if form.is_valid() and mine.count() >= MOST:
        form.add_error(None, f"You have {MOST} saved searches. Delete one that you no longer need.")
    if not form.is_valid():
        return render(request, "library/saved_search_make.html", {"form": form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    name, query = form.cleaned_data["name"], form.cleaned_data["query"]
    if not mine.filter(name__iexact=name).update(name=name, query=query):
        SavedSearch.objects.create(owner_id=cast(int, request.user.pk), name=name, query=query)
    messages.success(request, f"The search “{name}” is saved.")
    return go_to(request, f"{reverse('item_list')}?{query}")


@require_POST
def saved_search_delete(request: HtmxRequest, pk: int) -> HttpResponse:
    """Delete it, with the chance to undo."""
    search = get_object_or_404(SavedSearch, owner=request.user.pk, deleted__isnull=True, pk=pk)
    search.deleted = timezone.now()
    search.save(update_fields=["deleted"])
    return go_to(request, reverse("item_list", query={"deleted": search.pk}))


@require_POST
def saved_search_restore(request: HtmxRequest, pk: int) -> HttpResponse:
    """Undo a deletion. Where the name has been given again meanwhile, that search stays and this one gets a number."""
    search = get_object_or_404(SavedSearch, owner=request.user.pk, pk=pk)
    mine = SavedSearch.objects.filter(owner=request.user.pk, deleted__isnull=True).exclude(pk=pk)
    taken = {name.casefold() for name in mine.values_list("name", flat=True)}
    names = [search.name, *(f"{search.name[:74]} ({number})" for number in range(2, MOST + 3))]
    search.name = next(name for name in names if name.casefold() not in taken)
    search.deleted = None
    search.save(update_fields=["deleted", "name"])
    return go_to(request, search.get_absolute_url())
