"""Choose passages: pair one sentence of each text, or say that a paragraph is not article."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from comparer.analysis.report import Report
from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.changes import Action, Target
from comparer.comparisons.corrections.passages import (
    list_paragraphs,
    print_of,
    target_of_pair,
    target_of_paragraph,
)
from comparer.comparisons.corrections.services import correct, count_anew, read_corrected
from comparer.comparisons.models import Comparison
from comparer.comparisons.presenting.sides import Side
from comparer.comparisons.views.correcting import name_corrected, open_to_choose, say_last_cut
from comparer.web.htmx import HtmxRequest

PARAGRAPH = re.compile(r"(left|right)-(\d{1,6})\Z")
CHOOSE_TWO = "Choose one sentence on each side."
CHOOSE_PARAGRAPH = "Choose the paragraph that is not article."
CHANGED = "The texts have changed since the page was loaded. Choose again."


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def correction_passages(request: HtmxRequest, key: str) -> HttpResponse:
    """Show both texts as lists of sentences; keep what was chosen as a correction."""
    opened = open_to_choose(request, key)
    if isinstance(opened, HttpResponse):
        return opened
    comparison, corrected = opened.comparison, opened.corrected
    if request.method != "POST":
        return _page(request, comparison, corrected, "", HTTPStatus.OK)
    if request.POST.get("print") != print_of(corrected.before):
        return _page(request, comparison, corrected, CHANGED, HTTPStatus.CONFLICT)
    action: Action = "set_aside" if request.POST.get("action") == "set_aside" else "pair"
    target = _target(corrected.before, request.POST, action)
    if target is None:
        problem = CHOOSE_TWO if action == "pair" else CHOOSE_PARAGRAPH
        return _page(request, comparison, corrected, problem, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _keep(request, comparison, opened.report, target, action)


def _target(report: Report, sent: QueryDict, action: Action) -> Target | None:
    if action == "pair":
        target = target_of_pair(report, sent.get("left", ""), sent.get("right", ""))
        return target if target and target.left and target.right else None
    found = PARAGRAPH.match(sent.get("paragraph", ""))
    return target_of_paragraph(report, cast(Side, found[1]), int(found[2])) if found else None


def _keep(request: HttpRequest, comparison: Comparison, report: Report, target: Target, action: Action) -> HttpResponse:
    # Passages are chosen from the texts, not from what others did to them: there is nothing to overwrite.
    revision = comparison.corrections.all().revision_of(target.key)
    row = correct(
        comparison=comparison,
        target=target,
        action=action,
        made_by=cast(int, request.user.pk),
        revision=revision,
    )
    count_anew(comparison=comparison, report=report)
    if action == "pair":
        messages.success(request, "Paired.")
        marks = read_corrected(comparison=comparison, report=report).said.items()
        mark = next((mark for mark, said in marks if any(one.number == row.pk for one in said)), f"m{row.pk}")
        return redirect(f"{comparison.get_absolute_url()}?show=match&card={mark}#card")
    messages.success(request, "Set aside: the paragraph counts no more. To undo it, go to the corrections.")
    return redirect(reverse("correction_list", args=[comparison.key]))


def _page(
    request: HttpRequest, comparison: Comparison, corrected: Corrected, problem: str, status: HTTPStatus
) -> HttpResponse:
    names, report = name_corrected(comparison, corrected), corrected.before
    sent = request.POST if request.method == "POST" and status != HTTPStatus.CONFLICT else request.GET
    context = {
        "comparison": comparison,
        "problem": problem,
        "act": say_last_cut(request, comparison, names) if status == HTTPStatus.CONFLICT else None,
        "print": print_of(report),
        "sides": (
            ("left", names.left, list_paragraphs(report.left), sent.get("left", "")),
            ("right", names.right, list_paragraphs(report.right), sent.get("right", "")),
        ),
    }
    return render(request, "comparisons/correction_passages.html", context, status=status)
