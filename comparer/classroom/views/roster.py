"""The class list of a room: names for the teacher alone, a code on a slip for each student."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from types import MappingProxyType

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.classroom.lesson.controlling import draw_qr
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.models import Room
from comparer.classroom.roster.forms import ListForm
from comparer.classroom.roster.listing import add_names, change_slip, put_back, take_off
from comparer.classroom.views.board import find_room
from comparer.web.htmx import HtmxRequest

DEEDS: Mapping[str, tuple[Callable[..., None], str]] = MappingProxyType(
    {
        "off": (take_off, "“{}” is off the list: the code lets nobody in any more."),
        "back": (put_back, "“{}” is on the list again."),
        "code": (change_slip, "“{}” has a new code. Print or write a new slip; the old one lets nobody in."),
    }
)
"""What a button beside a line does, and what is said when it is done."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def class_list(request: HtmxRequest, pk: int) -> HttpResponse:
    """Show who is on the list, with their codes, and take further names."""
    room = find_room(request, pk)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _show(request, room, ListForm())
    if not form.is_valid():
        return _show(request, room, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        count = add_names(room=room, names=form.cleaned_data["lines"])
    except LessonError as error:
        form.add_error(None, str(error))
        return _show(request, room, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"{count} new on the list." if count else "All of these are on the list already.")
    return redirect("class_list", pk)


def _show(request: HtmxRequest, room: Room, form: ListForm, *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    lines = list(room.listed.select_related("pupil"))
    standing = [line for line in lines if line.removed is None]
    context = {
        "room": room,
        "form": form,
        "lines": standing,
        "off": [line for line in lines if line.removed is not None],
        "came": sum(line.pupil is not None for line in standing),
    }
    return render(request, "classroom/class_list.html", context, status=status)


@never_cache
@require_safe
def class_slips(request: HtmxRequest, pk: int) -> HttpResponse:
    """One slip for each student, to be printed and cut."""
    room = find_room(request, pk)
    slips = [
        (line, draw_qr(request.build_absolute_uri(reverse("join_code", args=[line.code]))))
        for line in room.listed.standing()
    ]
    site = request.build_absolute_uri(reverse("join"))
    return render(request, "classroom/class_slips.html", {"room": room, "slips": slips, "site": site})


@require_POST
def class_list_deed(request: HtmxRequest, pk: int, line: int, deed: str) -> HttpResponse:
    """Do one of the DEEDS to a line of the list."""
    found = get_object_or_404(find_room(request, pk).listed, pk=line)
    if deed not in DEEDS:
        raise Http404
    act, said = DEEDS[deed]
    act(line=found)
    messages.success(request, said.format(found))
    return redirect("class_list", pk)
