"""The lesson as a student has it: one task at a time, the teacher's pace, and the answers at the end."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from comparer.classroom.content import Content, Task
from comparer.classroom.lesson.answering import Sending, find_task, submit_answer
from comparer.classroom.lesson.drawing import draw_task, draw_texts
from comparer.classroom.lesson.given import check_places, read_given
from comparer.classroom.lesson.known import find_token
from comparer.classroom.lesson.outcome import show_outcome
from comparer.classroom.lesson.reading import content_of, shown_content_of
from comparer.classroom.lesson.showing import Given
from comparer.classroom.lesson.state import note_seen, state_of
from comparer.classroom.lesson.troubles import LessonError, NotTakenError
from comparer.classroom.models import Answer, Pace, Pupil, Room, Stage
from comparer.classroom.roster.models import Listed
from comparer.web.htmx import HtmxRequest, wants_part

MOST_TASKS = 1000
P = ParamSpec("P")
View = Callable[Concatenate[HtmxRequest, Pupil, P], HttpResponse]


def for_pupil(view: View[P]) -> Callable[Concatenate[HtmxRequest, int, P], HttpResponse]:
    """Give the view the student whom this browser is known as; tell everybody else how to come in."""

    @login_not_required
    @never_cache
    @wraps(view)
    def known(request: HtmxRequest, room_id: int, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        token = find_token(request, room_id)
        # The pulse, asked for all the time, needs nothing of what the exercise holds; all else does.
        related = "room" if view.__name__ == "lesson_pulse" else "room__version"
        found = Pupil.objects.select_related(related).filter(token=token, room_id=room_id, room__erased__isnull=True)
        # Unordered: there is one at most, and this is asked all the time.
        pupil = next(iter(found.order_by()[:1]), None) if token else None
        if pupil is None or pupil.removed is not None:
            if wants_part(request):
                return HttpResponseClientRedirect(reverse("lesson", args=[room_id]))
            context = {"was_removed": pupil is not None}
            return render(request, "classroom/lesson_stranger.html", context, status=HTTPStatus.FORBIDDEN)
        return view(request, pupil, *args, **kwargs)

    return cast("Callable[Concatenate[HtmxRequest, int, P], HttpResponse]", known)


@require_safe
@for_pupil
def lesson_welcome(request: HtmxRequest, pupil: Pupil) -> HttpResponse:
    """Show the personal word once, before the first task."""
    listed = Listed.objects.filter(pupil=pupil).first()
    return render(request, "classroom/lesson_welcome.html", _around(pupil) | {"listed": listed})


@require_safe
@for_pupil
def lesson(request: HtmxRequest, pupil: Pupil) -> HttpResponse:
    """Show where the student is: the task of the class or their own, the end, or the answers."""
    room = pupil.room
    if room.stage == Stage.REVEALED:
        return _show_outcome(request, pupil)
    step = room.step if room.pace == Pace.TEACHER else pupil.step
    tasks = content_of(room.version).tasks
    if not room.takes_answers or step >= len(tasks):
        note_seen(pupil)
        context = _around(pupil) | {"answers": pupil.answers.count(), "tasks": _steps(pupil, len(tasks))}
        return render(request, "classroom/lesson_pause.html", context)
    return _show_task(request, pupil, tasks[step])


@require_http_methods(["GET", "HEAD", "POST"])
@for_pupil
def lesson_task(request: HtmxRequest, pupil: Pupil, task_id: str) -> HttpResponse:
    """Show one task, or take the answer to it."""
    room = pupil.room
    tasks = content_of(room.version).tasks
    if request.method == "POST":
        return _take(request, pupil, task_id)
    place = next((at for at, task in enumerate(tasks) if task.id == task_id), None)
    if place is None or not room.takes_answers or (room.pace == Pace.TEACHER and place > room.step):
        return redirect("lesson", room.pk)
    return _show_task(request, pupil, tasks[place], is_sent="sent" in request.GET)


@require_safe
@for_pupil
def lesson_ahead(request: HtmxRequest, pupil: Pupil) -> HttpResponse:
    """Hand out all tasks, for going on without a connection; only at the student's own pace, and never a key."""
    room = pupil.room
    if room.pace != Pace.PUPIL or not room.takes_answers:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    answers = {answer.task: answer for answer in pupil.answers.all()}
    works = [
        {
            "task": task,
            "number": number,
            "answer": (answer := answers.get(task.id)),
            "questions": draw_task(room.version, task.id, answer.given if answer else {}),
        }
        for number, task in enumerate(shown_content_of(room.version).tasks, start=1)
    ]
    return render(request, "classroom/lesson_ahead.html", _around(pupil) | {"works": works})


@require_safe
@for_pupil
def lesson_pulse(request: HtmxRequest, pupil: Pupil) -> HttpResponse:
    """Say whether the lesson still stands where the page shows it: 204 where it does, which is nearly always."""
    place = _number(request.GET.get("at"))
    # A page that goes on by itself says at which task it is.
    note_seen(pupil, step=min(place, MOST_TASKS) if place is not None and pupil.room.pace == Pace.PUPIL else None)
    state = state_of(pupil.room)
    if request.GET.get("state") == state:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    if not request.htmx:
        return redirect("lesson", pupil.room_id)
    return render(request, "classroom/lesson_pulse.html", _around(pupil) | {"is_news": True})


