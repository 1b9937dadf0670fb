"""Correct what the machine got wrong: one act each, undone by one act; who comes second sees what the first did."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from comparer.analysis.report import Report
from comparer.comparisons.corrections.changes import ALLOWED, Target
from comparer.comparisons.corrections.deeds import say_deed
from comparer.comparisons.corrections.forms import CorrectionForm
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.services import (
    ChangedMeanwhileError,
    correct,
    count_anew,
    read_corrected,
    remove_note,
    undo_correction,
)
from comparer.comparisons.corrections.showing import find_target, say_act
from comparer.comparisons.models import Comparison
from comparer.comparisons.services import read_report
from comparer.comparisons.views.claims import AT
from comparer.comparisons.views.correcting import ask_to_sign_in, choice_sent, find_mine, may_correct
from comparer.comparisons.views.detail import PAGE, show_context
from comparer.web.htmx import HtmxRequest, go_to, wants_part

MADE_ANEW = "This mark has changed since the page was loaded. Look at it again, then correct it."
NEEDS_NEW_TEXTS = ("unpair", "pair", "split", "join", "set_aside", "outlet", "title", "published")
"""After these the texts on the page carry other marks or names, and are loaded anew."""


@login_not_required
@require_POST
def correction_make(request: HtmxRequest, key: str) -> HttpResponse:
    """Keep one correction of a mark and show its card anew; with 409 what somebody else did to it in the meantime."""
    comparison = find_mine(request, key)
    if not may_correct(request, comparison):
        return ask_to_sign_in(request, comparison)
    report = read_report(comparison)
    if report is None:
        return go_to(request, reverse("comparison_progress", args=[key]))
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _card(request, comparison, report, {"problem": form.problem()}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    target = find_target(read_corrected(comparison=comparison, report=report), given["mark"])
    if target is None or target.key != given["target"] or form.action_given not in ALLOWED[target.what]:
        return _card(request, comparison, report, {"problem": MADE_ANEW}, status=HTTPStatus.CONFLICT)
    return _correct(request, comparison, report, target, form)


@login_not_required
@require_POST
def correction_undo(request: HtmxRequest, key: str, number: int) -> HttpResponse:
    """Take one correction back."""
    comparison = find_mine(request, key)
    if not may_correct(request, comparison):
        return ask_to_sign_in(request, comparison)
    correction = get_object_or_404(comparison.corrections, pk=number)
    report = read_report(comparison)
    user = cast(int, request.user.pk)
    if correction.action == "note" and request.POST.get("from") == "notes":
        remove_note(correction=correction, removed_by=user)
    else:
        undo_correction(correction=correction, undone_by=user)
    if report is not None:
        count_anew(comparison=comparison, report=report)
    if report is None:
        return go_to(request, reverse("correction_list", args=[key]))
    return _done(request, comparison, report, correction, "Taken back.")


def _correct(
    request: HtmxRequest, comparison: Comparison, report: Report, target: Target, form: CorrectionForm
) -> HttpResponse:
    given = form.cleaned_data
    try:
        correction = correct(
            comparison=comparison,
            target=target,
            action=form.action_given,
            value=given["value"],
            made_by=cast(int, request.user.pk),
            revision=given["revision"],
        )
    except ChangedMeanwhileError:
        return _card(request, comparison, report, {"wanted": given}, status=HTTPStatus.CONFLICT)
    count_anew(comparison=comparison, report=report)
    return _done(request, comparison, report, correction, "Saved.")


def _done(
    request: HtmxRequest, comparison: Comparison, report: Report, correction: Correction, said: str
) -> HttpResponse:
    if AT.match(request.POST.get("at", "")):
        messages.success(request, said)
        claims = reverse("correction_claims", args=[comparison.key], query={"at": request.POST["at"]})
        return go_to(request, f"{claims}#claims")
    if request.POST.get("from") == "notes":
        history = reverse("correction_list", args=[comparison.key], query={"only": correction.pk})
        messages.success(request, format_html('Removed. <a href="{}">Bring it back</a>', history))
        return go_to(request, f"{comparison.get_absolute_url()}#notes")
    if choice_sent(request).card is None:
        messages.success(request, said)
        return go_to(request, reverse("correction_list", args=[comparison.key]))
    if not wants_part(request):
        messages.success(request, said)
        return go_to(request, f"{comparison.get_absolute_url()}{choice_sent(request).address()}#card")
    if correction.action in NEEDS_NEW_TEXTS:
        return HttpResponseClientRefresh()
    return _card(request, comparison, report, {"just_done": said})


def _card(
    request: HtmxRequest, comparison: Comparison, report: Report, more: dict[str, Any], *, status: int = HTTPStatus.OK
) -> HttpResponse:
    """Answer with the card, the filters and the list as they are now; or with the whole page around them."""
    choice = choice_sent(request)
    if choice.card is None:
        messages.error(request, more.get("problem", MADE_ANEW))
        return go_to(request, reverse("correction_list", args=[comparison.key]))
    query = QueryDict(choice.address().removeprefix("?"))
    context = show_context(request, comparison, report, query=query) | more
    if wanted := more.get("wanted"):
        names = context["page"].names
        context["wanted_words"] = say_deed(wanted["action"], wanted["value"], names)
        last = comparison.corrections.filter(target=wanted["target"]).latest_act()
        context["act"] = say_act(last, names, reader=request.user.get_username())
    template = f"{PAGE}#corrected" if wants_part(request) else PAGE
    return render(request, template, context, status=status)
