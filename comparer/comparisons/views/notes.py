"""Notes on anything: written, edited, brought back. Marks have theirs on their card, too."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from comparer.analysis.report import Report
from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.corrections.forms import NoteForm
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.passages import list_paragraphs, print_of, target_of_passage
from comparer.comparisons.corrections.services import (
    ChangedMeanwhileError,
    correct,
    count_anew,
    do_again,
    edit_note,
)
from comparer.comparisons.models import Comparison
from comparer.comparisons.presenting.sides import Side
from comparer.comparisons.services import read_report
from comparer.comparisons.views.correcting import (
    ask_to_sign_in,
    choice_sent,
    find_mine,
    may_correct,
    name_corrected,
    open_to_choose,
    say_last_cut,
)
from comparer.web.htmx import HtmxRequest

PASSAGE = re.compile(r"(left|right)-(\d{1,6}|c[1-9]\d{0,8})\Z")
WHOLE: dict[str, Target] = {"left": Target("left"), "right": Target("right"), "comparison": Target("comparison")}
CHOOSE = "Choose what the note is about."
CHANGED = "The texts have changed since the page was loaded. Choose again; what you wrote stands below."


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def correction_notes(request: HtmxRequest, key: str) -> HttpResponse:
    """Choose a sentence, a piece or the whole, and write a note on it."""
    opened = open_to_choose(request, key)
    if isinstance(opened, HttpResponse):
        return opened
    comparison, corrected = opened.comparison, opened.corrected
    if request.method != "POST":
        return _page(request, comparison, corrected, "", HTTPStatus.OK)
    if request.POST.get("print") != print_of(corrected.before):
        return _page(request, comparison, corrected, CHANGED, HTTPStatus.CONFLICT)
    target, form = _target(corrected.before, request.POST.get("about", "")), NoteForm(request.POST)
    if target is None or not form.is_valid():
        problem = form.problem() if target else CHOOSE
        return _page(request, comparison, corrected, problem, HTTPStatus.UNPROCESSABLE_ENTITY)
    value, user = form.cleaned_data["value"], cast(int, request.user.pk)
    note = correct(comparison=comparison, target=target, action="note", value=value, made_by=user, revision=0)
    messages.success(request, "Noted.")
    return _to_note(comparison, note)


@login_not_required
@require_POST
def correction_edit(request: HtmxRequest, key: str, number: int) -> HttpResponse:
    """Put a note into other words; with 409 what somebody else did to it in the meantime."""
    comparison = find_mine(request, key)
    if not may_correct(request, comparison):
        return ask_to_sign_in(request, comparison)
    note = get_object_or_404(comparison.corrections.filter(action="note"), pk=number)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _ask_again(request, comparison, note, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    user = cast(int, request.user.pk)
    try:
        edited = edit_note(correction=note, value=form.cleaned_data["value"], made_by=user)
    except ChangedMeanwhileError:
        return _ask_again(request, comparison, note.latest(), form, HTTPStatus.CONFLICT)
    messages.success(request, "Saved.")
    return _back(request, comparison, edited)


@login_not_required
@require_POST
def correction_again(request: HtmxRequest, key: str, number: int) -> HttpResponse:
    """Bring back what was taken back; a note may come back in other words."""
    comparison = find_mine(request, key)
    if not may_correct(request, comparison):
        return ask_to_sign_in(request, comparison)
    row = get_object_or_404(comparison.corrections, pk=number)
    value = request.POST.get("value", "").strip() if row.action == "note" else ""
    again = do_again(correction=row, made_by=cast(int, request.user.pk), value=value[: NoteForm.LONGEST])
    report = read_report(comparison)
    if report is not None:
        count_anew(comparison=comparison, report=report)
    messages.success(request, "Done again.")
    return _back(request, comparison, again)


def _target(report: Report, about: str) -> Target | None:
    if about in WHOLE:
        return WHOLE[about]
    found = PASSAGE.match(about)
    return target_of_passage(report, cast(Side, found[1]), found[2]) if found else None


def _page(
    request: HtmxRequest, comparison: Comparison, corrected: Corrected, problem: str, status: HTTPStatus
) -> HttpResponse:
    names, report = name_corrected(comparison, corrected), corrected.before
    given = request.POST if request.method == "POST" else request.GET
    context: dict[str, Any] = {
        "comparison": comparison,
        "problem": problem,
        "act": say_last_cut(request, comparison, names) if status == HTTPStatus.CONFLICT else None,
        "print": print_of(report),
        "chosen": given.get("about", ""),
        "typed": request.POST.get("value", ""),
        "sides": (
            ("left", names.left, _sentences(report, "left")),
            ("right", names.right, _sentences(report, "right")),
        ),
    }
    return render(request, "comparisons/correction_notes.html", context, status=status)


def _sentences(report: Report, side: Side) -> list[list[tuple[str, str]]]:
    reading = report.left if side == "left" else report.right
    return [[(f"{side}-{one.number}", one.words) for one in some.sentences] for some in list_paragraphs(reading)]


def _ask_again(
    request: HtmxRequest, comparison: Comparison, note: Correction, form: NoteForm, status: HTTPStatus
) -> HttpResponse:
    """Show the note as it is now, and what this person typed."""
    context = {
        "comparison": comparison,
        "note": note,
        "problem": form.problem(),
        "typed": request.POST.get("value", ""),
        "back": request.POST.get("back", ""),
    }
    return render(request, "comparisons/correction_note.html", context, status=status)


def _back(request: HtmxRequest, comparison: Comparison, row: Correction) -> HttpResponse:
    if choice_sent(request).card:
        return redirect(f"{comparison.get_absolute_url()}{choice_sent(request).address()}#card")
    if row.action == "note" and request.POST.get("from") != "history":
        return _to_note(comparison, row)
    return redirect(reverse("correction_list", args=[comparison.key]) + f"#c{row.pk}")


def _to_note(comparison: Comparison, note: Correction) -> HttpResponse:
    return redirect(f"{comparison.get_absolute_url()}#note-{note.pk}")
