"""A student comes in: by code and nickname, or back by their personal word."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comparer.classroom.lesson.forms import BackForm, JoinForm
from comparer.classroom.lesson.joining import find_room, join, read_code, rejoin
from comparer.classroom.lesson.known import find_token, remember_pupil
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.models import Pupil, Room
from comparer.classroom.roster.entering import enter, find_line, has_list, is_slip


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join_room(request: HttpRequest, code: str = "") -> HttpResponse:
    """Ask for code and nickname, and let the student in. By the QR code the address holds the code already."""
    if request.method != "POST":
        return _begin(request, code)
    form = JoinForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        pupil = _let_in(**form.cleaned_data, address=_address(request))
    except LessonError as error:
        return _show(request, form, error=error, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    response = redirect("lesson_welcome", pupil.room_id)
    remember_pupil(response, pupil)
    return response


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join_back(request: HttpRequest) -> HttpResponse:
    """Let a student back in on another device."""
    form = BackForm(request.POST or None, initial={"code": request.GET.get("code", "")[:6]})
    page = "classroom/join_back.html"
    if request.method != "POST":
        return render(request, page, {"form": form})
    if not form.is_valid():
        return render(request, page, {"form": form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        pupil = rejoin(**form.cleaned_data, address=_address(request))
    except LessonError as error:
        return render(request, page, {"form": form, "error": error}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    response = redirect("lesson", pupil.room_id)
    remember_pupil(response, pupil)
    return response


def _let_in(*, code: str, nickname: str, address: str) -> Pupil:
    """By a slip alone where there is a class list, else by the room's code and a nickname."""
    if is_slip(code):
        return enter(code=code, address=address)
    if has_list(find_room(code=code, address=address)):
        raise LessonError(
            "In this room everybody has a slip with a code of their own. Type that one in place of the room’s code."
        )
    return join(code=code, nickname=nickname, address=address)


def _begin(request: HttpRequest, code: str) -> HttpResponse:
    if not code:
        return _show(request, JoinForm())
    form = JoinForm(initial={"code": code})
    try:
        room = _find(code, _address(request))
    except LessonError as error:
        return _show(request, form, error=error, status=HTTPStatus.NOT_FOUND)
    token = find_token(request, room.pk)
    known = Pupil.objects.present().filter(token=token, room=room)
    # A slip is one student's: at a shared device it does not lead into the lesson of whoever was there before.
    known = known.filter(listed__code=read_code(code)) if is_slip(code) else known
    if token and known.exists():
        return redirect("lesson", room.pk)
    return _show(request, form, room=room)


def _find(code: str, address: str) -> Room:
    return find_line(code=code, address=address).room if is_slip(code) else find_room(code=code, address=address)


def _show(
    request: HttpRequest,
    form: JoinForm,
    *,
    room: Room | None = None,
    error: LessonError | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    is_by_slip = room is not None and is_slip(str(form["code"].value() or ""))
    context = {"form": form, "room": room, "error": error, "is_by_slip": is_by_slip}
    return render(request, "classroom/join.html", context, status=status)


def _address(request: HttpRequest) -> str:
    """Whose guess it is. It goes nowhere but into a hash in memory (see guesses.py)."""
    return str(request.META.get("REMOTE_ADDR", ""))
