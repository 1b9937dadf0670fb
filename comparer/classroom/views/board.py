"""The live board of a room, and the reveal: class, key and machine side by side."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, Literal, cast, get_args

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from comparer.classroom.board.agreement import ALPHA_EXPLAINED, PERCENT_EXPLAINED
from comparer.classroom.board.contested import most_contested
from comparer.classroom.board.gathering import gather_answers, gather_students, newest
from comparer.classroom.board.heat import can_be_warm, warm_texts
from comparer.classroom.board.reveal import reveal_item
from comparer.classroom.board.tally import tally_items, tally_task
from comparer.classroom.board.whereabouts import ASKS_EVERY, progress, say_progress, seat
from comparer.classroom.colleagues.inviting import note_opened
from comparer.classroom.content import Content, Task
from comparer.classroom.lesson.controlling import describe_room
from comparer.classroom.lesson.reading import content_of, shown_content_of
from comparer.classroom.models import Pace, Room, Stage
from comparer.web.htmx import HtmxRequest, render_page_or_part, wants_part
from comparer.web.people import person_asking

BOARD = "classroom/board.html"
View = Literal["places", "answers", "talk", "texts"]
VIEWS: dict[View, str] = {
    "places": "Who is where",
    "answers": "Answers",
    "talk": "To talk about",
    "texts": "In the texts",
}


def find_room(request: HtmxRequest, pk: int) -> Room:
    """Return the asking teacher's own room with its exercise, or answer 404. What the exercise holds comes when read."""
    own = Room.objects.of(person_asking(request)).filter(erased__isnull=True).select_related("exercise")
    return get_object_or_404(own, pk=pk)


def find_run_room(request: HtmxRequest, pk: int, *, related: tuple[str, ...] = ("exercise",)) -> Room:
    """Return a room that the asking person may watch and run, their own or a colleague's, or answer 404."""
    person = person_asking(request)
    rooms = Room.objects.run_by(person).filter(erased__isnull=True)
    room = get_object_or_404(rooms.select_related(*related), pk=pk)
    if person.user_id is not None and room.exercise.owner_id != person.user_id and not wants_part(request):
        note_opened(room=room, user_id=person.user_id, at=timezone.now())
    return room


@never_cache
@require_safe
def room_board(request: HtmxRequest, pk: int) -> HttpResponse:
    """Show one view of the class as it is now, a blind exercise as students see it.

    htmx asks every ASKS_EVERY seconds and says what it has seen. Asking costs 2 ms of one core while nothing happens.
    Server-sent events would cost less, but each stream holds one of the server's threads: with four boards open nobody
    else was answered any more (measured November 2026).

    ?view chooses, ?task is the task in question, ?key shows what is right before the reveal, ?wall leaves out
    what only the teacher needs, ?still stops the asking.
    """
    room = find_run_room(request, pk)
    stands_at = newest(room, now=timezone.now())
    if wants_part(request) and request.GET.get("seen") == stands_at:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    content = content_of(room.version) if room.stage == Stage.REVEALED else shown_content_of(room.version)
    asked = request.GET.get("view", "")
    view: View = cast(View, asked) if asked in get_args(View) else "places"
    context = {
        "room": room,
        "content": content,
        "stands_at": stands_at,
        "view": view,
        "views": VIEWS,
        "asks_every": f"{1000 * ASKS_EVERY:.0f}ms",
        "shows_key": room.stage == Stage.REVEALED or "key" in request.GET,
        "is_live": room.stage != Stage.REVEALED and not room.has_ended and "still" not in request.GET,
        "for_wall": "wall" in request.GET,
        "is_revealed": room.stage == Stage.REVEALED,
        **_SHOWN[view](request, room, content),
    }
    if not wants_part(request) and not context["for_wall"]:
        context = describe_room(request, room) | context
    return render_page_or_part(request, BOARD, "live", context)


def _places(_request: HtmxRequest, room: Room, content: Content) -> dict[str, Any]:
    students = gather_students(room)
    current = room.step if room.pace == Pace.TEACHER else None
    rows = progress(students, content.tasks, current=current)
    seats = seat(students, content.tasks, now=timezone.now())
    return {"rows": rows, "seats": seats, "spoken": say_progress(rows, len(students))}


def _answers(request: HtmxRequest, room: Room, content: Content) -> dict[str, Any]:
    task = _choose(request, room, content.tasks)
    if task is None:
        return {"chosen": None, "spoken": ""}
    gathered = gather_answers(room, task=task.id)
    tally = tally_task(task, gathered.to(task.id))
    said = f"{tally.answered} answers to “{task.title}”."
    explained = {"alpha_explained": ALPHA_EXPLAINED, "percent_explained": PERCENT_EXPLAINED}
    return {"chosen": task, "tasks": content.tasks, "tally": tally, "aside": gathered.aside, "spoken": said} | explained


def _talk(_request: HtmxRequest, room: Room, content: Content) -> dict[str, Any]:
    gathered = gather_answers(room)
    contested = most_contested(item for task in content.tasks for item in tally_items(task, gathered.to(task.id)))
    return {
        "contested": contested,
        "spoken": f"{len(contested)} things to talk about.",
        "percent_explained": PERCENT_EXPLAINED,
    }


def _texts(request: HtmxRequest, room: Room, content: Content) -> dict[str, Any]:
    tasks = [task for task in content.tasks if can_be_warm(task)]
    task = _choose(request, room, tasks)
    if task is None:
        return {"chosen": None, "tasks": tasks, "spoken": ""}
    gathered = gather_answers(room, task=task.id)
    pieces = warm_texts(content, task, gathered.to(task.id))
    said = f"{len(gathered.to(task.id))} answers to “{task.title}”."
    return {"chosen": task, "tasks": tasks, "pieces": pieces, "aside": gathered.aside, "spoken": said}


_SHOWN = {"places": _places, "answers": _answers, "talk": _talk, "texts": _texts}


def _choose(request: HtmxRequest, room: Room, tasks: Sequence[Task]) -> Task | None:
    """Return the task that is asked for; else the one that the class is at; else the first."""
    wanted = request.GET.get("task", "")
    here = [task.id for task in content_of(room.version).tasks[room.step : room.step + 1]]
    by_id = {task.id: task for task in tasks}
    return next((by_id[one] for one in (wanted, *here, *by_id) if one in by_id), None)


@never_cache
@require_safe
def room_reveal(request: HtmxRequest, pk: int) -> HttpResponse:
    """Set class, key and machine side by side, task by task, in the two texts too. ?task chooses."""
    room = find_run_room(request, pk)
    content = content_of(room.version)
    task = _choose(request, room, content.tasks) if "task" in request.GET else next(iter(content.tasks), None)
    context: dict[str, Any] = {
        "room": room, "content": content, "chosen": task, "tasks": content.tasks, "shows_key": True,
        "is_revealed": room.stage == Stage.REVEALED, "for_wall": "wall" in request.GET,
    }  # fmt: skip
    if task is not None:
        gathered = gather_answers(room, task=task.id)
        tally = tally_task(task, gathered.to(task.id))
        context |= {
            "tally": tally,
            "aside": gathered.aside,
            "items": [reveal_item(item) for item in tally.items],
            "pieces": warm_texts(content, task, gathered.to(task.id)) if can_be_warm(task) else None,
            "alpha_explained": ALPHA_EXPLAINED,
        }
    return render(request, "classroom/reveal.html", context)
