"""How a browser is known again as a student's: by one signed cookie for the room, sent to the lesson's pages only."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from comparer.classroom.models import Pupil

SALT = "classroom.pupil"
PATH = "/join/"


def remember_pupil(response: HttpResponse, pupil: Pupil) -> None:
    """Have the browser come back as this student until the room's answers are deleted."""
    seconds = max(0, int((pupil.room.forgotten_on - timezone.now()).total_seconds()))
    response.set_signed_cookie(
        _name(pupil.room_id),
        pupil.token,
        salt=SALT,
        max_age=seconds,
        path=PATH,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def forget_browser(response: HttpResponse, room_id: int) -> None:
    """Have the browser no longer be known in this room."""
    response.delete_cookie(_name(room_id), path=PATH, samesite="Lax")


def find_token(request: HttpRequest, room_id: int) -> str:
    """Return the token that this browser brings for the room, "" for none or one that is not ours."""
    return str(request.get_signed_cookie(_name(room_id), "", salt=SALT))


def _name(room_id: int) -> str:
    return f"student{room_id}"
