"""Points on their way back to the platform: what is sent when, and what becomes of it where it is not taken."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from comparer.classroom.board.marking import Marks, mark_answer
from comparer.classroom.lesson.rooms import close, reveal
from comparer.classroom.lti.models import GradeState, Placement, Seat
from comparer.classroom.lti.queue import grades_changed
from comparer.classroom.lti.sealing import hash_subject, seal
from comparer.classroom.lti.sending import SILENT, WAITS, send_grades
from comparer.classroom.lti.totals import totals_of
from comparer.classroom.models import Answer, Pupil, Room, Stage
from tests.classroom.lti.launching import place, register
from tests.classroom.lti.platform import TestPlatform
from tests.classroom.making import make_pupil, make_room, make_teacher

pytestmark = pytest.mark.django_db


def seat(placement: Placement, nickname: str = "Otter", subject: str = "7314", **points: float | None) -> Seat:
    """Return a student of the platform with an answer to each task that is named."""
    assert placement.room
    pupil = make_pupil(placement.room, nickname)
    for task, got in points.items():
        Answer.objects.create(
            pupil=pupil, version=placement.room.version, task=task, given={}, sending=uuid.uuid4(), points=got
        )
    return Seat.objects.create(
        pupil=pupil,
        room=placement.room,
        placement=placement,
        subject=hash_subject(placement.platform_id, subject),
        sealed=seal(subject),
    )


@pytest.fixture
def placement(platform: TestPlatform) -> Placement:
    room = make_room(stage=Stage.CLOSED)
    return place(register(platform), room.exercise, room, line_item=f"{platform.root}/grades/link-1?a=b")


def room_of(placement: Placement) -> Room:
    assert placement.room
    return placement.room


def send(placement: Placement) -> None:
    send_grades.call(room_of(placement).pk)


def test_total_is_sent_with_the_platforms_own_number(platform: TestPlatform, placement: Placement) -> None:
    row = seat(placement, t1=3.5, t2=1.0, t3=1.0)
    send(placement)
    (score,) = platform.scores
    assert score["path"] == "/grades/link-1/scores?a=b"
    assert {name: score[name] for name in ("userId", "scoreGiven", "scoreMaximum", "activityProgress", "gradingProgress")} == {
        "userId": "7314", "scoreGiven": 5.5, "scoreMaximum": 6.0, "activityProgress": "Completed", "gradingProgress": "FullyGraded",
    }  # fmt: skip
    assert "comment" not in score
    row.refresh_from_db()
    assert (row.state, row.sent_points, row.sent_is_final, row.reason) == (GradeState.SENT, 5.5, True, "")
    send(placement)
    assert len(platform.scores) == 1


def test_grade_is_not_final_while_a_person_marks_and_is_sent_again_after(
    platform: TestPlatform, placement: Placement
) -> None:
    row = seat(placement, t1=4.0, t3=None)
    send(placement)
    Answer.objects.filter(task="t3").update(points=0.5)
    assert grades_changed(room=room_of(placement)) == 1
    row.refresh_from_db()
    assert row.state == GradeState.WAITING
    send(placement)
    assert [(score["scoreGiven"], score["gradingProgress"]) for score in platform.scores] == [
        (4.0, "PendingManual"),
        (4.5, "FullyGraded"),
    ]
    assert grades_changed(room=room_of(placement)) == 0


def test_students_without_answers_removed_or_not_from_the_platform_are_not_sent(
    platform: TestPlatform, placement: Placement
) -> None:
    seat(placement)
    gone = seat(placement, "Gone", "2", t1=1.0)
    Pupil.objects.filter(pk=gone.pupil_id).update(removed=timezone.now())
    walked_in = make_pupil(room_of(placement), "Walked in")
    Answer.objects.create(
        pupil=walked_in, version=room_of(placement).version, task="t1", given={}, sending=uuid.uuid4(), points=1.0
    )
    assert grades_changed(room=room_of(placement)) == 0
    send(placement)
    assert not platform.scores


def test_nothing_is_sent_while_the_room_is_open_and_all_is_when_its_time_is_over(
    platform: TestPlatform, placement: Placement
) -> None:
    seat(placement, t1=1.0)
    room = room_of(placement)
    room.stage = Stage.OPEN
    room.save()
    assert grades_changed(room=room) == 0
    send(placement)
    assert not platform.scores
    again = DBTaskResult.objects.get()
    assert again.run_after is not None
    assert again.run_after > room.ends
    room.ends = timezone.now() - timedelta(seconds=2)
    room.save()
    send(placement)
    assert len(platform.scores) == 1


def test_placement_without_a_place_for_grades_sends_nothing(platform: TestPlatform, placement: Placement) -> None:
    seat(placement, t1=1.0)
    Placement.objects.update(line_item="")
    assert grades_changed(room=room_of(placement)) == 0
    send(placement)
    assert not platform.scores


def test_busy_platform_is_tried_again_and_given_up_in_the_end(platform: TestPlatform, placement: Placement) -> None:
    row = seat(placement, t1=1.0)
    platform.refuse_scores = [503] * (len(WAITS) + 1)
    for tries in range(1, len(WAITS) + 1):
        send(placement)
        row.refresh_from_db()
        assert (row.state, row.tries) == (GradeState.WAITING, tries)
        assert "503" in row.reason
    later = DBTaskResult.objects.order_by("-run_after")[0]
    assert later.run_after is not None
    assert later.run_after > timezone.now() + WAITS[-1] - timedelta(minutes=1)
    send(placement)
    row.refresh_from_db()
    assert row.state == GradeState.FAILED
    send(placement)
    assert not platform.scores
    assert grades_changed(room=room_of(placement)) == 1
    send(placement)
    row.refresh_from_db()
    assert row.state == GradeState.SENT


@pytest.mark.parametrize("status", [400, 403, 404, 410, 422])
def test_refused_grade_fails_at_once_with_its_reason_and_others_go_on(
    platform: TestPlatform, placement: Placement, status: int
) -> None:
    first, second = seat(placement, t1=1.0), seat(placement, "Heron", "2", t1=2.0)
    platform.refuse_scores = [status]
    send(placement)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, first.reason) == (
        GradeState.FAILED,
        f"The platform refused this grade (it answered {status}).",
    )
    assert second.state == GradeState.SENT
    assert not DBTaskResult.objects.exists()


def test_one_busy_answer_does_not_hold_up_the_others(platform: TestPlatform, placement: Placement) -> None:
    first, second = seat(placement, t1=1.0), seat(placement, "Heron", "2", t1=2.0)
    platform.refuse_scores = [500]
    send(placement)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (GradeState.WAITING, GradeState.SENT)


def test_platform_out_of_order_is_left_alone_after_three(platform: TestPlatform, placement: Placement) -> None:
    for number in range(6):
        seat(placement, f"Otter {number}", str(number), t1=1.0)
    platform.refuse_scores = [500] * 6
    send(placement)
    assert len(platform.refuse_scores) == 3
    assert set(Seat.objects.values_list("state", "tries")) == {(GradeState.WAITING, 1)}


@pytest.mark.parametrize("status", [401, 408, 425, 429, 500, 502, 503, 504])
def test_grade_that_may_be_taken_later_waits(platform: TestPlatform, placement: Placement, status: int) -> None:
    row = seat(placement, t1=1.0)
    platform.refuse_scores = [status]
    send(placement)
    row.refresh_from_db()
    assert (row.state, row.tries) == (GradeState.WAITING, 1)
    assert f"it answered {status}" in row.reason
    send(placement)
    row.refresh_from_db()
    assert row.state == GradeState.SENT


def test_leave_that_is_no_longer_good_is_asked_for_anew(platform: TestPlatform, placement: Placement) -> None:
    first, second = seat(placement, t1=1.0), seat(placement, "Heron", "2", t1=2.0)
    platform.refuse_scores = [401]
    send(placement)
    assert platform.asked.count("/token") == 2
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (GradeState.WAITING, GradeState.SENT)


def test_leave_is_asked_for_once_for_many_grades(platform: TestPlatform, placement: Placement) -> None:
    seat(placement, t1=1.0)
    seat(placement, "Heron", "2", t1=2.0)
    send(placement)
    assert (platform.asked.count("/token"), len(platform.scores)) == (1, 2)


@pytest.mark.parametrize(("wanted", "minutes"), [("600", 10), ("5", 1), ("99999999", 1), ("soon", 1), ("86400", 720)])
def test_platform_that_says_when_to_come_back_is_heeded(
    platform: TestPlatform, placement: Placement, wanted: str, minutes: int
) -> None:
    seat(placement, t1=1.0)
    platform.refuse_scores, platform.refuse_headers = [429], {"Retry-After": wanted}
    began = timezone.now()
    send(placement)
    again = DBTaskResult.objects.get().run_after
    assert again is not None
    assert timedelta(0) <= again - began - timedelta(minutes=minutes) < timedelta(seconds=50)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_grade_that_is_sent_elsewhere_is_not_taken_for_sent(
    platform: TestPlatform, placement: Placement, status: int
) -> None:
    row = seat(placement, t1=1.0)
    platform.refuse_scores, platform.refuse_headers = [status], {"Location": f"{platform.root}/grades/other"}
    send(placement)
    row.refresh_from_db()
    assert row.state == GradeState.WAITING
    assert not any("other" in path for path in platform.asked)
    assert not platform.scores


def test_success_counts_whatever_the_platform_says_with_it(platform: TestPlatform, placement: Placement) -> None:
    row = seat(placement, t1=1.0)
    platform.plain_scores = True
    send(placement)
    row.refresh_from_db()
    assert (row.state, len(platform.scores)) == (GradeState.SENT, 1)


def test_platform_that_takes_too_long_is_not_waited_for(
    platform: TestPlatform, placement: Placement, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, other = seat(placement, t1=1.0), seat(placement, "Heron", "2", t1=2.0)
    monkeypatch.setattr("comparer.classroom.lti.fetching.READ_SECONDS", 0.3)
    platform.slow = 2
    send(placement)
    for one in (row, other):
        one.refresh_from_db()
        assert (one.state, one.reason) == (GradeState.WAITING, SILENT)
    assert platform.asked.count("/grades/link-1/scores?a=b") == 1


@pytest.mark.parametrize(
    "line_item", ["https://127.0.0.1/grades", "https://169.254.169.254/x", "file:///etc/passwd", "x"]
)
def test_line_item_of_this_machine_is_never_asked(
    platform: TestPlatform, placement: Placement, settings: Settings, line_item: str
) -> None:
    row = seat(placement, t1=1.0)
    Placement.objects.update(line_item=line_item)
    settings.COMPARER_LTI_LOCAL = False
    send(placement)
    row.refresh_from_db()
    assert row.state == GradeState.WAITING
    assert not platform.asked


@pytest.mark.parametrize("trouble", ["no leave", "silent", "not https"])
def test_platform_that_gives_no_leave_or_is_gone_has_all_wait(
    platform: TestPlatform, placement: Placement, trouble: str
) -> None:
    row = seat(placement, t1=1.0)
    if trouble == "no leave":
        platform.refuse_leave = 401
    where = {
        "no leave": f"{platform.root}/token",
        "silent": "http://127.0.0.1:9/token",
        "not https": "http://learn.example/",
    }
    placement.platform.token_url = where[trouble]
    placement.platform.save()
    send(placement)
    row.refresh_from_db()
    assert row.state == GradeState.WAITING
    assert ("401" in row.reason) == (trouble == "no leave")
    assert DBTaskResult.objects.count() == 1


def test_number_sealed_under_another_key_fails_with_what_mends_it(platform: TestPlatform, placement: Placement) -> None:
    row = seat(placement, t1=1.0)
    Seat.objects.update(sealed=row.sealed[:-4] + "AAAA")
    send(placement)
    row.refresh_from_db()
    assert row.state == GradeState.FAILED
    assert "next visit" in row.reason


def test_room_without_anybody_from_a_platform_costs_one_question(django_assert_num_queries: Any) -> None:
    room = make_room(stage=Stage.CLOSED)
    make_pupil(room)
    with django_assert_num_queries(1):
        assert grades_changed(room=room) == 0


def test_totals_never_pass_the_maximum(placement: Placement) -> None:
    row = seat(placement, t2=7.0)
    total = totals_of(room_of(placement))[row.pupil_id]
    assert (total.points, total.maximum) == (1.0, 6.0)


def test_page_says_what_became_of_each_grade_to_the_rooms_teacher_only(
    client: Client, platform: TestPlatform, placement: Placement
) -> None:
    seat(placement, t1=1.0)
    seat(placement, "Heron", "2", t1=2.0)
    platform.refuse_scores = [404]
    send(placement)
    address = reverse("lti_grades", args=[room_of(placement).pk])
    assert reverse("login") in client.get(address)["Location"]
    client.force_login(make_teacher("other"))
    assert client.get(address).status_code == client.post(address).status_code == 404
    owner = room_of(placement).exercise.owner
    assert owner
    client.force_login(owner)
    page = client.get(address).content.decode()
    assert "1 sent, 1 failed" in page
    assert "it answered 404" in page
    assert "1 grade under way" in client.post(address, follow=True).content.decode()


def test_page_of_a_room_without_platform_teaches(client: Client) -> None:
    room = make_room()
    assert room.exercise.owner
    client.force_login(room.exercise.owner)
    assert (
        "Nobody has come into this room from a learning platform"
        in client.get(reverse("lti_grades", args=[room.pk])).content.decode()
    )


def test_closing_and_revealing_a_room_and_marking_in_it_send_grades(
    platform: TestPlatform, placement: Placement, django_capture_on_commit_callbacks: Any
) -> None:
    row = seat(placement, t1=1.0, t3=None)
    room = room_of(placement)
    room.stage = Stage.OPEN
    room.save()
    for act in (close, reveal):
        Seat.objects.update(state=GradeState.NONE)
        act(room=room)
        row.refresh_from_db()
        assert row.state == GradeState.WAITING
    send(placement)
    answer = Answer.objects.select_related("pupil__room").get(task="t3")
    with django_capture_on_commit_callbacks(execute=True):
        mark_answer(answer=answer, marks=Marks(1.0, "Well seen.", by_hand=True))
    row.refresh_from_db()
    assert row.state == GradeState.WAITING
    assert DBTaskResult.objects.filter(task_path__endswith="send_grades").exists()
    send(placement)
    assert [score["scoreGiven"] for score in platform.scores] == [1.0, 2.0]


def test_gradebook_says_what_became_of_the_grades(client: Client, platform: TestPlatform, placement: Placement) -> None:
    seat(placement, t1=1.0)
    send(placement)
    owner = room_of(placement).exercise.owner
    assert owner
    client.force_login(owner)
    page = client.get(reverse("room_gradebook", args=[room_of(placement).pk])).content.decode()
    assert "At the learning platform: 1 sent." in page
    Seat.objects.all().delete()
    assert (
        "At the learning platform"
        not in client.get(reverse("room_gradebook", args=[room_of(placement).pk])).content.decode()
    )


def test_platform_that_was_switched_off_is_sent_nothing(platform: TestPlatform, placement: Placement) -> None:
    seat(placement, t1=1.0)
    placement.platform.is_active = False
    placement.platform.save()
    assert grades_changed(room=room_of(placement)) == 0
    send(placement)
    assert not platform.scores


def test_page_asks_the_database_no_more_for_three_students_than_for_one(client: Client, placement: Placement) -> None:
    owner = room_of(placement).exercise.owner
    assert owner
    client.force_login(owner)
    counts = []
    for names in (("Otter",), ("Heron", "Wren")):
        for name in names:
            seat(placement, name, name, t1=1.0)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("lti_grades", args=[room_of(placement).pk]))
        counts.append(len(asked))
    assert counts[0] == counts[1]
