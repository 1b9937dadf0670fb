"""Correcting what is known of a piece, in its place on the page or on a page of its own, with undo."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from comparer.library.finding.editing import ItemForm, change_item, undo_change
from comparer.library.views.items import UNDO, find_item
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part


@require_http_methods(["GET", "HEAD", "POST"])
def item_edit(request: HtmxRequest, key: str) -> HttpResponse:
    """Show the form, or write what was typed."""
    item = find_item(request, key)
    if not request.user.has_perm("library.change_item"):
        raise PermissionDenied
    form = ItemForm(request.POST if request.method == "POST" else None, item=item)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render_page_or_part(
            request, "library/item_edit.html", "item-form", {"item": item, "form": form}, status=status
        )
    token = change_item(item=item, to=form.cleaned_data)
    return _back(request, key, token, "Saved.")


@require_POST
def item_undo(request: HtmxRequest, key: str) -> HttpResponse:
    """Take the last change back, by the token that came with it."""
    item = find_item(request, key)
    if not request.user.has_perm("library.change_item"):
        raise PermissionDenied
    token = undo_change(item=item, token=request.POST.get("token", ""))
    if token is None:
        messages.error(request, "This change can no longer be taken back. Edit the details instead.")
        return go_to(request, item.get_absolute_url())
    return _back(request, key, token, "Taken back.")


def _back(request: HtmxRequest, key: str, token: str, said: str) -> HttpResponse:
    """Lead to the piece, whose page offers the undo once."""
    request.session[UNDO] = {"key": key, "token": token, "said": said}
    return go_to(request, reverse("item_detail", args=[key]))
