"""Colleagues of a room, for its teacher alone: who may watch and run it."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from comparer.accounts.models import User
from comparer.classroom.colleagues.forms import ColleagueForm
from comparer.classroom.colleagues.inviting import let_run, restore, take_back
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.models import Room
from comparer.classroom.views.board import find_room
from comparer.web.htmx import HtmxRequest


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def room_colleagues(request: HtmxRequest, pk: int) -> HttpResponse:
    """Show who may run the room, and take a further name."""
    room = find_room(request, pk)
    own = [request.user.get_username(), request.user.email] if isinstance(request.user, User) else []
    form = ColleagueForm(request.POST or None, own_names=own)
    if request.method != "POST":
        return _show(request, room, ColleagueForm())
    if not form.is_valid():
        return _show(request, room, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        colleague = let_run(room=room, name=form.cleaned_data["name"])
    except LessonError as error:
        form.add_error(None, str(error))
        return _show(request, room, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"If “{colleague}” has an account here, it may run this room now. Send them the address.")
    return redirect("room_colleagues", pk)


def _show(request: HtmxRequest, room: Room, form: ColleagueForm, *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    since = timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)
    context = {
        "room": room,
        "form": form,
        "colleagues": room.colleagues.standing(),
        "taken_back": room.colleagues.filter(removed__gte=since),
        "address": request.build_absolute_uri(room.get_absolute_url()),
    }
    return render(request, "classroom/room_colleagues.html", context, status=status)


@require_POST
def room_colleague_deed(request: HtmxRequest, pk: int, colleague: int, deed: str) -> HttpResponse:
    """Let a colleague in no more ("off"), or again ("back")."""
    found = get_object_or_404(find_room(request, pk).colleagues, pk=colleague)
    if deed not in ("off", "back"):
        raise Http404
    (take_back if deed == "off" else restore)(colleague=found)
    said = "may no longer run this room" if deed == "off" else "may run this room again"
    messages.success(request, f"“{found}” {said}.")
    return redirect("room_colleagues", pk)
