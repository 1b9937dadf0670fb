"""Each answer is taken once, however often and in whatever order it arrives, and none after closing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from comparer.classroom.content import content_to_json
from comparer.classroom.lesson.answering import Sending, submit_answer
from comparer.classroom.lesson.rooms import close, remove_pupil, reopen, reveal, set_step, update_room_to_latest_version
from comparer.classroom.lesson.troubles import LessonError, NotTakenError
from comparer.classroom.models import Answer, ExerciseVersion, Pace, Pupil, Room
from tests.classroom.making import CONTENT, MATCH, make_exercise, make_pupil, make_room

pytestmark = pytest.mark.django_db

RIGHT = {"i1": ["r1"], "i2": ["r2"]}
HALF = {"i1": ["r1"], "i2": ["r1"]}


@pytest.fixture
def pupil() -> Pupil:
    return make_pupil(make_room(pace=Pace.PUPIL))


def send(
    pupil: Pupil,
    given: Mapping[str, Sequence[str]],
    name: UUID | None = None,
    *,
    replaces: Sequence[UUID] = (),
    task: str = "t1",
    version: int | None = None,
) -> Answer:
    sending = Sending(name or uuid4(), replaces)
    return submit_answer(pupil=pupil, task_id=task, given=given, sending=sending, version_id=version)


def test_closed_tasks_are_marked_at_once(pupil: Pupil) -> None:
    assert send(pupil, RIGHT).points == 4
    assert send(pupil, {"i1": ["right"]}, task="t2").points == 1


def test_reflections_wait_for_a_person(pupil: Pupil) -> None:
    answer = send(pupil, {"i1": ["The first."]}, task="t3")
    assert (answer.points, answer.given) == (None, {"i1": ["The first."]})


def test_sending_twice_changes_nothing(pupil: Pupil) -> None:
    name = uuid4()
    first = send(pupil, RIGHT, name)
    second = send(pupil, RIGHT, name)
    assert Answer.objects.count() == 1
    assert (first.pk, first.changed) == (second.pk, second.changed)


def test_editing_changes_the_same_row(pupil: Pupil) -> None:
    first = send(pupil, HALF)
    second = send(pupil, RIGHT)
    assert (first.pk, second.points, Answer.objects.count()) == (second.pk, 4, 1)


def test_going_back_and_changing_without_script_counts(pupil: Pupil) -> None:
    name = uuid4()
    send(pupil, HALF, name)
    assert send(pupil, RIGHT, name).given == RIGHT


@pytest.mark.parametrize("declared", [True, False])
def test_an_older_sending_that_arrives_late_changes_nothing(pupil: Pupil, *, declared: bool) -> None:
    """The older may be lost at first (the newer names it), or have been taken before (the server knows it)."""
    older, newer = uuid4(), uuid4()
    if not declared:
        send(pupil, HALF, older)
    send(pupil, RIGHT, newer, replaces=[older] if declared else [])
    assert send(pupil, HALF, older).given == RIGHT
    assert Answer.objects.get().sending == newer


def test_the_same_words_sent_anew_keep_the_teachers_points(pupil: Pupil) -> None:
    answer = send(pupil, {"i1": ["The first."]}, task="t3")
    Answer.objects.filter(pk=answer.pk).update(points=1, by_hand=True)
    assert send(pupil, {"i1": ["The first."]}, task="t3").points == 1
    changed = send(pupil, {"i1": ["The second."]}, task="t3")
    assert (changed.points, changed.by_hand) == (None, False)


CLOSERS: list[tuple[str, Callable[[Pupil], object]]] = [
    ("closed the room", lambda pupil: close(room=pupil.room)),
    ("shown already", lambda pupil: reveal(room=pupil.room)),
    ("time of this room is over", lambda _pupil: Room.objects.update(ends=timezone.now() - timedelta(seconds=1))),
    ("taken you out", lambda pupil: remove_pupil(room=pupil.room, pupil_id=pupil.pk)),
]


@pytest.mark.parametrize(("says", "end"), CLOSERS)
def test_nothing_is_taken_or_lost_after_the_end(pupil: Pupil, says: str, end: Callable[[Pupil], object]) -> None:
    send(pupil, HALF)
    end(pupil)
    with pytest.raises(NotTakenError, match=says):
        send(pupil, RIGHT)
    assert Answer.objects.get().given == HALF


def test_reopening_takes_what_was_kept(pupil: Pupil) -> None:
    name = uuid4()
    close(room=pupil.room)
    with pytest.raises(NotTakenError):
        send(pupil, RIGHT, name)
    reopen(room=pupil.room)
    assert send(pupil, RIGHT, name).given == RIGHT


def test_at_the_teachers_pace_nobody_runs_ahead_but_everybody_may_go_back() -> None:
    pupil = make_pupil(make_room(pace=Pace.TEACHER))
    with pytest.raises(NotTakenError, match="not opened this task yet"):
        send(pupil, {"i1": ["right"]}, task="t2")
    set_step(room=pupil.room, step=1)
    assert send(pupil, {"i1": ["right"]}, task="t2").points == 1
    assert send(pupil, RIGHT).points == 4


MISFITS = [
    ("t1", {"i9": ["r1"]}),
    ("t1", {"i1": ["l9"]}),
    ("t1", {"i1": ["r1", "r2"]}),
    ("t3", {"i1": ["one", "two"]}),
    ("t3", {"i1": ["nul\0"]}),
    ("t3", {"i1": ["x" * 4001]}),
    ("t1", {}),
    ("t3", {"i1": ["  "]}),
    ("t9", {"i1": ["r1"]}),
]


@pytest.mark.parametrize(("task", "given"), MISFITS)
def test_what_does_not_fit_is_refused(pupil: Pupil, task: str, given: dict[str, list[str]]) -> None:
    with pytest.raises(LessonError):
        send(pupil, given, task=task)
    assert not Answer.objects.exists()


def test_somebody_elses_sending_is_refused_and_theirs_stays(pupil: Pupil) -> None:
    name = uuid4()
    theirs = send(make_pupil(pupil.room, "Fox"), RIGHT, name)
    with pytest.raises(LessonError):
        send(pupil, HALF, name)
    theirs.refresh_from_db()
    assert theirs.given == RIGHT
    assert not pupil.answers.exists()


def test_answers_keep_the_version_that_they_were_given_to(pupil: Pupil) -> None:
    room = pupil.room
    old = room.version
    early = send(pupil, RIGHT)
    other_key = replace(MATCH, items=(replace(MATCH.items[0], key=("r2",)), MATCH.items[1]))
    newer = replace(CONTENT, tasks=(other_key, *CONTENT.tasks[1:]))
    ExerciseVersion.objects.create(exercise=room.exercise, number=2, content=content_to_json(newer))
    update_room_to_latest_version(room=room)
    early.refresh_from_db()
    assert (early.version, early.points) == (old, 4)
    # a phone that still shows the old version answers that
    late = send(make_pupil(room, "Fox"), RIGHT, version=old.pk)
    assert (late.version, late.points) == (old, 4)
    assert send(make_pupil(room, "Hare"), RIGHT).points == 2


def test_a_version_that_the_room_never_had_is_not_answered(pupil: Pupil) -> None:
    foreign = make_exercise(content=CONTENT).latest
    assert send(pupil, RIGHT, version=foreign.pk).version == pupil.room.version


def test_a_task_that_the_new_version_lacks_says_so(pupil: Pupil) -> None:
    room = pupil.room
    newer = replace(CONTENT, tasks=CONTENT.tasks[1:])
    ExerciseVersion.objects.create(exercise=room.exercise, number=2, content=content_to_json(newer))
    update_room_to_latest_version(room=room)
    with pytest.raises(LessonError, match="this task is gone"):
        send(pupil, RIGHT)
