"""What the control of a room shows its teacher."""

from __future__ import annotations

from typing import Any

import segno
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from comparer.classroom.lesson.reading import content_of
from comparer.classroom.models import Pace, Room, Stage

ONLY_HERE = ("localhost", "127.0.0.1", "[::1]")


def describe_room(request: HttpRequest, room: Room) -> dict[str, Any]:
    """Return what templates/classroom/room_control.html and its parts need."""
    content = content_of(room.version)
    pupils = list(room.pupils.filter(erased__isnull=True))
    latest = room.exercise.latest
    is_mine = room.exercise.owner_id == request.user.pk
    has_list = room.listed.standing().exists()
    return {
        "room": room,
        "content": content,
        # By a slip, the room's own code lets nobody in.
        "address": request.build_absolute_uri(reverse("join")) if has_list else join_address(request, room),
        "is_only_here": request.get_host().rsplit(":", 1)[0] in ONLY_HERE,
        "is_together": room.pace == Pace.TEACHER,
        "is_open": room.takes_answers,
        "is_revealed": room.stage == Stage.REVEALED,
        "task": content.tasks[room.step] if room.step < len(content.tasks) else None,
        "number": room.step + 1,
        "total": len(content.tasks),
        "present": [pupil for pupil in pupils if pupil.removed is None],
        "removed": [pupil for pupil in pupils if pupil.removed is not None],
        "is_mine": is_mine,
        "has_list": has_list,
        # What a teacher is still changing is theirs to give.
        "newer": latest if is_mine and latest.pk != room.version_id else None,
    }


def join_address(request: HttpRequest, room: Room) -> str:
    """Return the whole address that lets a student in, with the code in it."""
    return request.build_absolute_uri(reverse("join_code", args=[room.code]))


def draw_qr(address: str) -> SafeString:
    """Return the address as a QR code: an SVG element without a style of its own."""
    drawn = segno.make(address, error="m", micro=False)
    svg = drawn.svg_inline(omitsize=True, border=2, dark="#000", light="#fff", svgclass="qr", lineclass=None)
    # What segno draws holds nothing but numbers; the address is in the pattern alone.
    return mark_safe(svg)  # noqa: S308
