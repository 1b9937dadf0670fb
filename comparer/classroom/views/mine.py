"""What is kept of a student: to see, to take along, to delete."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comparer.classroom.lesson.forgetting import forget_pupil
from comparer.classroom.lesson.known import forget_browser
from comparer.classroom.lesson.outcome import show_outcome
from comparer.classroom.lesson.reading import content_of, shown_content_of
from comparer.classroom.lesson.state import state_of
from comparer.classroom.lti.kept import kept_of
from comparer.classroom.models import Pupil, Stage
from comparer.classroom.roster.kept import name_of
from comparer.classroom.roster.models import Listed
from comparer.classroom.views.lesson import for_pupil
from comparer.web.htmx import HtmxRequest

FORGOTTEN = "forgotten"


@require_safe
@for_pupil
def lesson_mine(request: HtmxRequest, pupil: Pupil) -> HttpResponse:
    """Show what is kept of this student."""
    context = {"pupil": pupil, "room": pupil.room, "state": state_of(pupil.room), "answers": pupil.answers.count()}
    context["listed"] = Listed.objects.filter(pupil=pupil).first()
    return render(request, "classroom/lesson_mine.html", context)


@require_safe
@for_pupil
def lesson_export(_request: HtmxRequest, pupil: Pupil) -> HttpResponse:
    """Everything that is kept of this student, as a JSON file: points, and what blind exercises hide, only once shown."""
    room = pupil.room
    is_revealed = room.stage == Stage.REVEALED
    read = content_of if is_revealed else shown_content_of
    kept: dict[str, Any] = {
        "nickname": pupil.nickname,
        **name_of(pupil),
        "joined": pupil.joined.isoformat(),
        "last seen": pupil.seen.isoformat(),
        "deleted on": room.forgotten_on.isoformat(),
        "answers": [
            {
                "task": task.task.title,
                "questions": [{"question": item.shown, "my answer": item.mine} for item in task.items],
                **({"points": task.points, "feedback": task.feedback} if is_revealed else {}),
            }
            for task in show_outcome(room, pupil.answers.select_related("version"), read=read)
            if task.is_answered
        ],
    } | kept_of(pupil)
    response = HttpResponse(json.dumps(kept, indent=2, ensure_ascii=False), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="my-answers.json"'
    return response


@require_POST
@for_pupil
def lesson_forget(_request: HtmxRequest, pupil: Pupil) -> HttpResponse:
    """Delete the student and their answers, at once."""
    room_id = pupil.room_id
    forget_pupil(pupil=pupil)
    return _say_goodbye(room_id, FORGOTTEN)


@require_POST
@for_pupil
def lesson_leave(_request: HtmxRequest, pupil: Pupil) -> HttpResponse:
    """Have this browser no longer be known, for the next person at a shared one; the answers stay."""
    return _say_goodbye(pupil.room_id, "left")


@login_not_required
@require_safe
def join_gone(request: HtmxRequest, room_id: int, what: str) -> HttpResponse:
    """Say that this browser is no longer known, or that everything is deleted; then its own copies go too."""
    return render(request, "classroom/join_gone.html", {"room_id": room_id, "is_forgotten": what == FORGOTTEN})


def _say_goodbye(room_id: int, what: str) -> HttpResponse:
    response = redirect("join_gone", room_id, what)
    forget_browser(response, room_id)
    return response
