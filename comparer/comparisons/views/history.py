"""Who changed what and when, what holds no more, and all of it as a test set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.changes import Action, target_from_json
from comparer.comparisons.corrections.deeds import say_deed, say_target
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.pack import pack_gold
from comparer.comparisons.corrections.recut import CUTS
from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.corrections.showing import cut_at
from comparer.comparisons.models import Comparison
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.sides import Names
from comparer.comparisons.services import read_report
from comparer.comparisons.views.correcting import ask_to_sign_in, find_mine, may_correct, name_corrected
from comparer.web.htmx import HtmxRequest, go_to

PER_PAGE = 100
NUMBER = re.compile(r"[1-9][0-9]{0,9}\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """One correction with its words; `href` leads to its card, note or claims while it holds."""

    row: Correction
    deed: str
    about: str
    href: str
    is_orphaned: bool


@login_not_required
@require_safe
def correction_list(request: HtmxRequest, key: str) -> HttpResponse:
    """List all corrections, those taken back too, newest first; those that hold nowhere are told."""
    comparison = find_mine(request, key)
    if not may_correct(request, comparison):
        return ask_to_sign_in(request, comparison)
    report = read_report(comparison)
    if report is None:
        return go_to(request, reverse("comparison_progress", args=[key]))
    corrected = read_corrected(comparison=comparison, report=report)
    rows = comparison.corrections.select_related("made_by", "undone_by").with_fate().order_by("-pk")
    only = request.GET.get("only", "")
    if NUMBER.match(only):
        rows = rows.filter(Q(pk=only) | Q(instead_of=only) | Q(later=only)).distinct()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "comparison": comparison,
        "page": page,
        "entries": tuple(_entries(page, corrected, name_corrected(comparison, corrected), comparison)),
        "orphaned": len(corrected.orphaned),
        "is_part": bool(NUMBER.match(only)),
    }
    return render(request, "comparisons/correction_list.html", context)


@login_not_required
@require_safe
def correction_gold(request: HtmxRequest, key: str) -> HttpResponse:
    """Hand out what people said as a folder of a test set, packed: gold.json and both texts."""
    comparison = find_mine(request, key)
    if not may_correct(request, comparison):
        return ask_to_sign_in(request, comparison)
    report = read_report(comparison)
    if report is None:
        return go_to(request, reverse("comparison_progress", args=[key]))
    packed = pack_gold(read_corrected(comparison=comparison, report=report), key)
    attachment = {"Content-Disposition": f'attachment; filename="gold-{key}.zip"'}
    return HttpResponse(packed, content_type="application/zip", headers=attachment)


def _entries(rows: Iterable[Correction], corrected: Corrected, names: Names, comparison: Comparison) -> Iterator[Entry]:
    marks = {change.number: mark for mark, said in corrected.said.items() for change in said}
    orphaned = {change.number for change in corrected.orphaned}
    beyond = {change.number for change in corrected.beyond_marks}
    for row in rows:
        target = target_from_json(row.anchor)
        href = ""
        if row.action in CUTS and row.pk in marks:
            at = next((at for _, at in cut_at(corrected.before, target, names)), "")
            href = reverse("correction_claims", args=[comparison.key], query={"at": at})
        elif row.pk in marks:
            href = f"{comparison.get_absolute_url()}{Choice(card=marks[row.pk]).address()}#card"
        elif row.action == "note" and row.pk in beyond:
            href = f"{comparison.get_absolute_url()}#note-{row.pk}"
        deed = say_deed(cast(Action, row.action), row.value, names)
        yield Entry(row, deed, say_target(target, names), href, row.pk in orphaned)
