"""What a class does in the same moment, in threads with connections of their own, on the database that the tests use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar
from uuid import UUID, uuid4

import pytest
from django.db import connection

from comparer.classroom.lesson.answering import Sending, submit_answer
from comparer.classroom.lesson.joining import join
from comparer.classroom.lesson.rooms import close, reopen, update_room_to_latest_version
from comparer.classroom.lesson.troubles import LessonError, NotTakenError
from comparer.classroom.models import Answer, ExerciseVersion, Pace, Pupil, Room, Stage
from comparer.classroom.roster.entering import enter
from comparer.classroom.roster.listing import add_names
from tests.classroom.making import make_pupil, make_room

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 4
PATIENCE = 60.0
Given = dict[str, list[str]]
RIGHT: Given = {"i1": ["r1"], "i2": ["r2"]}
HALF: Given = {"i1": ["r1"], "i2": ["r1"]}
T = TypeVar("T")


def at_once(acts: Sequence[Callable[[], T]]) -> list[T | LessonError]:
    """Do all of it in the same moment; return what each gave, or why it was refused. Any other error is a failure."""
    line = Barrier(len(acts))

    def do(act: Callable[[], T]) -> T | LessonError:
        try:
            line.wait(PATIENCE)
            return act()
        except LessonError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(do, acts))


def sending(pupil: Pupil, given: Given, name: UUID, replaces: Sequence[UUID] = ()) -> Callable[[], Answer]:
    return lambda: submit_answer(pupil=pupil, task_id="t1", given=given, sending=Sending(name, replaces))


@pytest.fixture
def room() -> Room:
    return make_room(pace=Pace.PUPIL, code="BCD234")


def test_one_sending_that_comes_several_times_at_once_is_kept_once(room: Room) -> None:
    for at in range(ROUNDS):
        pupil, name = make_pupil(room, f"Otter {at}"), uuid4()
        kept = at_once([sending(pupil, RIGHT, name)] * 3)
        answer = Answer.objects.get(pupil=pupil)
        assert [one.pk for one in kept if isinstance(one, Answer)] == [answer.pk] * 3
        assert (answer.given, answer.points, answer.sending, answer.replaced) == (RIGHT, 4, name, [])


def test_an_answer_and_its_correction_at_once_leave_the_correction(room: Room) -> None:
    for at in range(ROUNDS):
        pupil, older, newer = make_pupil(room, f"Otter {at}"), uuid4(), uuid4()
        at_once([sending(pupil, HALF, older), sending(pupil, RIGHT, newer, [older])])
        answer = Answer.objects.get(pupil=pupil)
        assert (answer.given, answer.sending) == (RIGHT, newer)


def test_a_whole_class_that_answers_at_once_loses_nothing(room: Room) -> None:
    pupils = [make_pupil(room, f"Otter {number}") for number in range(12)]
    kept = at_once([sending(pupil, RIGHT if pupil.pk % 2 else HALF, uuid4()) for pupil in pupils])
    assert all(isinstance(one, Answer) for one in kept)
    found = dict(Answer.objects.values_list("pupil_id", "given"))
    assert found == {pupil.pk: RIGHT if pupil.pk % 2 else HALF for pupil in pupils}


def test_a_name_wanted_by_several_at_once_goes_to_one_and_the_others_are_offered_free_ones(room: Room) -> None:
    for at in range(ROUNDS):
        names = [f"Otter {at}", f"otter {at}", f"OTTER  {at}"]
        came = at_once([lambda name=name: join(code=room.code, nickname=name, address="here") for name in names])  # type: ignore[misc]
        inside = [one for one in came if isinstance(one, Pupil)]
        refused = [one for one in came if isinstance(one, LessonError)]
        assert (len(inside), len(refused)) == (1, 2)
        assert all(one.suggestions and inside[0].nickname not in one.suggestions for one in refused)
        assert room.pupils.filter(nickname__iexact=f"otter {at}").count() == 1


def close_and_look(room: Room) -> set[int]:
    """Close the room as its teacher does; return the answers that there are then."""
    close(room=Room.objects.get(pk=room.pk))
    return set(Answer.objects.values_list("pk", flat=True))


def test_closing_while_the_class_answers_takes_an_answer_whole_or_refuses_it(room: Room) -> None:
    for at in range(ROUNDS):
        reopen(room=room)
        pupils = [make_pupil(room, f"Otter {at} {number}") for number in range(4)]
        acts: list[Callable[[], object]] = [sending(pupil, RIGHT, uuid4()) for pupil in pupils]
        acts.insert(2, lambda: close_and_look(room))
        told = at_once(acts)
        answers = [one for place, one in enumerate(told) if place != 2]
        assert all(isinstance(one, Answer | NotTakenError) for one in answers)
        taken = {one.pk for one in answers if isinstance(one, Answer)}
        assert taken == set(Answer.objects.filter(pupil__in=pupils).values_list("pk", flat=True))
        # Nothing came after closing, not even what was under way.
        assert told[2] == set(Answer.objects.values_list("pk", flat=True))
        room.refresh_from_db()
        assert room.stage == Stage.CLOSED
        late = at_once([sending(pupil, HALF, uuid4()) for pupil in pupils])
        assert all(isinstance(one, NotTakenError) for one in late)


def test_answers_are_taken_while_the_class_is_given_the_newest_version(room: Room) -> None:
    content = room.version.content
    for at in range(ROUNDS):
        ExerciseVersion.objects.create(exercise=room.exercise, number=at + 2, content=content)
        pupils = [make_pupil(room, f"Otter {at} {number}") for number in range(4)]
        acts: list[Callable[[], object]] = [sending(pupil, RIGHT, uuid4()) for pupil in pupils]
        acts.insert(2, lambda: update_room_to_latest_version(room=Room.objects.get(pk=room.pk)))
        told = at_once(acts)
        assert sum(isinstance(one, Answer) for one in told) == len(pupils)
        assert Room.objects.get(pk=room.pk).version.number == at + 2


def test_a_slip_typed_on_several_devices_at_once_is_one_student(room: Room) -> None:
    add_names(room=room, names=[f"Ada {at}" for at in range(ROUNDS)])
    for line in room.listed.all():
        came = at_once([lambda code=line.code: enter(code=code, address="here")] * 3)  # type: ignore[misc]
        assert {one.pk for one in came if isinstance(one, Pupil)} == {room.listed.get(pk=line.pk).pupil_id}
        assert len(came) == 3
    assert room.pupils.count() == ROUNDS


def test_two_lists_brought_at_once_put_every_name_on_once(room: Room) -> None:
    at_once([lambda: add_names(room=room, names=["Ada", "Ben"]), lambda: add_names(room=room, names=["Ben", "Cleo"])])
    assert sorted(line.name for line in room.listed.all()) == ["Ada", "Ben", "Cleo"]
