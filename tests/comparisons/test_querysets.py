from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from comparer.comparisons.models import Comparison
from comparer.comparisons.services import make_example
from comparer.comparisons.states import State
from comparer.web.people import Person
from tests.comparisons.making import LEFT, RIGHT, make_comparison, make_user, make_visitor

pytestmark = pytest.mark.django_db


def test_visible_to_shows_ones_own_and_the_example_only(visitor: Person) -> None:
    mine = make_comparison(visitor)
    make_comparison(make_visitor())
    make_comparison(Person(user_id=make_user().pk))
    example = make_example(left=LEFT, right=RIGHT, engine="1")
    assert set(Comparison.objects.visible_to(visitor)) == {mine, example}


def test_visible_to_a_person_who_made_nothing_shows_the_example_only(visitor: Person) -> None:
    make_comparison(visitor)
    make_comparison(Person(user_id=make_user().pk))
    assert not Comparison.objects.visible_to(Person()).exists()


def test_visible_to_hides_what_is_deleted(visitor: Person) -> None:
    make_comparison(visitor, deleted=timezone.now())
    assert not Comparison.objects.visible_to(visitor).exists()


def test_a_user_does_not_own_what_a_visitor_with_the_same_browser_made(visitor: Person) -> None:
    make_comparison(visitor)
    assert not Comparison.objects.of(Person(user_id=make_user().pk)).exists()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("harbour", True),
        ("HARBOUR fire", True),
        ("harbour flood", False),
        ("Left Post", True),
        ("lamps", True),
        ("", True),
        ("%", False),
        ("_", False),
    ],
)
def test_matching_wants_every_word_somewhere(words: str, found: bool, visitor: Person) -> None:  # noqa: FBT001 -- a case as data
    make_comparison(visitor, name="Harbour fire")
    assert Comparison.objects.matching(words).exists() is found


def test_claim_takes_a_waiting_comparison_once(visitor: Person) -> None:
    comparison = make_comparison(visitor)
    assert Comparison.objects.claim(comparison.pk, at=timezone.now())
    assert not Comparison.objects.claim(comparison.pk, at=timezone.now())
    comparison.refresh_from_db()
    assert (comparison.state, comparison.attempts) == (State.RUNNING, 1)


def test_claim_leaves_a_deleted_comparison_alone(visitor: Person) -> None:
    comparison = make_comparison(visitor, deleted=timezone.now())
    assert not Comparison.objects.claim(comparison.pk, at=timezone.now())


@pytest.mark.parametrize(
    ("state", "seconds", "found"),
    [
        (State.RUNNING, 20, 0),
        (State.RUNNING, 40, 1),
        (State.QUEUED, 40, 0),
        (State.QUEUED, 400, 1),
    ],
)
def test_silent_since_waits_longer_for_what_has_not_begun(
    state: State, seconds: int, found: int, visitor: Person
) -> None:
    now = timezone.now()
    make_comparison(visitor, state=state, heartbeat=now - timedelta(seconds=seconds))
    silent = Comparison.objects.silent_since(now - timedelta(seconds=30), waiting_since=now - timedelta(seconds=300))
    assert silent.count() == found


def test_for_list_needs_one_query_and_loads_no_texts(
    visitor: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        make_comparison(visitor, done=True)
    with django_assert_num_queries(1):
        rows = list(Comparison.objects.of(visitor).for_list())
        assert all(row.left.outlet and row.right.outlet for row in rows)
    assert rows[0].get_deferred_fields() == {"report", "earlier_report"}
    assert rows[0].left.get_deferred_fields() == {"raw", "file_bytes", "reading"}