def _take(request: HtmxRequest, pupil: Pupil, task_id: str) -> HttpResponse:
    """Take an answer; the page's script is told in JSON, a plain form gets a page with everything that was typed."""
    given: Given = {}
    try:
        _refuse_for_another(request, pupil)
        version_id = _number(request.POST.get("version", ""))
        _, task = find_task(room=pupil.room, task_id=task_id, version_id=version_id)
        given = read_given(task, request.POST)
        check_places(task, request.POST)
        answer = submit_answer(
            pupil=pupil, task_id=task_id, given=given, sending=_read_sending(request), version_id=version_id
        )
    except LessonError as error:
        return _refuse(request, pupil, task_id, error, given)
    following = _following(pupil, task_id)
    if _wants_json(request):
        return JsonResponse({"sending": str(answer.sending), "next": following})
    return redirect(following or reverse("lesson_task", args=[pupil.room_id, task_id], query={"sent": 1}))


def _refuse_for_another(request: HtmxRequest, pupil: Pupil) -> None:
    """NotTakenError for the page of whoever had this device before: what they wrote is not the next one's answer."""
    if request.POST.get("student", str(pupil.pk)) != str(pupil.pk):
        raise NotTakenError(f"{pupil} has come in on this device meanwhile, so this was not sent as their answer.")


def _refuse(request: HtmxRequest, pupil: Pupil, task_id: str, error: LessonError, given: Given) -> HttpResponse:
    """Say why the answer was not taken: 409 where it may be later, 422 where it does not fit."""
    status = HTTPStatus.CONFLICT if isinstance(error, NotTakenError) else HTTPStatus.UNPROCESSABLE_ENTITY
    if _wants_json(request):
        return JsonResponse({"sentence": str(error)}, status=status)
    task = content_of(pupil.room.version).task(task_id)
    if task is None:
        return render(request, "classroom/lesson_pause.html", _around(pupil) | {"error": error}, status=status)
    return _show_task(request, pupil, task, given=given, error=error, status=status)


def _following(pupil: Pupil, task_id: str) -> str:
    """Return where a student at their own pace goes on; "" at the teacher's pace: the class waits for each other."""
    if pupil.room.pace == Pace.TEACHER:
        return ""
    tasks = [task.id for task in content_of(pupil.room.version).tasks]
    place = tasks.index(task_id) + 1 if task_id in tasks else len(tasks)
    note_seen(pupil, step=place)
    if place >= len(tasks):
        return reverse("lesson", args=[pupil.room_id])
    return reverse("lesson_task", args=[pupil.room_id, tasks[place]])


def _show_task(
    request: HtmxRequest,
    pupil: Pupil,
    task: Task,
    *,
    given: Given | None = None,
    error: LessonError | None = None,
    is_sent: bool = False,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    content = shown_content_of(pupil.room.version)
    place = next(at for at, one in enumerate(content.tasks) if one.id == task.id)
    task = content.tasks[place]
    note_seen(pupil, step=place if pupil.room.pace == Pace.PUPIL else None)
    answers = {answer.task: answer for answer in pupil.answers.all()}
    answer = answers.get(task.id)
    had: Given = answer.given if answer else {}
    context = _around(pupil) | {
        "content": content,
        "task": task,
        "number": place + 1,
        "tasks": _steps(pupil, len(content.tasks), answers),
        "questions": draw_task(pupil.room.version, task.id, given if given is not None else had, request.POST),
        "texts": draw_texts(pupil.room.version, is_revealed=False),
        "answer": answer,
        "sending": uuid.uuid4(),
        "error": error,
        "is_sent": is_sent,
    }
    return render(request, "classroom/lesson_task.html", context, status=status)


def _show_outcome(request: HtmxRequest, pupil: Pupil) -> HttpResponse:
    note_seen(pupil)
    room = pupil.room
    content = content_of(room.version)
    tasks = show_outcome(room, pupil.answers.select_related("version"))
    marked = [task for task in tasks if task.points is not None]
    context = _around(pupil) | {
        "content": content,
        "outcomes": tasks,
        "points": sum(task.points or 0 for task in marked),
        "most": sum(task.task.points for task in marked),
        "texts": draw_texts(room.version, is_revealed=True),
    }
    return render(request, "classroom/lesson_outcome.html", context)


def _around(pupil: Pupil) -> dict[str, Any]:
    """What every page of a lesson needs."""
    room: Room = pupil.room
    content: Content = shown_content_of(room.version)
    return {"pupil": pupil, "room": room, "content": content, "state": state_of(room), "total": len(content.tasks)}


def _steps(pupil: Pupil, total: int, answers: Mapping[str, Answer] | None = None) -> list[dict[str, Any]]:
    """The tasks that the student may open, with those answered."""
    room = pupil.room
    done = set(answers) if answers is not None else set(pupil.answers.values_list("task", flat=True))
    last = room.step if room.pace == Pace.TEACHER else total - 1
    tasks = shown_content_of(room.version).tasks
    return [
        {"id": task.id, "number": at + 1, "title": task.title, "is_open": at <= last, "is_done": task.id in done}
        for at, task in enumerate(tasks)
    ]


def _read_sending(request: HtmxRequest) -> Sending:
    """Return the name of this sending; a form without one, or with a damaged one, counts as a new sending."""
    named = _uuid(request.POST.get("sending", ""))
    older = [found for one in request.POST.getlist("replaces")[-20:] if (found := _uuid(one))]
    return Sending(named or uuid.uuid4(), older)


def _uuid(written: str | None) -> uuid.UUID | None:
    try:
        return uuid.UUID(written or "")
    except ValueError:
        return None


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() and len(written) < 12 else None


def _wants_json(request: HtmxRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")
