"""One outlet: what is known of it, what others say of it with their source, and its pieces."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from comparer.library.catalogue.models import Item, Outlet
from comparer.web.htmx import HtmxRequest
from comparer.web.people import person_asking


@login_not_required
@require_safe
def outlet_detail(request: HtmxRequest, pk: int) -> HttpResponse:
    """Show an outlet to those who may see a piece of it, or who keep outlets."""
    items = Item.objects.visible_to(person_asking(request)).for_list().filter(outlet=pk)
    outlets = Outlet.objects.all()
    if not request.user.has_perm("library.change_outlet"):
        outlets = outlets.filter(pk__in=items.order_by().values("outlet"))
    outlet = get_object_or_404(outlets, pk=pk)
    context = {
        "outlet": outlet,
        "domains": outlet.domains.all(),
        "ratings": outlet.ratings.all(),
        "page": Paginator(items, settings.COMPARER_PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "library/outlet_detail.html", context)
