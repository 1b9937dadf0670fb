"""An exercise is made: from a comparison, then in the editor."""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.classroom.content import Content, TaskKind
from comparer.classroom.making.arranging import leave_out, move_task, put_back
from comparer.classroom.making.editing import Draft, read_draft
from comparer.classroom.making.forms import ChooseForm, read_number
from comparer.classroom.making.hiding import hide_outlets
from comparer.classroom.making.material import Material
from comparer.classroom.making.services import ChangedMeanwhileError, keep_exercise, save_version
from comparer.classroom.making.tasks import FIRST_CHOSEN, kinds_to_begin, make_content, offer_tasks
from comparer.classroom.models import Exercise
from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.models import Comparison
from comparer.comparisons.services import read_report
from comparer.comparisons.sharing.roles import quote_limit
from comparer.comparisons.views.from_library import compare_picked
from comparer.comparisons.views.progress import follow_progress
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part, wants_part
from comparer.web.people import person_asking

NAME = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)?")
EDIT_PAGE = "classroom/exercise_edit.html"
CHANGED = (
    "This exercise was saved in another window after you opened it here. What you typed stands below and isn’t saved. "
    "Save it again to put it in place of what the other window saved."
)


@require_POST
def exercise_from_pieces(request: HtmxRequest) -> HttpResponse:
    """Compare two chosen pieces of the library (pick=KEY, twice), and go on to making an exercise of them."""
    return compare_picked(request, leads_to="exercise_make")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def exercise_make(request: HtmxRequest, key: str) -> HttpResponse:
    """Choose the tasks that an exercise on this comparison begins with; while it is compared, see how far it has come."""
    person = person_asking(request)
    comparison = get_object_or_404(Comparison.objects.visible_to(person).with_labels(), key=key)
    if quote_limit(person, comparison):
        return render(
            request, "classroom/exercise_refused.html", {"comparison": comparison}, status=HTTPStatus.FORBIDDEN
        )
    report = read_report(comparison)
    if report is None or wants_part(request):
        return follow_progress(request, key, leads_to=request.path)
    corrected = read_corrected(comparison=comparison, report=report)
    outlets = {"left": comparison.left.outlet, "right": comparison.right.outlet} | corrected.outlets
    material = Material(corrected.before, corrected.report, (outlets["left"], outlets["right"]))
    form = ChooseForm(request.POST or None, initial={"title": comparison.name[:120], "blind": True})
    if request.method == "POST" and form.is_valid():
        kinds = cast(list[TaskKind], form.cleaned_data["kinds"])
        content = make_content(material, kinds, title=form.cleaned_data["title"], blind=form.cleaned_data["blind"])
        if content.tasks:
            exercise = keep_exercise(content=content, owner_id=person.user_id, comparison=comparison)
            messages.success(request, "The exercise is made. Check the answer keys: the machine can be wrong.")
            return redirect("exercise_edit", exercise.key)
        form.add_error("kinds", "None of these tasks can be made of these two pieces. Choose others.")
    return _ask_for_tasks(request, comparison, form, material)


def _ask_for_tasks(request: HtmxRequest, comparison: Comparison, form: ChooseForm, material: Material) -> HttpResponse:
    offers = offer_tasks(material)
    chosen = set(form.data.getlist("kinds")) if form.is_bound else FIRST_CHOSEN  # type: ignore[attr-defined]
    context = {
        "comparison": comparison,
        "form": form,
        "is_mostly_copied": material.is_mostly_copied,
        "offers": [(one, one.kind in chosen and (form.is_bound or not one.is_thin)) for one in offers if one.task],
        "lacking": [one for one in offers if not one.task],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "classroom/exercise_make.html", context, status=status)


