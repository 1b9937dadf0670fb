"""How a student comes in: by the room's code and a nickname, and back by a personal word."""

from __future__ import annotations

import unicodedata

from django.db import IntegrityError, transaction
from django.utils import timezone

from comparer.classroom.lesson.guesses import GUESSES, PER_STUDENT
from comparer.classroom.lesson.nicknames import is_taken, read_nickname, suggest
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.lesson.words import make_word, same_word
from comparer.classroom.models import Pupil, Room

TOO_MANY_GUESSES = "There were many wrong tries just now. Wait ten minutes, or ask your teacher for a new code."
LOCKED = (
    "The room is locked, so nobody new comes in. Ask your teacher to unlock it. "
    "If you were here before, come back with your personal word."
)
MOST_IN_A_ROOM = 1000


def read_code(typed: str) -> str:
    """Return the code as it is kept: "bc-2 34f" is BC234F."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", typed).upper() if letter.isalnum())


def find_room(*, code: str, address: str) -> Room:
    """Return the room that this code lets into. LessonError where it lets nobody in.

    `address` is whose guess it is; it is only counted under a hash that lives for minutes.
    """
    if not GUESSES.may_guess(address):
        raise LessonError(TOO_MANY_GUESSES)
    room = Room.objects.filter(code=read_code(code), exercise__deleted__isnull=True, erased__isnull=True).first()
    if room is None:
        GUESSES.note_wrong(address)
        raise LessonError(
            "No room has this code. Look at it again: it has six letters and digits, never a vowel, 0 or 1."
        )
    if room.has_ended:
        raise LessonError("This code is no longer valid: the room has ended. Ask your teacher for a new one.")
    return room


def join(*, code: str, nickname: str, address: str) -> Pupil:
    """Let somebody in under a nickname that is theirs alone in the room. LessonError says why not."""
    room = find_room(code=code, address=address)
    if room.is_locked:
        raise LessonError(LOCKED)
    name = read_nickname(nickname)
    present = list(room.pupils.present().values_list("nickname", flat=True))
    if is_taken(name, present):
        raise _taken(name, present)
    if len(present) >= MOST_IN_A_ROOM:
        raise LessonError("The room is full. Tell your teacher.")
    try:
        with transaction.atomic():
            return Pupil.objects.create(room=room, nickname=name, word=make_word())
    except IntegrityError:
        # Somebody took it in this very moment.
        raise _taken(name, [*present, name]) from None


def rejoin(*, code: str, nickname: str, word: str, address: str) -> Pupil:
    """Let a student back in on another device. LessonError where nickname and word do not belong together."""
    room = find_room(code=code, address=address)
    whose = f"{room.pk}:{nickname.strip().casefold()}"
    if not GUESSES.may_guess(whose, most=PER_STUDENT):
        raise LessonError(TOO_MANY_GUESSES)
    name = " ".join(unicodedata.normalize("NFKC", nickname).split())
    pupil = room.pupils.present().filter(nickname__iexact=name).first()
    if pupil is None or not same_word(word, pupil.word):
        GUESSES.note_wrong(address, whose)
        raise LessonError(
            "This nickname and this word do not belong together in this room. "
            "Your word was shown when you joined; your teacher can see it too."
        )
    pupil.seen = timezone.now()
    pupil.save(update_fields=["seen"])
    return pupil


def _taken(name: str, present: list[str]) -> LessonError:
    return LessonError(
        f"Somebody in this room is called {name} already. Choose another name, or come back with your word if it is you.",
        suggestions=suggest(name, present),
    )
