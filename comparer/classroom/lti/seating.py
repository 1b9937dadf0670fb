"""Lets a student of a platform into the room: as the one they were there before, or under a new nickname."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from comparer.classroom.lesson.joining import join
from comparer.classroom.lesson.nicknames import read_nickname
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.lesson.words import make_word
from comparer.classroom.lti.models import Placement, Seat
from comparer.classroom.lti.troubles import LtiError
from comparer.classroom.models import Pupil, Room

TRIES = 8


def seat_student(*, placement: Placement, subject: str, sealed: str, given_name: str) -> tuple[Pupil, bool]:
    """Return the student of the room that this link leads to, and whether they are new. LtiError says why not."""
    room = placement.room
    if room is None or room.erased is not None or room.has_ended:
        raise LtiError("Your teacher has not opened this exercise yet. Come back when they say so.")
    seat = Seat.objects.select_related("pupil__room").filter(room=room, subject=subject).first()
    if seat is None:
        name = given_name if placement.uses_given_names else ""
        return _sit_down(placement, room, subject, sealed, name)
    if seat.pupil.removed is not None:
        raise LtiError("Your teacher has taken you out of this room. Ask them to let you back in.")
    if seat.sealed != sealed or seat.placement_id != placement.pk:
        # The newest sealing is the one that today's key opens.
        seat.sealed, seat.placement = sealed, placement
        seat.save(update_fields=["sealed", "placement"])
    return seat.pupil, False


def _sit_down(placement: Placement, room: Room, subject: str, sealed: str, name: str) -> tuple[Pupil, bool]:
    try:
        with transaction.atomic():
            pupil = _join(room, name, address=f"placement {placement.pk}")
            Seat.objects.create(pupil=pupil, room=room, placement=placement, subject=subject, sealed=sealed)
    except IntegrityError:
        # They pressed twice.
        return Seat.objects.select_related("pupil__room").get(room=room, subject=subject).pupil, False
    return pupil, True


def _join(room: Room, name: str, *, address: str) -> Pupil:
    wanted = name if _is_fit(name) else _made_up()
    for _ in range(TRIES):
        try:
            return join(code=room.code, nickname=wanted, address=address)
        except LessonError as taken:
            if not taken.suggestions:
                raise LtiError(str(taken)) from taken
            wanted = taken.suggestions[0]
    raise LtiError("No nickname was free just now. Press the button once more.")


def _is_fit(name: str) -> bool:
    try:
        return bool(read_nickname(name))
    except LessonError:
        return False


def _made_up() -> str:
    return make_word().replace("-", " ").title()
