"""Coming in by a slip, and what the class list of a room does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from comparer.classroom.board.erasing import erase_room
from comparer.classroom.lesson.forgetting import forget_answers, forget_pupil
from comparer.classroom.lesson.guesses import GUESSES, PER_ADDRESS
from comparer.classroom.lesson.rooms import lock, remove_pupil, reopen, return_pupil
from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.models import Pupil, Room
from comparer.classroom.roster.entering import enter
from comparer.classroom.roster.listing import add_names, change_slip, put_back, take_off
from comparer.classroom.roster.models import CODE_LETTERS, Listed
from comparer.classroom.roster.reading import MOST_LINES
from tests.classroom.making import make_room

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_guesses() -> None:
    GUESSES.clear()


@pytest.fixture
def room() -> Room:
    room = make_room(code="BCD234")
    add_names(room=room, names=["Ada B.", "Ben C."])
    return room


def ada(room: Room) -> Listed:
    return room.listed.get(name="Ada B.")


def come_in(code: str) -> Pupil:
    return enter(code=code, address="here")


def test_each_name_gets_a_code_of_its_own_once(room: Room) -> None:
    codes = {line.code for line in room.listed.all()}
    assert len(codes) == 2
    assert all(len(code) == 8 and set(code) <= set(CODE_LETTERS) for code in codes)
    assert add_names(room=room, names=["Ada B.", "Cleo D."]) == 1
    assert codes < {line.code for line in room.listed.all()}
    with pytest.raises(LessonError, match="at most"):
        add_names(room=room, names=[str(number) for number in range(MOST_LINES)])


def test_a_slip_lets_in_under_a_made_up_name(room: Room) -> None:
    code = ada(room).code
    pupil = come_in(f" {code[:4].lower()}-{code[4:]} ")
    assert (pupil.room, ada(room).pupil) == (room, pupil)
    assert "Ada" not in pupil.nickname
    assert " " in pupil.nickname


def test_the_same_slip_is_the_same_student_on_every_device(room: Room) -> None:
    first = come_in(ada(room).code)
    assert come_in(ada(room).code) == first
    assert come_in(room.listed.get(name="Ben C.").code) != first
    assert room.pupils.count() == 2


def test_wrong_codes_are_refused_and_counted(room: Room) -> None:
    for _ in range(PER_ADDRESS):
        with pytest.raises(LessonError, match="No slip has this code"):
            come_in("BCDF2345")
    with pytest.raises(LessonError, match="many wrong tries"):
        come_in(ada(room).code)


def test_a_slip_of_a_room_that_is_over_or_deleted_lets_nobody_in(room: Room) -> None:
    code = ada(room).code
    Room.objects.update(ends=timezone.now() - timedelta(seconds=1))
    with pytest.raises(LessonError, match="has ended"):
        come_in(code)
    Room.objects.update(ends=timezone.now() + timedelta(hours=1))
    erase_room(room=Room.objects.get())
    with pytest.raises(LessonError, match="No slip"):
        come_in(code)


def test_a_locked_room_lets_back_in_who_was_there(room: Room) -> None:
    pupil = come_in(ada(room).code)
    lock(room=room)
    assert come_in(ada(room).code) == pupil
    with pytest.raises(LessonError, match="locked"):
        come_in(room.listed.get(name="Ben C.").code)


def test_a_student_who_was_taken_out_stays_out_until_let_back(room: Room) -> None:
    pupil = come_in(ada(room).code)
    remove_pupil(room=room, pupil_id=pupil.pk)
    with pytest.raises(LessonError, match="taken you out"):
        come_in(ada(room).code)
    return_pupil(room=room, pupil_id=pupil.pk)
    assert come_in(ada(room).code) == pupil


def test_a_line_taken_off_or_with_a_new_code_no_longer_lets_in(room: Room) -> None:
    line = ada(room)
    old = line.code
    take_off(line=line)
    with pytest.raises(LessonError, match="No slip"):
        come_in(old)
    put_back(line=line)
    pupil = come_in(old)
    change_slip(line=ada(room))
    with pytest.raises(LessonError, match="No slip"):
        come_in(old)
    assert come_in(ada(room).code) == pupil


def test_a_name_taken_off_and_added_again_keeps_its_code(room: Room) -> None:
    code = ada(room).code
    take_off(line=ada(room))
    assert add_names(room=room, names=["Ada B."]) == 1
    assert (ada(room).code, ada(room).removed) == (code, None)


def test_the_list_is_forgotten_with_the_room_also_where_nobody_came(room: Room) -> None:
    Room.objects.update(ends=timezone.now() - timedelta(days=31))
    assert forget_answers(at=timezone.now()) == 0
    assert not Listed.objects.exists()


def test_no_names_are_taken_that_nothing_would_delete_again(room: Room) -> None:
    room.ends = timezone.now() - timedelta(days=31)
    with pytest.raises(LessonError, match="Open it again first"):
        add_names(room=room, names=["Cleo D."])
    reopen(room=room)
    assert add_names(room=room, names=["Cleo D."]) == 1


def test_who_deletes_everything_of_theirs_is_off_the_list_for_good(room: Room) -> None:
    forget_pupil(pupil=come_in(ada(room).code))
    assert [line.name for line in Listed.objects.all()] == ["Ben C."]
