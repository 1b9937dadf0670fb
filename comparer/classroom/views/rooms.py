"""A teacher's rooms: opening one, its code on the wall, and steering it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from types import MappingProxyType

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.classroom.lesson.controlling import describe_room, draw_qr
from comparer.classroom.lesson.forms import OpenForm
from comparer.classroom.lesson.rooms import (
    change_code,
    close,
    lock,
    open_room,
    remove_pupil,
    reopen,
    return_pupil,
    reveal,
    set_pace,
    set_step,
    unlock,
    update_room_to_latest_version,
)
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.models import Exercise, Pace, Room
from comparer.classroom.views import board
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part, wants_part
from comparer.web.people import person_asking

PAGE = "classroom/room_control.html"

DEEDS: Mapping[str, tuple[Callable[..., None], str]] = MappingProxyType(
    {
        "lock": (lock, "Locked: nobody new comes in."),
        "unlock": (unlock, "Unlocked: the code lets students in again."),
        "close": (close, "Closed: no more answers are taken. You can open the room again."),
        "reopen": (reopen, "Open again: answers are taken."),
        "reveal": (reveal, "The answers are shown to the class."),
        "code": (change_code, "The room has a new code; the old one lets nobody in. Who is in stays."),
        "update": (update_room_to_latest_version, "The class now has the newest version. Earlier answers keep theirs."),
    }
)
"""What a button of the control does, and what is said when it is done."""
OWN_DEED = "update"


def find_room(request: HtmxRequest, pk: int) -> Room:
    """Return a room that the asking person may run, with what it gives the class, or answer 404."""
    return board.find_run_room(request, pk, related=("version", "exercise"))


@require_safe
def room_list(request: HtmxRequest) -> HttpResponse:
    """The teacher's rooms and those that colleagues let them run, the newest first."""
    rooms = Room.objects.run_by(person_asking(request)).filter(erased__isnull=True).select_related("exercise")
    return render(request, "classroom/room_list.html", {"rooms": rooms})


@require_http_methods(["GET", "HEAD", "POST"])
def room_open(request: HtmxRequest, key: str) -> HttpResponse:
    """Open a room on the newest version of one of the teacher's own exercises."""
    exercise = get_object_or_404(Exercise.objects.of(person_asking(request)).live(), key=key)
    form = OpenForm(request.POST or None, initial={"pace": Pace.TEACHER, "hours": 2, "keep_days": 30})
    context = {"form": form, "exercise": exercise}
    if request.method != "POST":
        return render(request, "classroom/room_open.html", context)
    if not form.is_valid():
        return render(request, "classroom/room_open.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    room = open_room(exercise=exercise, **form.cleaned_data)
    return redirect("room_control", room.pk)


@never_cache
@require_safe
def room_control(request: HtmxRequest, pk: int) -> HttpResponse:
    """Steer the room; htmx asks for the list of students every few seconds."""
    return render_page_or_part(request, PAGE, "students", describe_room(request, find_room(request, pk)))


@require_safe
def room_code(request: HtmxRequest, pk: int) -> HttpResponse:
    """Code and QR as large as the wall allows, and nothing else."""
    room = find_room(request, pk)
    context = describe_room(request, room)
    context |= {"qr": draw_qr(context["address"]), "site": request.build_absolute_uri(reverse("join"))}
    return render(request, "classroom/room_code.html", context)


@never_cache
@require_safe
def room_words(request: HtmxRequest, pk: int) -> HttpResponse:
    """The personal words of the students, for who forgot theirs; apart from what is projected."""
    room = find_room(request, pk)
    return render(request, "classroom/room_words.html", {"room": room, "pupils": room.pupils.present()})


@require_POST
def room_deed(request: HtmxRequest, pk: int, deed: str) -> HttpResponse:
    """Do one of the DEEDS; what is OWN_DEED, a colleague can't."""
    room = (board.find_room if deed == OWN_DEED else find_room)(request, pk)
    if deed not in DEEDS:
        raise Http404
    act, said = DEEDS[deed]
    act(room=room)
    return _answer(request, room, said)


@require_POST
def room_step(request: HtmxRequest, pk: int) -> HttpResponse:
    """Take the class to a task; it is counted from 1, as on the page."""
    room = find_room(request, pk)
    written = request.POST.get("task", "")
    try:
        set_step(room=room, step=int(written) - 1 if written.isdecimal() and len(written) < 5 else -1)
    except LessonError as error:
        return _answer(request, room, str(error), trouble=True)
    return _answer(request, room, f"The class is at task {room.step + 1}.")


@require_POST
def room_pace(request: HtmxRequest, pk: int) -> HttpResponse:
    """Have the class go together, or each at their own pace."""
    room = find_room(request, pk)
    pace = request.POST.get("pace", "")
    if pace not in Pace.values:
        raise Http404
    set_pace(room=room, pace=Pace(pace))
    said = "Everybody is at the task that you set." if pace == Pace.TEACHER else "Everybody goes at their own pace."
    return _answer(request, room, said)


@require_POST
def room_remove(request: HtmxRequest, pk: int, pupil: int) -> HttpResponse:
    """Take a student out of the room."""
    room = find_room(request, pk)
    removed = remove_pupil(room=room, pupil_id=pupil)
    return _answer(request, room, f"{removed} is out of the room." if removed else "This student is out already.")


@require_POST
def room_return(request: HtmxRequest, pk: int, pupil: int) -> HttpResponse:
    """Let a student back in."""
    room = find_room(request, pk)
    try:
        back = return_pupil(room=room, pupil_id=pupil)
    except LessonError as error:
        return _answer(request, room, str(error), trouble=True)
    return _answer(request, room, f"{back} is back, with all answers." if back else "This student is in the room.")


def _answer(request: HtmxRequest, room: Room, said: str, *, trouble: bool = False) -> HttpResponse:
    """Show the control anew where htmx asked; else go back to the page that the button stood on."""
    if wants_part(request):
        context = describe_room(request, room) | {"said": said, "is_trouble": trouble}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK
        return render(request, f"{PAGE}#control", context, status=status)
    (messages.warning if trouble else messages.success)(request, said)
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return go_to(request, back if is_ours else reverse("room_control", args=[room.pk]))