@require_safe
def exercise_detail(request: HtmxRequest, key: str) -> HttpResponse:
    """Show an exercise as a student sees it, and what can be done with it."""
    exercise = get_object_or_404(Exercise.objects.visible_to(person_asking(request)), key=key)
    content = exercise.latest.read()
    context = {
        "exercise": exercise,
        "content": content,
        "seen": hide_outlets(content),
        "minutes": sum(task.minutes for task in content.tasks),
        "is_mine": exercise.owner_id is not None,
    }
    return render(request, "classroom/exercise_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def exercise_edit(request: HtmxRequest, key: str) -> HttpResponse:
    """Change an exercise. Each button saves what was typed first; a version is made only where something changed."""
    exercise = get_object_or_404(Exercise.objects.of(person_asking(request)).live(), key=key)
    latest = exercise.latest
    content = latest.read()
    if request.method != "POST":
        return _editor(request, exercise, read_draft(content), latest.number)
    draft = read_draft(content, request.POST)
    if not draft.is_valid:
        return _editor(
            request,
            exercise,
            draft,
            read_number(request.POST.get("version", "")),
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    act, task_id = _act_asked(request)
    try:
        saved = save_version(
            exercise=exercise,
            content=_act(draft.content, act, task_id),
            based_on=read_number(request.POST.get("version", "")),
        )
    except ChangedMeanwhileError:
        return _editor(request, exercise, draft, latest.number, problem=CHANGED, status=HTTPStatus.CONFLICT)
    if act in WAYS:
        return go_to(request, _way(key, act, task_id))
    if act:
        query = {"focus": f"{act}-{task_id}"}
        return _back_to_editor(request, exercise, query, f"#task-{task_id}" if act != "out" else "#left-out")
    messages.success(request, "Saved." if saved else "Nothing was changed.")
    return go_to(request, reverse("exercise_detail", args=[key]))


ACTS: dict[str, Callable[[Content, str], Content]] = {
    "up": lambda content, task: move_task(content, task, by=-1),
    "down": lambda content, task: move_task(content, task, by=1),
    "out": leave_out,
    "back": put_back,
}


WAYS = frozenset({"ask", "item"})
"""Buttons that save, and lead to another page: a new question, or one that is put into other words."""


def _act_asked(request: HtmxRequest) -> tuple[str, str]:
    """Return which button was pressed for which task: ("up", "t3"), ("item", "t3.i2"); ("", "") for plain saving."""
    act, _, task_id = request.POST.get("act", "").partition("-")
    return (act, task_id) if act in ACTS or (act in WAYS and NAME.fullmatch(task_id)) else ("", "")


def _act(content: Content, act: str, task_id: str) -> Content:
    return ACTS[act](content, task_id) if act in ACTS else content


def _way(key: str, act: str, named: str) -> str:
    task_id, _, item_id = named.partition(".")
    if act == "ask" or not item_id:
        return reverse("question_choose", args=[key, task_id])
    return reverse("question_edit", args=[key, task_id, item_id])


def _back_to_editor(request: HtmxRequest, exercise: Exercise, query: dict[str, str], place: str) -> HttpResponse:
    """Show the editor after a button: the form alone for htmx, else the page at the task."""
    if not request.htmx:
        return redirect(reverse("exercise_edit", args=[exercise.key], query=query) + place)
    latest = exercise.latest
    return _editor(request, exercise, read_draft(latest.read()), latest.number, focus=query["focus"])


def _editor(
    request: HtmxRequest,
    exercise: Exercise,
    draft: Draft,
    version: int,
    *,
    problem: str = "",
    focus: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context: dict[str, Any] = {
        "exercise": exercise,
        "draft": draft,
        "version": version,
        "problem": problem,
        "focus": focus or request.GET.get("focus", ""),
        "minutes": sum(one.task.minutes for one in draft.tasks),
        "kinds_to_begin": kinds_to_begin(draft.content),
        "wrong": [one for one in draft.tasks if one.has_errors],
    }
    return render_page_or_part(request, EDIT_PAGE, "editor", context, status=status)
