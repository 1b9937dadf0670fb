"""The library: everything a person may see, searched and filtered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from comparer.library.catalogue.models import Item
from comparer.library.finding.filters import ItemFilter
from comparer.library.finding.models import ItemWords, SavedSearch
from comparer.library.finding.paging import BoundedPaginator
from comparer.library.finding.picking import Picked, read_picked
from comparer.library.finding.search import Term, terms_of
from comparer.library.finding.showing import Part, excerpt, mark
from comparer.web.htmx import HtmxRequest, render_page_or_part, wants_part
from comparer.web.people import person_asking

PAGE = "library/item_list.html"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list."""

    item: Item
    title: list[Part]
    excerpt: list[Part]
    tags: list[str]
    is_picked: bool
    pick: str
    """The query string that chooses it; "" where it is chosen or no more can be."""


@login_not_required
@require_safe
def item_list(request: HtmxRequest) -> HttpResponse:
    """List the pieces that this person may see.

    ?q searches, ?outlet, since, until, tag, language, collection and state filter, ?sort orders, ?page turns;
    ?pick=KEY, several times, chooses pieces to compare.
    """
    person = person_asking(request)
    filters = ItemFilter(request.GET, person=person)
    is_right = filters.is_valid()
    picked = read_picked(request.GET, person=person)
    # Without words the pieces are counted at once; with words each would have to be looked into.
    pages = BoundedPaginator if filters.words else Paginator
    page = pages(filters.found(), settings.COMPARER_PER_PAGE).get_page(request.GET.get("page"))
    saved = SavedSearch.objects.filter(owner=person.user_id) if person.user_id else SavedSearch.objects.none()
    gone = request.GET.get("deleted", "")
    context = {
        "filters": filters,
        "is_right": is_right,
        "page": page,
        "entries": _entries(page.object_list, terms_of(filters.words), picked),
        "picked": picked,
        "may_compare": request.user.has_perm("library.compare_item"),
        "may_import": request.user.has_perm("library.import_item"),
        "saved": saved.filter(deleted__isnull=True),
        "gone": saved.filter(deleted__isnull=False, pk=gone).first() if gone.isdecimal() and len(gone) < 18 else None,
        "is_empty": not page.paginator.count and not filters.words and not filters.narrowing,
    }
    response = render_page_or_part(request, PAGE, "item-list", context)
    return push_url(response, _short_address(request)) if wants_part(request) else response


def _short_address(request: HtmxRequest) -> str:
    """Return the address without the filters that the form sent empty."""
    query = request.GET.copy()
    for name in [name for name, value in query.items() if not value]:
        del query[name]
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _entries(items: Iterable[Item], terms: list[Term], picked: Picked) -> list[Entry]:
    rows = list(items)
    pks = [item.pk for item in rows]
    texts = dict(ItemWords.objects.filter(item__in=pks).values_list("item_id", "text"))
    tags: dict[int, list[str]] = {}
    named = Item.tags.through.objects.filter(item__in=pks).order_by("tag__name")
    for pk, name in named.values_list("item_id", "tag__name"):
        tags.setdefault(pk, []).append(name)
    keys = set(picked.keys)
    return [
        Entry(
            item,
            mark(item.title, terms),
            excerpt(_without_title(texts.get(item.pk, ""), item.title), terms),
            tags.get(item.pk, []),
            is_picked=item.key in keys,
            pick="" if item.key in keys or picked.is_full else picked.with_another(item.key),
        )
        for item in rows
    ]


def _without_title(text: str, title: str) -> str:
    return text.removeprefix(title).lstrip()
