"""Rooms, pupils and who may see what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comparer.classroom.models import Exercise, Room, make_code
from comparer.classroom.roster.models import CODE_LETTERS
from comparer.web.people import Person
from tests.classroom.making import make_exercise, make_pupil, make_room, make_teacher

pytestmark = pytest.mark.django_db


def test_exercises_are_seen_by_their_owner_and_the_gallery_by_all() -> None:
    teacher, other = make_teacher(), make_teacher("other")
    mine, gallery = make_exercise(teacher), make_exercise()
    deleted = make_exercise(teacher)
    Exercise.objects.filter(pk=deleted.pk).update(deleted=timezone.now())
    seen = [set(Exercise.objects.visible_to(Person(user_id=pk))) for pk in (teacher.pk, other.pk, None)]
    assert seen == [{mine, gallery}, {gallery}, {gallery}]
    assert set(Exercise.objects.gallery()) == {gallery}


def test_rooms_belong_to_the_owner_of_the_exercise() -> None:
    room = make_room()
    owner = room.exercise.owner_id
    assert list(Room.objects.of(Person(user_id=owner))) == [room]
    assert not Room.objects.of(Person(user_id=make_teacher("other").pk))
    assert not Room.objects.of(Person(visitor="key"))


def test_room_admits_until_it_ends() -> None:
    now = timezone.now()
    open_room, over = make_room(), make_room(make_exercise(), ends=now - timedelta(minutes=1))
    assert list(Room.objects.admitting(now)) == [open_room]
    assert open_room.takes_answers
    assert not over.takes_answers
    assert over.forgotten_on == over.ends + timedelta(days=30)


def test_nickname_is_taken_once_in_a_room_in_any_case() -> None:
    room = make_room()
    first = make_pupil(room, "Otter")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_pupil(room, "oTTER")
    first.removed = timezone.now()
    first.save()
    assert list(room.pupils.all()) == [first]
    assert make_pupil(room, "otter").token != first.token


def test_codes_are_read_off_a_wall_without_mistakes() -> None:
    codes = {make_code() for _ in range(200)}
    assert len(codes) > 190
    assert not set("".join(codes)) - set(CODE_LETTERS)
    assert not set(CODE_LETTERS) & set("AEIOUY01")
