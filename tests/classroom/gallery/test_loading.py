"""The ready exercises: sound in themselves, loaded once, brought up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from comparer.classroom.content import KINDS, Content
from comparer.classroom.gallery.loading import load_gallery, read_gallery
from comparer.classroom.making.files import write_file
from comparer.classroom.making.services import copy_exercise
from comparer.classroom.marking import mark_item
from comparer.classroom.models import Exercise, ExerciseVersion
from tests.classroom.making import CONTENT, make_exercise, make_teacher

GALLERY = dict(read_gallery())


def test_gallery_holds_exercises_over_all_kinds_of_task_many_kinds_of_difference_and_several_ages() -> None:
    tasks = [task for one in GALLERY.values() for task in one.tasks]
    assert len(GALLERY) >= 9
    assert {task.kind for task in tasks} == set(KINDS)
    assert len({one.ages for one in GALLERY.values()}) >= 8
    named = {kind for task in tasks if task.kind == "label" for item in task.items for kind in item.key}
    assert named >= {
        "number",
        "date",
        "naming",
        "wording",
        "attribution",
        "certainty",
        "voice",
        "agency",
        "quote",
        "agree",
    }


def test_gallery_shows_where_its_authors_and_the_machine_are_of_two_minds() -> None:
    closed = [item for one in GALLERY.values() for task in one.tasks for item in task.items if item.asked != "text"]
    agreed = [item for item in closed if set(item.machine) == set(item.key)]
    assert len(agreed) > len(closed) / 2
    assert len(agreed) < len(closed)


@pytest.mark.parametrize("content", GALLERY.values(), ids=GALLERY)
def test_ready_exercise_is_whole(content: Content) -> None:
    texts = {line.id: line.text for line in content.lines()}
    assert content.intro
    assert content.ages
    assert content.blind
    for task in content.tasks:
        assert 2 <= len(task.items) <= 8
        assert 0.7 <= task.minutes / len(task.items) <= 6
        for item in task.items:
            if item.asked == "text":
                continue
            assert item.why, (task.kind, item.id)
            assert mark_item(item, item.key[:1] if item.asked == "one" else item.key) == 1
            assert all(texts[one.id] == one.text for one in item.choices if one.id in texts)


@pytest.mark.parametrize("content", GALLERY.values(), ids=GALLERY)
def test_outlets_of_ready_exercises_stand_in_their_pieces_only_as_names(content: Content) -> None:
    assert content.left.outlet
    assert content.right.outlet
    assert content.left.outlet != content.right.outlet


@pytest.mark.django_db
def test_load_twice_changes_nothing() -> None:
    call_command("load_gallery", verbosity=0)
    assert Exercise.objects.gallery().count() == len(GALLERY)
    assert load_gallery() == 0
    assert ExerciseVersion.objects.count() == len(GALLERY)


@pytest.mark.django_db
def test_load_makes_a_version_of_what_changed_and_leaves_copies_alone(tmp_path: Path) -> None:
    (tmp_path / "ferry.json").write_bytes(write_file(CONTENT))
    load_gallery(folder=tmp_path)
    teacher = make_teacher()
    copy = copy_exercise(exercise=Exercise.objects.get(), owner_id=teacher.pk)
    (tmp_path / "ferry.json").write_bytes(write_file(CONTENT).replace(b"Two ferries", b"Three ferries"))
    assert load_gallery(folder=tmp_path) == 1
    ready = Exercise.objects.get(key="ferry")
    assert (ready.title, ready.latest.number) == ("Three ferries", 2)
    assert copy.latest.read().title == "Two ferries"


@pytest.mark.django_db
def test_load_takes_away_what_has_no_file_and_brings_it_back(tmp_path: Path) -> None:
    path, own = tmp_path / "ferry.json", make_exercise(make_teacher())
    path.write_bytes(write_file(CONTENT))
    load_gallery(folder=tmp_path)
    path.unlink()
    load_gallery(folder=tmp_path)
    assert list(Exercise.objects.live()) == [own]
    path.write_bytes(write_file(CONTENT))
    assert load_gallery(folder=tmp_path) == 1
    assert Exercise.objects.gallery().get().versions.count() == 1
