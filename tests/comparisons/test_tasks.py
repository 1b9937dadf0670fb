from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from comparer.comparisons.models import Comparison
from comparer.comparisons.services import delete_comparison, restore_comparison
from comparer.comparisons.states import State, Trouble
from comparer.comparisons.tasks import forget_comparison, look_after_comparison, take_up_again
from comparer.library.models import Article
from comparer.web.people import Person
from tests.comparisons.making import make_comparison

LONG_AGO = timedelta(days=1)


def tasks() -> list[str]:
    return [path.rsplit(".", 1)[1] for path in DBTaskResult.objects.values_list("task_path", flat=True)]


def abandoned(person: Person, *, attempts: int = 1) -> Comparison:
    """A comparison whose worker has fallen silent."""
    return make_comparison(
        person, state=State.RUNNING, step="comparing", attempts=attempts, heartbeat=timezone.now() - LONG_AGO
    )


def test_take_up_again_queues_what_its_worker_left(
    visitor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    comparison = abandoned(visitor)
    with django_capture_on_commit_callbacks(execute=True):
        assert take_up_again(comparison.pk)
        assert not take_up_again(comparison.pk)
    comparison.refresh_from_db()
    assert (comparison.state, comparison.step, comparison.attempts) == (State.QUEUED, "", 1)
    assert tasks() == ["run_comparison"]


def test_take_up_again_leaves_a_beating_comparison_alone(visitor: Person) -> None:
    comparison = make_comparison(visitor, state=State.RUNNING, attempts=1)
    assert not take_up_again(comparison.pk)
    comparison.refresh_from_db()
    assert comparison.state == State.RUNNING


def test_take_up_again_gives_up_after_the_last_attempt(visitor: Person, settings: Settings) -> None:
    settings.COMPARER_MAX_ATTEMPTS = 2
    assert take_up_again(abandoned(visitor, attempts=1).pk)
    last = abandoned(visitor, attempts=2)
    assert not take_up_again(last.pk)
    last.refresh_from_db()
    assert (last.state, last.trouble) == (State.FAILED, Trouble.INTERRUPTED)


def test_silence_begins_at_the_setting(visitor: Person, settings: Settings) -> None:
    comparison = make_comparison(visitor, state=State.RUNNING, heartbeat=timezone.now() - timedelta(seconds=50))
    settings.COMPARER_SILENCE_SECONDS = 60
    assert not take_up_again(comparison.pk)
    settings.COMPARER_SILENCE_SECONDS = 40
    assert take_up_again(comparison.pk)


def test_a_look_is_repeated_as_long_as_there_is_something_to_look_after(
    visitor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    comparison = abandoned(visitor)
    with django_capture_on_commit_callbacks(execute=True):
        look_after_comparison.call(comparison.pk)
    assert sorted(tasks()) == ["look_after_comparison", "run_comparison"]


@pytest.mark.parametrize("columns", [{"done": True}, {"deleted": timezone.now()}])
def test_a_look_at_what_is_over_is_the_last(columns: dict[str, Any], visitor: Person) -> None:
    look_after_comparison.call(make_comparison(visitor, **columns).pk)
    assert tasks() == []


def test_forget_deletes_the_comparison_and_its_articles_for_good(visitor: Person) -> None:
    comparison = make_comparison(visitor, deleted=timezone.now() - 2 * LONG_AGO)
    forget_comparison.call(comparison.pk)
    assert (Comparison.objects.count(), Article.objects.count()) == (0, 0)


def test_forget_keeps_an_article_that_another_comparison_holds(visitor: Person) -> None:
    comparison = make_comparison(visitor, deleted=timezone.now() - 2 * LONG_AGO)
    other = make_comparison(visitor)
    Comparison.objects.filter(pk=other.pk).update(left=comparison.left)
    forget_comparison.call(comparison.pk)
    assert Article.objects.filter(pk=comparison.left_id).exists()
    assert not Article.objects.filter(pk=comparison.right_id).exists()


def test_forget_leaves_what_was_brought_back_or_deleted_again_lately(visitor: Person) -> None:
    restored = make_comparison(visitor)
    delete_comparison(comparison=restored)
    restore_comparison(comparison=restored)
    lately = make_comparison(visitor, deleted=timezone.now())
    for comparison in (restored, lately):
        forget_comparison.call(comparison.pk)
    assert Comparison.objects.count() == 2


def test_undo_hours_is_a_setting(visitor: Person, settings: Settings) -> None:
    comparison = make_comparison(visitor, deleted=timezone.now() - timedelta(hours=5))
    settings.COMPARER_UNDO_HOURS = 6
    forget_comparison.call(comparison.pk)
    assert Comparison.objects.exists()
    settings.COMPARER_UNDO_HOURS = 4
    forget_comparison.call(comparison.pk)
    assert not Comparison.objects.exists()
