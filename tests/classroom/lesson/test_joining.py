"""Coming into a room, and back on another device."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from comparer.classroom.lesson.guesses import PER_ADDRESS, PER_STUDENT
from comparer.classroom.lesson.joining import find_room, join, rejoin
from comparer.classroom.lesson.rooms import change_code, lock, remove_pupil
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.models import Room
from tests.classroom.making import make_exercise, make_pupil, make_room

pytestmark = pytest.mark.django_db
HERE = "192.0.2.1"


@pytest.fixture
def room() -> Room:
    return make_room(code="BCD234")


@pytest.mark.parametrize("typed", ["BCD234", "bcd234", " bcd 234 ", "bcd-234", "ＢＣＤ２３４"])
def test_code_is_read_however_it_is_typed(room: Room, typed: str) -> None:
    assert find_room(code=typed, address=HERE) == room


def test_joining_gives_a_word_and_a_token(room: Room) -> None:
    first = join(code="BCD234", nickname=" Red  Fox", address=HERE)
    second = join(code="BCD234", nickname="Otter", address=HERE)
    assert (first.nickname, first.room) == ("Red Fox", room)
    assert first.token != second.token
    assert first.word.count("-") == 1


@pytest.mark.parametrize("code", ["BCD235", "", "x", "' OR 1=1", "BCD2344"])
def test_unknown_code_is_refused(room: Room, code: str) -> None:
    with pytest.raises(LessonError, match="No room has this code"):
        join(code=code, nickname="Otter", address=HERE)


def test_code_of_a_room_that_is_over_is_refused_in_other_words() -> None:
    make_room(make_exercise(), code="BCD235", ends=timezone.now() - timedelta(minutes=1))
    with pytest.raises(LessonError, match="ended"):
        join(code="BCD235", nickname="Otter", address=HERE)


def test_old_code_lets_nobody_in_after_a_change(room: Room) -> None:
    pupil = make_pupil(room)
    change_code(room=room)
    with pytest.raises(LessonError, match="No room"):
        join(code="BCD234", nickname="Fox", address=HERE)
    assert rejoin(code=room.code, nickname="otter", word="Lantern", address=HERE) == pupil


def test_locked_room_lets_back_in_but_nobody_new(room: Room) -> None:
    pupil = make_pupil(room)
    lock(room=room)
    with pytest.raises(LessonError, match="locked"):
        join(code="BCD234", nickname="Fox", address=HERE)
    assert rejoin(code="BCD234", nickname="Otter", word="lantern", address=HERE) == pupil


def test_taken_nickname_comes_with_free_ones(room: Room) -> None:
    make_pupil(room)
    with pytest.raises(LessonError, match="already") as refused:
        join(code="BCD234", nickname="OTTER", address=HERE)
    free = refused.value.suggestions[0]
    assert join(code="BCD234", nickname=free, address=HERE).nickname == free


def test_nickname_of_a_removed_student_is_free(room: Room) -> None:
    removed = make_pupil(room)
    remove_pupil(room=room, pupil_id=removed.pk)
    assert join(code="BCD234", nickname="Otter", address=HERE).pk != removed.pk


@pytest.mark.parametrize(("name", "word"), [("Otter", "wrong"), ("Fox", "lantern"), ("Otter", ""), ("", "lantern")])
def test_coming_back_needs_name_and_word_together(room: Room, name: str, word: str) -> None:
    make_pupil(room)
    with pytest.raises(LessonError, match="do not belong together"):
        rejoin(code="BCD234", nickname=name, word=word, address=HERE)


def test_removed_student_does_not_come_back_by_the_word(room: Room) -> None:
    pupil = make_pupil(room)
    remove_pupil(room=room, pupil_id=pupil.pk)
    with pytest.raises(LessonError, match="do not belong"):
        rejoin(code="BCD234", nickname="Otter", word="lantern", address=HERE)


def test_word_of_one_student_is_not_guessed_from_many_addresses(room: Room) -> None:
    make_pupil(room)
    for at in range(PER_STUDENT):
        with pytest.raises(LessonError, match="do not belong"):
            rejoin(code="BCD234", nickname="Otter", word="wrong", address=f"192.0.2.{at}")
    with pytest.raises(LessonError, match="wrong tries"):
        rejoin(code="BCD234", nickname="otter", word="lantern", address="192.0.2.99")


def test_codes_are_not_guessed_from_one_address(room: Room) -> None:
    for _ in range(PER_ADDRESS):
        with pytest.raises(LessonError, match="No room"):
            find_room(code="ZZZZZZ", address=HERE)
    with pytest.raises(LessonError, match="wrong tries"):
        find_room(code="BCD234", address=HERE)
    assert find_room(code="BCD234", address="192.0.2.2") == room
