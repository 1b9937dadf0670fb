from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from comparer.comparisons.models import Comparison
from comparer.comparisons.services import (
    delete_comparison,
    hand_over,
    make_example,
    rename_comparison,
    request_comparison,
    restore_comparison,
    retry_comparison,
)
from comparer.comparisons.states import State, Trouble
from comparer.library.models import Article
from comparer.web.people import Person
from tests.comparisons.making import LEFT, RIGHT, make_comparison, make_user, make_visitor


def queued(name: str) -> int:
    return DBTaskResult.objects.filter(task_path=f"comparer.comparisons.tasks.{name}").count()


def ask(person: Person, **changes: Any) -> Comparison:
    return request_comparison(left=replace(LEFT, **changes), right=RIGHT, requested_by=person)


def test_request_makes_a_waiting_comparison_and_queues_its_work(
    visitor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        comparison = ask(visitor)
    assert (comparison.state, comparison.name, comparison.visitor) == (State.QUEUED, LEFT.title, visitor.visitor)
    assert comparison.left.raw == LEFT.raw
    assert comparison.right.headline == "Thousands left in the dark as operator stays silent"
    assert (queued("run_comparison"), queued("look_after_comparison")) == (1, 1)


def test_nothing_is_queued_before_the_transaction_holds(
    visitor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=False):
        ask(visitor)
    assert DBTaskResult.objects.count() == 0


def test_asking_twice_gives_one_comparison_and_one_task(
    visitor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert ask(visitor) == ask(visitor)
    assert (Comparison.objects.count(), Article.objects.count(), queued("run_comparison")) == (1, 2, 1)


@pytest.mark.parametrize(
    "changes", [{"published": date(2025, 11, 5)}, {"outlet": "Another"}, {"raw": LEFT.raw + " More."}]
)
def test_other_particulars_make_another_comparison(changes: dict[str, Any], visitor: Person) -> None:
    assert ask(visitor) != ask(visitor, **changes)


def test_two_people_get_two_comparisons_of_the_same_texts(visitor: Person) -> None:
    assert ask(visitor) != ask(make_visitor())


def test_asking_again_after_deleting_makes_a_new_one(visitor: Person) -> None:
    first = ask(visitor)
    delete_comparison(comparison=first)
    assert ask(visitor) != first


def test_asking_again_after_a_failure_tries_again(
    visitor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    comparison = ask(visitor)
    Comparison.objects.update(state=State.FAILED, trouble=Trouble.COMPARING, attempts=3)
    with django_capture_on_commit_callbacks(execute=True):
        assert ask(visitor) == comparison
    comparison.refresh_from_db()
    assert (comparison.state, comparison.trouble, comparison.attempts) == (State.QUEUED, "", 0)
    assert queued("run_comparison") == 1


@pytest.mark.django_db(transaction=True)
def test_asking_at_the_same_moment_gives_one_comparison() -> None:
    person, found, ready = make_visitor(), [], threading.Barrier(4)

    def ask_at_once() -> None:
        try:
            ready.wait()
            found.append(ask(person).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask_at_once) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1
    assert (Comparison.objects.count(), Article.objects.count(), queued("run_comparison")) == (1, 2, 1)


@pytest.mark.parametrize("state", [State.QUEUED, State.RUNNING])
def test_retry_leaves_alone_what_has_not_failed(state: State, visitor: Person) -> None:
    comparison = make_comparison(visitor, state=state, attempts=2)
    assert not retry_comparison(comparison=comparison)
    comparison.refresh_from_db()
    assert (comparison.state, comparison.attempts) == (state, 2)


def test_rename_changes_the_name_only(visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    rename_comparison(comparison=comparison, name="The dam")
    assert Comparison.objects.filter(pk=comparison.pk, name="The dam", state=State.DONE).exists()


def test_delete_hides_it_and_queues_its_forgetting(
    visitor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    comparison = make_comparison(visitor)
    with django_capture_on_commit_callbacks(execute=True):
        delete_comparison(comparison=comparison)
    assert not Comparison.objects.live().exists()
    assert DBTaskResult.objects.get().run_after > timezone.now()


def test_restore_brings_it_back_and_goes_on_where_it_stood(
    visitor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    comparison = make_comparison(visitor, deleted=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        assert restore_comparison(comparison=comparison) == comparison
    assert Comparison.objects.live().get() == comparison
    assert queued("run_comparison") == 1


def test_restore_gives_the_newer_one_where_the_same_was_made_anew(visitor: Person) -> None:
    first = ask(visitor)
    delete_comparison(comparison=first)
    second = ask(visitor)
    assert restore_comparison(comparison=first) == second
    assert Comparison.objects.live().get() == second


def test_hand_over_moves_everything_to_the_account(visitor: Person) -> None:
    user = make_user()
    make_comparison(visitor, done=True)
    make_comparison(visitor, deleted=timezone.now())
    other = make_comparison(make_visitor())
    assert hand_over(visitor=visitor.visitor, user_id=user.pk) == 1
    assert Comparison.objects.of(Person(user_id=user.pk)).count() == 2
    assert Article.objects.of(Person(user_id=user.pk)).count() == 4
    assert Comparison.objects.of(visitor).count() == Article.objects.of(visitor).count() == 0
    other.refresh_from_db()
    assert other.owner is None


def test_hand_over_keeps_what_the_account_has_already(visitor: Person) -> None:
    account = Person(user_id=make_user().pk)
    kept = ask(account)
    ask(visitor)
    shared_left = ask(visitor, published=None)
    assert hand_over(visitor=visitor.visitor, user_id=account.user_id or 0) == 1
    assert set(Comparison.objects.all()) == {kept, shared_left}
    shared_left.refresh_from_db()
    assert shared_left.right == kept.right
    assert set(Article.objects.all()) == {kept.left, kept.right, shared_left.left}


def test_hand_over_without_a_visitor_moves_nothing(visitor: Person) -> None:
    make_comparison(visitor)
    assert hand_over(visitor="", user_id=make_user().pk) == 0


def test_make_example_gives_the_same_one_until_engine_or_texts_change(db: None) -> None:
    first = make_example(left=LEFT, right=RIGHT, engine="1")
    assert make_example(left=LEFT, right=RIGHT, engine="1") == first
    Comparison.objects.update(state=State.DONE, report="{}", engine="1")
    assert make_example(left=LEFT, right=RIGHT, engine="1").is_done
    assert make_example(left=LEFT, right=RIGHT, engine="2").state == State.QUEUED
    other = make_example(left=replace(LEFT, raw="Other text."), right=RIGHT, engine="2")
    assert Comparison.objects.get() == other
    assert Article.objects.count() == 2
