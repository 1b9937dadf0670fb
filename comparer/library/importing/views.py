"""Bringing articles in: choose files, watch what becomes of each, take the rest home as a table."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.library.catalogue.models import Collection, Item
from comparer.library.catalogue.same import same_texts
from comparer.library.importing.forms import ImportForm
from comparer.library.importing.models import ImportBatch, Outcome
from comparer.library.importing.opening.table import COLUMNS
from comparer.library.importing.report import write_report
from comparer.library.importing.starting import start_import
from comparer.library.importing.tasks import take_up_again
from comparer.library.keeping.bin import bin_items, restore_items
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part, wants_part
from comparer.web.limits import say_size
from comparer.web.people import person_asking

PER_PAGE = 50
LATELY = 10
may_import = permission_required("library.import_item", raise_exception=True)


@may_import
@require_http_methods(["GET", "HEAD", "POST"])
def import_make(request: HtmxRequest) -> HttpResponse:
    """Show the form and what was brought in lately; begin an import."""
    person = person_asking(request)
    may_fetch = settings.COMPARER_FETCH and request.user.has_perm("library.fetch_item")
    form = ImportForm(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        person=person,
        may_fetch=may_fetch,
        may_add=request.user.has_perm("library.add_collection"),
    )
    if form.is_bound and form.is_valid():
        return go_to(request, _start(request, form, may_fetch=may_fetch).get_absolute_url())
    context = {
        "form": form,
        "columns": COLUMNS,
        "file_limit": say_size(settings.COMPARER_MAX_IMPORT_FILE_BYTES),
        "limit": say_size(settings.COMPARER_MAX_IMPORT_BYTES),
        "limit_bytes": settings.COMPARER_MAX_IMPORT_BYTES,
        "lately": ImportBatch.objects.visible_to(person).select_related("collection", "by")[:LATELY],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render_page_or_part(request, "library/import_make.html", "import-form", context, status=status)


@transaction.atomic
def _start(request: HtmxRequest, form: ImportForm, *, may_fetch: bool) -> ImportBatch:
    said = form.cleaned_data
    collection = said["collection"] or Collection.objects.create(name=said["new_collection"])
    return start_import(
        collection=collection,
        by_id=request.user.pk,
        files=said["chosen"],
        addresses=said.get("addresses") or (),
        may_fetch=may_fetch,
    )


@may_import
@never_cache
@require_safe
def import_detail(request: HtmxRequest, key: str) -> HttpResponse:
    """Show how far it has come and what became of each; ?outcome narrows. htmx says what it has seen and gets only news."""
    person = person_asking(request)
    batches = ImportBatch.objects.visible_to(person).select_related("collection", "by")
    batch = get_object_or_404(batches, key=key)
    if batch.is_silent:
        take_up_again(batch.pk)
    stands_at = f"{batch.total}-{batch.done}-{bool(batch.finished)}"
    if wants_part(request) and request.GET.get("seen") == stands_at:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    rows = batch.rows.for_list()
    outcome = request.GET.get("outcome", "")
    if outcome in {Outcome.ADDED, Outcome.VERSION, Outcome.DUPLICATE, Outcome.REFUSED}:
        rows = rows.filter(outcome=outcome)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    visible = Item.objects.visible_to(person).filter(pk__in=[row.item_id for row in page if row.item_id])
    same = same_texts([row.item for row in page if row.item and row.outcome == Outcome.ADDED], person=person)
    context = {
        "batch": batch,
        "page": page,
        "visible": set(visible.values_list("pk", flat=True)),
        "lines": [(row, same.get(row.item_id or 0, [])) for row in page],
        "outcome": outcome,
        "days": settings.COMPARER_IMPORT_DAYS,
        "stands_at": stands_at,
        "shares": _shares(batch),
        **_in_and_out(request, batch),
    }
    return render_page_or_part(request, "library/import_detail.html", "import-progress", context)


def _in_and_out(request: HtmxRequest, batch: ImportBatch) -> dict[str, int]:
    """How many of the pieces it added can be put into the bin by this person, and how many lie there."""
    if not batch.finished or not request.user.has_perm("library.delete_item"):
        return {}
    return {"live": batch.brought.live().count(), "binned": batch.brought.in_bin().count()}


@may_import
@permission_required("library.delete_item", raise_exception=True)
@require_POST
def import_undo(request: HtmxRequest, key: str) -> HttpResponse:
    """Put the pieces that an import added into the bin, or with `back` bring them back from it."""
    batches = ImportBatch.objects.visible_to(person_asking(request)).filter(finished__isnull=False)
    batch = get_object_or_404(batches, key=key)
    if "back" in request.POST:
        restore_items(items=batch.brought, by=request.user)
    else:
        bin_items(items=batch.brought, by=request.user, note="the import was undone")
    return go_to(request, batch.get_absolute_url())


def _shares(batch: ImportBatch) -> list[tuple[Outcome, str, int]]:
    """What became of them: the outcome, its words and how many, where there are any."""
    counts = [
        (Outcome.ADDED, "added", batch.added),
        (Outcome.VERSION, "new versions" if batch.versions > 1 else "new version", batch.versions),
        (Outcome.DUPLICATE, "already here", batch.duplicates),
        (Outcome.REFUSED, "refused", batch.refused),
    ]
    return [share for share in counts if share[2]]


@may_import
@require_safe
def import_report(request: HtmxRequest, key: str) -> StreamingHttpResponse:
    """Hand out what was not taken as a table."""
    person = person_asking(request)
    batch = get_object_or_404(ImportBatch.objects.visible_to(person), key=key)
    attachment = {"Content-Disposition": f'attachment; filename="not-taken-{batch.key}.csv"'}
    return StreamingHttpResponse(
        write_report(batch, person=person, address_of=lambda item: request.build_absolute_uri(item.get_absolute_url())),
        content_type="text/csv; charset=utf-8",
        headers=attachment,
    )
