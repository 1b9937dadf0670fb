"""What each piece is called, and from when it is, put right for one comparison."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comparer.analysis.report import Reading, Report
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.corrections.forms import SideForm
from comparer.comparisons.corrections.services import ChangedMeanwhileError, correct_side, read_corrected
from comparer.comparisons.corrections.showing import say_act
from comparer.comparisons.models import Comparison
from comparer.comparisons.presenting.sides import SIDES, Names, Side
from comparer.comparisons.services import read_report
from comparer.comparisons.views.correcting import ask_to_sign_in, find_mine, may_correct
from comparer.web.htmx import HtmxRequest

PAGE = "comparisons/correction_sides.html"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def correction_sides(request: HtmxRequest, key: str) -> HttpResponse:
    """Set outlet, title and date of both pieces; the articles themselves stay as they came."""
    comparison = find_mine(request, key)
    if not may_correct(request, comparison):
        return ask_to_sign_in(request, comparison)
    report = read_report(comparison)
    if report is None:
        return redirect("comparison_progress", key)
    now = _now(comparison, report)
    if request.method != "POST":
        return _page(request, comparison, _forms(comparison, now, None), HTTPStatus.OK)
    forms = _forms(comparison, now, request.POST)
    # Both are checked, so that all that is wrong is said at once.
    checked = [form.is_valid() for form in forms.values()]
    if not all(checked):
        return _page(request, comparison, forms, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        with transaction.atomic():
            for side, form in forms.items():
                correct_side(
                    comparison=comparison,
                    side=side,
                    values=form.changed(now[side]),
                    made_by=cast(int, request.user.pk),
                    revision=form.cleaned_data["revision"],
                )
    except ChangedMeanwhileError:
        names = Names(now["left"]["outlet"], now["right"]["outlet"])
        last = comparison.corrections.filter(target__in=[Target(side).key for side in SIDES]).latest_act()
        act = say_act(last, names, reader=request.user.get_username())
        return _page(request, comparison, _anew(comparison, now, request.POST), HTTPStatus.CONFLICT, now=now, act=act)
    messages.success(request, "Saved.")
    return redirect(comparison)


def _now(comparison: Comparison, report: Report) -> dict[Side, dict[str, str]]:
    """Return what holds now, corrections included."""
    corrected = read_corrected(comparison=comparison, report=report)
    given = {"left": comparison.left.outlet, "right": comparison.right.outlet} | corrected.outlets
    left, right = corrected.report.left, corrected.report.right
    return {"left": _said(left, given["left"]), "right": _said(right, given["right"])}


def _said(reading: Reading, outlet: str) -> dict[str, str]:
    return {"outlet": outlet, "title": reading.title or "", "published": reading.published or ""}


def _forms(comparison: Comparison, now: dict[Side, dict[str, str]], sent: QueryDict | None) -> dict[Side, SideForm]:
    revisions = {side: comparison.corrections.all().revision_of(Target(side).key) for side in SIDES}
    return {side: SideForm(sent, prefix=side, initial={**now[side], "revision": revisions[side]}) for side in SIDES}


def _anew(comparison: Comparison, now: dict[Side, dict[str, str]], sent: QueryDict) -> dict[Side, SideForm]:
    """Return the forms with what this person typed and the revisions of now, so that saving again is meant."""
    typed = sent.copy()
    for side in SIDES:
        typed[f"{side}-revision"] = str(comparison.corrections.all().revision_of(Target(side).key))
    return _forms(comparison, now, typed)


def _page(
    request: HtmxRequest, comparison: Comparison, forms: dict[Side, SideForm], status: HTTPStatus, **more: Any
) -> HttpResponse:
    return render(request, PAGE, {"comparison": comparison, "forms": forms, **more}, status=status)
