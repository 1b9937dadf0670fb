"""How a student comes in by the code of their slip: the first time, and again on any device."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from comparer.classroom.lesson.guesses import GUESSES
from comparer.classroom.lesson.joining import LOCKED, TOO_MANY_GUESSES, read_code
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.lesson.words import make_word
from comparer.classroom.models import Pupil, Room
from comparer.classroom.roster.models import LENGTH, Listed

TRIES = 20


def is_slip(code: str) -> bool:
    """Return True for a code that is as long as those of slips."""
    return len(read_code(code)) == LENGTH


def has_list(room: Room) -> bool:
    return room.listed.standing().exists()


def find_line(*, code: str, address: str) -> Listed:
    """Return the line of the list that this slip is for. LessonError where it lets nobody in."""
    if not GUESSES.may_guess(address):
        raise LessonError(TOO_MANY_GUESSES)
    lines = Listed.objects.standing().select_related("room", "pupil")
    lines = lines.filter(room__erased__isnull=True, room__exercise__deleted__isnull=True)
    line = lines.filter(code=read_code(code)).first()
    if line is None:
        GUESSES.note_wrong(address)
        raise LessonError(
            "No slip has this code. Look at it again: it has eight letters and digits, never a vowel, 0 or 1."
        )
    if line.room.has_ended:
        raise LessonError("This code is no longer valid: the room has ended. Ask your teacher for a new one.")
    return line


def enter(*, code: str, address: str) -> Pupil:
    """Let in whoever holds the slip, as the student who came in by it before. LessonError says why not."""
    line = find_line(code=code, address=address)
    if line.pupil is not None:
        return _come_back(line.pupil)
    if line.room.is_locked:
        raise LessonError(LOCKED)
    for _ in range(TRIES):
        try:
            return _sit_down(line)
        except IntegrityError:
            # The made-up name is somebody's already.
            continue
    raise LessonError("No name was free just now. Press the button once more.")


def _come_back(pupil: Pupil) -> Pupil:
    if pupil.removed is not None:
        raise LessonError("Your teacher has taken you out of this room. Ask them to let you back in.")
    pupil.seen = timezone.now()
    pupil.save(update_fields=["seen"])
    return pupil


@transaction.atomic
def _sit_down(line: Listed) -> Pupil:
    # Two devices may type one slip in the same moment: the second waits here, and is the same student.
    # Locked alone: PostgreSQL shows whoever waited the row as it is by then, but joined to others as they were before.
    line = Listed.objects.select_for_update().get(pk=line.pk)
    if line.pupil is None:
        name = make_word().replace("-", " ").title()
        line.pupil = Pupil.objects.create(room=line.room, nickname=name, word=make_word())
        line.save(update_fields=["pupil"])
    return line.pupil
