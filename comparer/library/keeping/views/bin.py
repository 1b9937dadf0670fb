"""The bin: what was deleted, and bringing it back."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from comparer.library.catalogue.models import Item
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.keeping.bin import bin_items, goes_for_good, restore_items
from comparer.web.htmx import HtmxRequest, go_to, wants_part
from comparer.web.people import person_asking

PAGE = "library/bin.html"
PER_PAGE = 50
may_delete = permission_required("library.delete_item", raise_exception=True)


def _seen(request: HtmxRequest) -> ItemQuerySet:
    return Item.objects.in_collections_of(person_asking(request)).for_list()


@may_delete
@require_safe
def library_bin(request: HtmxRequest) -> HttpResponse:
    """List what lies in the bin, last deleted first. ?undo=KEY offers to take back the deletion just made."""
    rows = _seen(request).in_bin().order_by("-binned", "-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    entries = [(item, goes_for_good(item)) for item in page]
    return render(request, PAGE, {"page": page, "entries": entries, "days": settings.COMPARER_BIN_DAYS})


@may_delete
@require_POST
def item_bin(request: HtmxRequest, key: str) -> HttpResponse:
    """Put a piece into the bin. The answer offers to undo."""
    item = get_object_or_404(_seen(request).live(), key=key)
    bin_items(items=Item.objects.filter(pk=item.pk), by=request.user)
    if wants_part(request):
        return render(request, f"{PAGE}#binned", {"item": item})
    messages.success(request, f"“{item.title}” is in the bin. You can bring it back from here.")
    return go_to(request, reverse("library_bin"))


@may_delete
@require_POST
def item_restore(request: HtmxRequest, key: str) -> HttpResponse:
    """Bring a piece back from the bin to where it lay."""
    item = get_object_or_404(_seen(request).in_bin(), key=key)
    back = restore_items(items=Item.objects.filter(pk=item.pk), by=request.user)
    if wants_part(request):
        return render(request, f"{PAGE}#restored", {"item": item, "is_refused": bool(back.refused)})
    if back.refused:
        messages.error(
            request,
            f"“{item.title}” stays in the bin: another piece of “{item.collection}” has its address now. "
            "Delete that one first, or change its address.",
        )
    else:
        messages.success(request, f"“{item.title}” is back in “{item.collection}”.")
    return go_to(request, reverse("library_bin"))
