"""The gradebook, what is kept of one student, and the rooms of an exercise after the lesson."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Max, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comparer.classroom.board.erasing import bring_pupil_back, bring_room_back, erase_pupil, erase_room
from comparer.classroom.board.gradebook import Gradebook, Graded, make_gradebook, make_sheet
from comparer.classroom.lesson.outcome import show_outcome
from comparer.classroom.lesson.reading import content_of
from comparer.classroom.lti.kept import kept_of
from comparer.classroom.lti.report import report_grades
from comparer.classroom.models import Answer, Exercise, Pupil, Room
from comparer.classroom.roster.kept import name_of
from comparer.classroom.views.board import find_room
from comparer.comparisons.ledgers.sheets import write_csv
from comparer.web.htmx import HtmxRequest
from comparer.web.people import person_asking


def _read_book(room: Room) -> Gradebook:
    students = room.pupils.present().values_list("pk", "nickname", "listed__name")
    rows = Answer.objects.filter(pupil__room=room).values_list("pupil_id", "task", "pk", "points")
    graded = {(pupil, task): Graded(pk, points) for pupil, task, pk, points in rows}
    return make_gradebook(content_of(room.version).tasks, students, graded)


def _undo_since() -> datetime:
    """What was deleted after this can still be brought back."""
    return timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)


@never_cache
@require_safe
def room_gradebook(request: HtmxRequest, pk: int) -> HttpResponse:
    """Show points of each student for each task; who was deleted can be brought back for a while."""
    room = find_room(request, pk)
    erased = room.pupils.filter(erased__gt=_undo_since())
    context = {"room": room, "book": _read_book(room), "erased": erased, "grades": report_grades(room)}
    return render(request, "classroom/gradebook.html", context)


@require_safe
def room_gradebook_csv(request: HtmxRequest, pk: int) -> HttpResponse:
    """The same as a file for any spreadsheet."""
    room = find_room(request, pk)
    response = HttpResponse(write_csv(make_sheet(_read_book(room))), content_type="text/csv; charset=utf-8")
    name = slugify(f"{room.exercise.title} {room.name}")[:60] or "gradebook"
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _find_pupil(request: HtmxRequest, pk: int, pupil_pk: int) -> Pupil:
    room = find_room(request, pk)
    return get_object_or_404(room.pupils.select_related("room__version", "room__exercise"), pk=pupil_pk)


@require_safe
def student_export(request: HtmxRequest, pk: int, pupil_pk: int) -> HttpResponse:
    """Everything that is kept of one student, as JSON."""
    pupil = _find_pupil(request, pk, pupil_pk)
    outcomes = show_outcome(pupil.room, pupil.answers.select_related("version"))
    kept = {
        "exercise": pupil.room.exercise.title,
        "class": pupil.room.name,
        "nickname": pupil.nickname,
        **name_of(pupil),
        "joined": pupil.joined.isoformat(),
        "last seen": pupil.seen.isoformat(),
        "deleted on": pupil.room.forgotten_on.isoformat(),
        "answers": [
            {
                "task": one.task.title,
                "points": one.points,
                "of": one.task.points,
                "feedback": one.feedback,
                "note": one.note,
                "questions": [{"question": item.shown, "answer": item.mine, "key": item.key} for item in one.items],
            }
            for one in outcomes
            if one.is_answered
        ],
    } | kept_of(pupil)
    response = HttpResponse(json.dumps(kept, indent=2, ensure_ascii=False), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="student-{pupil.pk}.json"'
    return response


@require_POST
def student_delete(request: HtmxRequest, pk: int, pupil_pk: int) -> HttpResponse:
    """Delete one student with all their answers; the gradebook offers to undo."""
    erase_pupil(pupil=_find_pupil(request, pk, pupil_pk))
    return redirect("room_gradebook", pk)


@require_POST
def student_restore(request: HtmxRequest, pk: int, pupil_pk: int) -> HttpResponse:
    """Undo."""
    pupil = _find_pupil(request, pk, pupil_pk)
    if pupil.erased is not None:
        back = bring_pupil_back(pupil=pupil)
        messages.success(request, f"{back} is back with all answers.")
    return redirect("room_gradebook", pk)


@never_cache
@require_safe
def exercise_rooms(request: HtmxRequest, key: str) -> HttpResponse:
    """List the rooms in which an exercise was done: when, by how many, and until when their answers are kept."""
    exercise = get_object_or_404(Exercise.objects.of(person_asking(request)).live(), key=key)
    here = Q(pupils__removed__isnull=True)
    rooms = exercise.rooms.filter(erased__isnull=True).annotate(
        students=Count("pupils", filter=here, distinct=True),
        sent=Count("pupils__answers", filter=here, distinct=True),
        to_mark=Count("pupils__answers", filter=here & Q(pupils__answers__points__isnull=True), distinct=True),
        last=Max("pupils__answers__sent", filter=here),
    )
    erased = exercise.rooms.filter(erased__gt=_undo_since())
    context = {"exercise": exercise, "rooms": rooms, "erased": erased}
    return render(request, "classroom/gradebook_rooms.html", context)


@require_POST
def room_delete(request: HtmxRequest, pk: int) -> HttpResponse:
    """Delete all that a class did, now; the list offers to undo."""
    room = find_room(request, pk)
    erase_room(room=room)
    return redirect("exercise_rooms", room.exercise.key)


@require_POST
def room_restore(request: HtmxRequest, pk: int) -> HttpResponse:
    """Undo."""
    own = Room.objects.of(person_asking(request)).filter(erased__isnull=False).select_related("exercise")
    room = get_object_or_404(own, pk=pk)
    bring_room_back(room=room)
    messages.success(request, f"{room} is back, closed, with everything in it.")
    return redirect("exercise_rooms", room.exercise.key)
