"""The live board and the reveal."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comparer.classroom.content import Line, content_to_json
from comparer.classroom.making.hiding import HIDDEN
from comparer.classroom.models import Answer, Exercise, ExerciseVersion, Pace, Room, Stage
from comparer.classroom.views.board import VIEWS
from tests.classroom.board.lessons import give, make_lesson
from tests.classroom.making import CONTENT, MATCH, REFLECT, SORT, make_pupil, make_teacher

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def room() -> Room:
    return make_lesson()


@pytest.fixture
def teacher(client: Client, room: Room) -> Client:
    assert room.exercise.owner is not None
    client.force_login(room.exercise.owner)
    return client


def page(client: Client, room: Room, name: str = "room_board", query: str = "") -> str:
    answer = client.get(reverse(name, args=[room.pk]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_stands_on_its_own_page(view: str, teacher: Client, room: Room) -> None:
    assert f'class="view-{view}"' in page(teacher, room, query=f"?view={view}")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_something_to_say_before_anybody_is_there(view: str, teacher: Client, room: Room) -> None:
    room.pupils.all().delete()
    assert 'id="live"' in page(teacher, room, query=f"?view={view}")


def test_an_unknown_view_is_who_is_where(teacher: Client, room: Room) -> None:
    assert 'class="view-places"' in page(teacher, room, query="?view=<b>")


@pytest.mark.parametrize("name", ["room_board", "room_reveal"])
def test_only_the_owner_sees_it(name: str, client: Client, room: Room) -> None:
    address = reverse(name, args=[room.pk])
    assert client.get(address).status_code == 302
    client.force_login(make_teacher("other"))
    assert client.get(address).status_code == 404
    assert client.get(address, headers=HTMX).status_code == 404


def test_a_deleted_room_has_no_board(teacher: Client, room: Room) -> None:
    Room.objects.update(erased=timezone.now())
    assert teacher.get(room.get_absolute_url()).status_code == 404


def ask(teacher: Client, room: Room, seen: str = "") -> tuple[int, str, str]:
    """Ask as htmx does; return status, content and where the board stands."""
    answer = teacher.get(room.get_absolute_url(), {"seen": seen}, headers=HTMX)
    stands_at = answer.context["stands_at"] if answer.context else seen
    return answer.status_code, answer.content.decode(), stands_at


def test_board_answers_news_with_the_part_alone_and_nothing_new_with_nothing(teacher: Client, room: Room) -> None:
    status, part, stands_at = ask(teacher, room)
    assert (status, part.lstrip().startswith('<section id="live"'), f"seen={stands_at}" in part) == (200, True, True)
    assert ask(teacher, room, stands_at)[:2] == (204, "")


def _new_student(room: Room) -> None:
    make_pupil(room, "Vole")


def _new_answer(room: Room) -> None:
    give(make_pupil(room, "Vole", removed=None), "t1", {"i1": ["r2"]})


def _changed_answer(room: Room) -> None:
    Answer.objects.filter(pupil__room=room, task="t1").first().save()  # type: ignore[union-attr]


def _moved_on(room: Room) -> None:
    room.pupils.filter(nickname="Otter 1").update(step=1)


def _swapped(room: Room) -> None:
    """One goes on and one goes back: sums alone would not tell."""
    room.pupils.filter(nickname="Otter 1").update(step=0)
    room.pupils.filter(nickname="Otter 2").update(step=1)


def _next_step(room: Room) -> None:
    Room.objects.update(step=1)


def _closed(room: Room) -> None:
    Room.objects.update(stage=Stage.CLOSED)


def _went_away(room: Room) -> None:
    room.pupils.filter(nickname="Otter 1").update(seen=timezone.now() - timedelta(minutes=5))


def _removed(room: Room) -> None:
    room.pupils.filter(nickname="Otter 1").update(removed=timezone.now())


def _ended(room: Room) -> None:
    Room.objects.update(ends=timezone.now())


NEWS = [
    _ended,
    _new_student,
    _new_answer,
    _changed_answer,
    _swapped,
    _moved_on,
    _next_step,
    _closed,
    _went_away,
    _removed,
]


@pytest.mark.parametrize("happens", NEWS, ids=[one.__name__.strip("_") for one in NEWS])
def test_board_hears_of_everything_that_it_shows(happens: object, teacher: Client, room: Room) -> None:
    room.pupils.filter(nickname="Otter 1").update(step=1 if happens is _swapped else 0)
    _, _, stands_at = ask(teacher, room)
    happens(room)  # type: ignore[operator]
    status, _, now = ask(teacher, room, stands_at)
    assert (status, now != stands_at) == (200, True)


def test_nothing_but_the_lesson_is_asked_for_again(teacher: Client, room: Room) -> None:
    assert 'hx-trigger="every 700ms"' in page(teacher, room)
    assert 'hx-trigger="every 700ms"' not in page(teacher, room, query="?still=1")
    Room.objects.update(stage=Stage.REVEALED)
    assert 'hx-trigger="every 700ms"' not in page(teacher, room)


def test_who_is_where_counts_and_names(teacher: Client, room: Room) -> None:
    make_pupil(room, "<b>Vole</b>")
    shown = page(teacher, room)
    assert 'value="2" max="3"' in shown
    assert "Still at it: &lt;b&gt;Vole&lt;/b&gt;" in shown
    assert 'data-said="2 of 3 have answered task 1."' in shown
    assert "<b>Vole" not in shown


def test_at_their_own_pace_students_are_where_they_are(teacher: Client, room: Room) -> None:
    Room.objects.update(pace=Pace.PUPIL)
    make_pupil(room, "Vole", step=1)
    assert "at task 2" in page(teacher, room)


def test_what_is_right_is_not_shown_on_the_wall_before_the_reveal(teacher: Client, room: Room) -> None:
    assert '<span class="tag">right</span>' not in page(teacher, room, query="?view=answers")
    assert '<span class="tag">right</span>' in page(teacher, room, query="?view=answers&key=1")
    Room.objects.update(stage=Stage.REVEALED)
    assert '<span class="tag">right</span>' in page(teacher, room, query="?view=answers")


def test_words_of_students_are_not_on_the_board(teacher: Client, room: Room) -> None:
    shown = page(teacher, room, query="?view=answers&task=t3")
    assert "calms: it says" not in shown
    assert "2 wrote something" in shown


def test_answers_say_how_far_the_class_agrees(teacher: Client, room: Room) -> None:
    pupil = make_pupil(room, "Vole")
    give(pupil, "t1", {"i1": ["r2"], "i2": ["r2"]})
    shown = page(teacher, room, query="?view=answers&task=t1")
    assert "33% agreement" in shown
    assert "Krippendorff’s alpha sets agreement against luck" in shown
    assert "No alpha: Everybody gave the same answer" in page(teacher, room, query="?view=answers&task=t2")


def test_contested_items_come_first(teacher: Client, room: Room) -> None:
    give(make_pupil(room, "Vole"), "t2", {"i1": ["left"]})
    shown = page(teacher, room, query="?view=talk")
    assert "Sort the wording" in shown
    assert "Match the claims" not in shown.split('id="live"')[1]


def test_texts_show_how_many_chose_a_sentence(teacher: Client, room: Room) -> None:
    shown = page(teacher, room, query="?view=texts")
    assert "2<span" in shown
    assert "of 2 chose this sentence" in shown


def test_blind_exercises_name_no_outlet_before_the_reveal(teacher: Client, room: Room) -> None:
    shown = page(teacher, room, query="?view=texts")
    assert "Orsa Post" not in shown
    assert "Orsa Post" in page(teacher, room, "room_reveal")


@pytest.mark.parametrize("query", ["?view=answers&task=t1", "?view=talk", "?view=texts", "?view=answers&task=t1&key=1"])
def test_texts_and_questions_of_blind_exercises_name_no_outlet(query: str, teacher: Client, room: Room) -> None:
    told = "Seen by the Orsa Post at noon."
    named = replace(MATCH, items=(replace(MATCH.items[0], shown=told), *MATCH.items[1:]))
    left = replace(CONTENT.left, lines=(Line("l1", told), *CONTENT.left.lines[1:]))
    content = replace(CONTENT, title="The Orsa Post and others", left=left, tasks=(named, SORT, REFLECT))
    ExerciseVersion.objects.update(content=content_to_json(content))
    Exercise.objects.update(title=content.title)
    give(make_pupil(room, "Vole"), "t1", {"i1": ["r2"]})
    shown = page(teacher, room, query=query)
    assert f"Seen by {HIDDEN} at noon." in shown
    assert "Orsa Post" not in shown
    Room.objects.update(stage=Stage.REVEALED)
    assert told in page(teacher, room, query=query)


def test_answers_to_a_question_put_otherwise_are_counted_apart(teacher: Client, room: Room) -> None:
    other = replace(MATCH, items=(replace(MATCH.items[0], shown="Another sentence."), MATCH.items[1]))
    content = content_to_json(replace(CONTENT, tasks=(other, SORT, REFLECT)))
    version = ExerciseVersion.objects.create(exercise=room.exercise, number=2, content=content)
    Room.objects.update(version=version)
    shown = page(teacher, room, query="?view=answers&task=t1")
    assert "2 answers came before you changed this task and are not counted here." in shown
    assert "2 answered" in page(teacher, room, query="?view=answers&task=t2")


def test_reveal_sets_class_key_and_machine_side_by_side(teacher: Client, room: Room) -> None:
    items = tuple(replace(item, machine=("r2",)) for item in MATCH.items)
    content = content_to_json(replace(CONTENT, tasks=(replace(MATCH, items=items), SORT, REFLECT)))
    ExerciseVersion.objects.update(content=content)
    shown = page(teacher, room, "room_reveal")
    assert "Your teacher corrected the machine here, and most of the class sees it otherwise too." in shown
    assert "Most of the class disagrees with the machine." in shown
    assert "Only you see this page" in shown
    Room.objects.update(stage=Stage.REVEALED)
    assert "Only you see this page" not in page(teacher, room, "room_reveal")


@pytest.mark.parametrize("query", ["?task=t3", "?task=nothing", "?wall=1"])
def test_reveal_of_any_task_can_be_shown(query: str, teacher: Client, room: Room) -> None:
    assert "reveal-title" in page(teacher, room, "room_reveal", query)


ADDRESSES = [f"?view={view}" for view in VIEWS]


@pytest.mark.parametrize("query", [*ADDRESSES, "reveal/"])
def test_queries_do_not_grow_with_the_class(query: str, teacher: Client, room: Room) -> None:
    counts = []
    for size in range(1, 4):
        with CaptureQueriesContext(connection) as queries:
            teacher.get(room.get_absolute_url() + query)
        counts.append(len(queries))
        give(make_pupil(room, f"Vole {size}"), "t1", {"i1": ["r2"]})
    assert counts[0] == counts[2]


def test_an_idle_board_costs_four_small_queries(teacher: Client, room: Room) -> None:
    _, _, stands_at = ask(teacher, room)
    with CaptureQueriesContext(connection) as queries:
        ask(teacher, room, stands_at)
    asked = [one["sql"] for one in queries if "classroom" in one["sql"]]
    assert len(asked) == 3
    assert not any('"content"' in sql or '"given"' in sql for sql in asked)
