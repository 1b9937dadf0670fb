"""Tasks of every kind that a teacher made by hand go through a whole lesson: asked, answered, marked, shown, printed."""

from __future__ import annotations

from functools import reduce

import pytest
from django.test import Client
from django.urls import reverse

from comparer.classroom.content import KINDS, Content, TaskKind
from comparer.classroom.lesson.rooms import reveal
from comparer.classroom.making.arranging import put_question
from comparer.classroom.making.tasks import begin_task
from comparer.classroom.models import Answer, Pace
from tests.classroom.making import make_exercise, make_pupil, make_room, make_teacher
from tests.classroom.test_asking import BARE, fill
from tests.classroom.views.test_lesson import browser_of

pytestmark = pytest.mark.django_db
CLOSED = [kind for kind in KINDS if kind != "reflect"]


def _with(content: Content, kind: TaskKind) -> Content:
    return put_question(content, begin_task(content, kind), fill(kind))


BY_HAND = reduce(_with, CLOSED, BARE)


def test_tasks_made_by_hand_are_answered_marked_and_shown(client: Client) -> None:
    teacher = make_teacher()
    room = make_room(make_exercise(teacher, BY_HAND), pace=Pace.PUPIL)
    pupil = make_pupil(room)
    browser = browser_of(pupil)
    for task in BY_HAND.tasks[1:]:
        (item,) = task.items
        sent: dict[str, object] = {"item-i1": list(item.key)}
        if item.asked == "order":
            sent = {f"place-i1-{one}": str(place) for place, one in enumerate(item.key, start=1)}
        address = reverse("lesson_task", args=[room.pk, task.id])
        assert task.title in browser.get(address).content.decode()
        assert browser.post(address, sent).status_code == 302
        assert Answer.objects.get(task=task.id).points == 1
    client.force_login(teacher)
    for task in BY_HAND.tasks:
        for view in ("answers", "talk", "texts"):
            assert client.get(reverse("room_board", args=[room.pk]), {"view": view, "task": task.id}).status_code == 200
    reveal(room=room)
    for task in BY_HAND.tasks[1:]:
        page = client.get(reverse("room_reveal", args=[room.pk]), {"task": task.id}).content.decode()
        assert "said nothing" in page
        assert "The machine may be the one that is wrong" not in page
    assert client.get(reverse("paper_key", args=[room.exercise.key])).content.decode().count("(Key set by hand.)") == 8
