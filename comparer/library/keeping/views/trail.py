"""Who did what, and when."""

from __future__ import annotations

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from comparer.library.keeping.forms import TrailForm
from comparer.library.keeping.history import Reader, find_trail, reader_of, say_rows, write_rows
from comparer.web.htmx import HtmxRequest, render_page_or_part
from comparer.web.people import person_asking
from comparer.web.tables import write_lines

PER_PAGE = 50
may_see = permission_required("library.view_trail", raise_exception=True)


@may_see
@require_safe
def library_trail(request: HtmxRequest) -> HttpResponse:
    """List what was done, newest first, narrowed by ?who, ?act, ?words, ?since and ?until."""
    form = TrailForm(request.GET)
    rows = find_trail(form.sought(), reader=_reader(request))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    narrowed = any(form.cleaned_data.values())
    context = {"form": form, "page": page, "entries": say_rows(page.object_list), "is_narrowed": narrowed}
    return render_page_or_part(request, "library/trail.html", "trail-list", context)


def _reader(request: HtmxRequest) -> Reader:
    sees_all = request.user.has_perm("library.view_whole_trail")
    return reader_of(person_asking(request), sees_all=sees_all)


@may_see
@require_safe
def library_trail_csv(request: HtmxRequest) -> StreamingHttpResponse:
    """Hand out the same list as a table, whole."""
    rows = find_trail(TrailForm(request.GET).sought(), reader=_reader(request))
    lines = write_lines(write_rows(rows.iterator(chunk_size=1000)))
    attachment = {"Content-Disposition": 'attachment; filename="trail.csv"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=attachment)
