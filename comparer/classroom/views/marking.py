"""Marking by hand: which answers wait, one form per answer, and a corrected key for answers marked before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.classroom.board.forms import MarkForm
from comparer.classroom.board.gradebook import write_points
from comparer.classroom.board.marking import (
    Marks,
    answers_in,
    find_changed,
    mark_again,
    mark_answer,
    mark_as_before,
    marks_of,
    task_of,
)
from comparer.classroom.content import Task
from comparer.classroom.lesson.outcome import show_outcome
from comparer.classroom.lesson.reading import content_of
from comparer.classroom.models import Answer, Room
from comparer.classroom.roster.models import Listed
from comparer.classroom.views.board import find_room
from comparer.web.htmx import HtmxRequest

LAST_MARKED = "marked"
"""Where the session keeps what the last answer had before it was marked, for undoing."""


@dataclass(frozen=True, slots=True)
class ToMark:
    """One task: how many sent it, how many of these are not marked, and where to begin."""

    number: int
    task: Task
    answered: int
    unmarked: int
    first: int | None
    corrected: int
    """Answers to an earlier version that the key of now would mark otherwise."""
    marked_again: int


@never_cache
@require_safe
def room_marking(request: HtmxRequest, pk: int) -> HttpResponse:
    """List the tasks with what is to be marked."""
    room = find_room(request, pk)
    answers = list(answers_in(room).defer("given"))
    corrected = [one.task.id for one in find_changed(room)]
    tasks = [
        _to_mark(number, task, [one for one in answers if one.task == task.id], corrected.count(task.id))
        for number, task in enumerate(content_of(room.version).tasks, start=1)
    ]
    return render(request, "classroom/marking.html", {"room": room, "tasks": tasks})


def _to_mark(number: int, task: Task, answers: Sequence[Answer], corrected: int) -> ToMark:
    waiting = [one for one in answers if one.points is None]
    first = (waiting or list(answers))[:1]
    noted = sum(bool(one.note) and not one.by_hand for one in answers)
    return ToMark(number, task, len(answers), len(waiting), first[0].pk if first else None, corrected, noted)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def room_mark(request: HtmxRequest, pk: int, answer_pk: int) -> HttpResponse:
    """Show one answer with its rubric, and take points and words; then go on to the next that waits."""
    room = find_room(request, pk)
    answer = get_object_or_404(answers_in(room), pk=answer_pk)
    task = task_of(answer)
    if task is None:
        raise Http404
    form = MarkForm(answer, task, request.POST if request.method == "POST" else None)
    if form.is_valid():
        before = marks_of(answer)
        mark_answer(answer=answer, marks=form.marks())
        request.session[LAST_MARKED] = {"answer": answer.pk, **asdict(before)}
        return redirect(_onward(room, answer))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"room": room, "answer": answer, "task": task, "form": form, **_around(room, answer)}
    return render(request, "classroom/marking_answer.html", context | _last_marked(request, room), status=status)


def _around(room: Room, answer: Answer) -> dict[str, Any]:
    """Where this answer stands among those to the same task, and what it says."""
    order = list(answers_in(room).filter(task=answer.task).values_list("pk", flat=True))
    at = order.index(answer.pk)
    outcome = next((one for one in show_outcome(room, [answer]) if one.is_answered), None)
    return {
        "number": at + 1,
        "total": len(order),
        "previous": order[at - 1] if at else None,
        "next": order[at + 1] if at + 1 < len(order) else None,
        "outcome": outcome,
        "listed": Listed.objects.filter(pupil_id=answer.pupil_id).first(),
    }


def _onward(room: Room, answer: Answer) -> str:
    """The next answer to the same task that waits; else the next at all; else the list."""
    following = answers_in(room).filter(task=answer.task).values_list("pk", "points")
    rows = list(following)
    at = [pk for pk, _ in rows].index(answer.pk)
    later, earlier = rows[at + 1 :], rows[:at]
    waiting = [pk for pk, points in (*later, *earlier) if points is None]
    goal = (waiting or [pk for pk, _ in later])[:1]
    return reverse("room_mark", args=[room.pk, goal[0]]) if goal else reverse("room_marking", args=[room.pk])


def _last_marked(request: HtmxRequest, room: Room) -> dict[str, Any]:
    kept = request.session.get(LAST_MARKED)
    last = answers_in(room).filter(pk=kept["answer"]).first() if kept else None
    points = None if last is None or last.points is None else write_points(last.points)
    return {"last": last, "last_points": f"{points} point{'' if points == '1' else 's'}"} if last else {}


@require_POST
def room_mark_undo(request: HtmxRequest, pk: int) -> HttpResponse:
    """Give the answer that was marked last what it had before, and show it again."""
    room = find_room(request, pk)
    kept = request.session.pop(LAST_MARKED, None)
    answer = answers_in(room).filter(pk=kept["answer"]).first() if kept else None
    if kept is None or answer is None:
        messages.warning(request, "There is nothing to undo any more.")
        return redirect("room_marking", pk)
    mark_answer(answer=answer, marks=Marks(kept["points"], kept["feedback"], kept["by_hand"]))
    messages.success(request, f"Undone: {answer.pupil} has the marks from before.")
    return redirect("room_mark", pk, answer.pk)


@require_POST
def room_mark_again(request: HtmxRequest, pk: int, task_id: str) -> HttpResponse:
    """Mark earlier answers to a task with its corrected key, or, with "undo", as they were."""
    room = find_room(request, pk)
    undo = "undo" in request.POST
    count = (mark_as_before if undo else mark_again)(room=room, task_id=task_id)
    if not count:
        messages.warning(request, "No answer changed.")
    else:
        said = (
            "has the points from before again"
            if undo
            else "is marked with the corrected key; each student is told in a note"
        )
        messages.success(request, f"{count} answer{'' if count == 1 else 's'}: {said}.")
    return redirect("room_marking", pk)
