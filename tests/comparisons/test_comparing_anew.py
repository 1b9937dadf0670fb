"""A comparison by an older engine is made again by this one: corrections hold where their words are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from comparer.accounts.models import User
from comparer.analysis.compare import ENGINE
from comparer.analysis.report import Report, Span, report_from_json
from comparer.comparisons import running
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.corrections.services import correct, read_corrected
from comparer.comparisons.corrections.targets import target_of, target_of_words
from comparer.comparisons.models import Comparison
from comparer.comparisons.running import perform
from comparer.comparisons.services import compare_anew, request_comparison
from comparer.comparisons.states import State, Trouble
from comparer.comparisons.tasks import take_up_again
from comparer.web.people import Person
from tests.comparisons.making import LEFT, RIGHT, make_comparison, make_user

# The thread of heartbeats writes too, so rows must be committed.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def user() -> User:
    return make_user()


def older(user: User) -> Comparison:
    """Return a comparison that an older engine has made."""
    comparison = request_comparison(left=LEFT, right=RIGHT, requested_by=Person(user_id=user.pk))
    perform(comparison.pk)
    Comparison.objects.update(engine="0.0.1")
    comparison.refresh_from_db()
    return comparison


def keep(comparison: Comparison, user: User, target: Target | None, action: Any, value: str = "") -> None:
    assert target
    correct(comparison=comparison, target=target, action=action, value=value, made_by=user.pk, revision=0)


def words(report: Report, said: str) -> Target:
    at = report.left.text.index(said)
    return target_of_words(report, "passages", [Span(at, at + len(said))], [])


def words_that_are_gone(report: Report) -> Target:
    """Return words as an older engine may have cleaned them, and this one does not."""
    found = words(report, "4,000 homes in Oskvale on Monday").left[0]
    return Target("passages", (replace(found, exact=found.exact.replace("4,000", "4,00O")),))


def test_corrections_hold_where_their_words_are_found_and_are_orphaned_elsewhere(user: User) -> None:
    comparison = older(user)
    report = report_from_json(comparison.report)
    keep(comparison, user, target_of(report, report.pairs[0].id), "confirm")
    keep(comparison, user, words(report, "Two people were hurt"), "note", "By whom?")
    keep(comparison, user, words_that_are_gone(report), "note", "A misprint.")
    assert compare_anew(comparison=comparison)
    perform(comparison.pk)
    comparison.refresh_from_db()
    corrected = read_corrected(comparison=comparison, report=report_from_json(comparison.report))
    assert comparison.engine == ENGINE
    assert [one.action for one in corrected.said[report.pairs[0].id]] == ["confirm"]
    assert [one.value for one in corrected.beyond_marks] == ["By whom?"]
    assert [one.value for one in corrected.orphaned] == ["A misprint."]


def test_while_it_is_compared_again_the_earlier_report_is_kept_aside(user: User) -> None:
    comparison = older(user)
    assert compare_anew(comparison=comparison)
    waiting = Comparison.objects.get()
    assert (waiting.state, waiting.report) == (State.QUEUED, "")
    assert waiting.earlier_report == comparison.report
    perform(comparison.pk)
    done = Comparison.objects.get()
    assert (done.state, done.earlier_report, done.again_trouble) == (State.DONE, "", "")


def test_what_this_engine_made_is_not_made_again(user: User) -> None:
    comparison = older(user)
    Comparison.objects.update(engine=ENGINE)
    assert not compare_anew(comparison=comparison)
    assert Comparison.objects.get().is_done


@pytest.mark.parametrize(
    "columns",
    [{"state": State.QUEUED}, {"state": State.FAILED, "trouble": Trouble.TOO_LONG}, {"deleted": timezone.now()}],
)
def test_what_is_not_done_is_not_made_again(user: User, columns: dict[str, Any]) -> None:
    done = "deleted" in columns
    comparison = make_comparison(Person(user_id=user.pk), done=done, **columns)
    assert not compare_anew(comparison=comparison)


def test_where_it_fails_the_earlier_report_comes_back(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = older(user)
    compare_anew(comparison=comparison)

    def break_down(*_: object, **__: object) -> Report:
        raise ZeroDivisionError

    monkeypatch.setattr(running, "compare_readings", break_down)
    with pytest.raises(ZeroDivisionError):
        perform(comparison.pk)
    back = Comparison.objects.get()
    assert (back.state, back.engine, back.again_trouble) == (State.DONE, "0.0.1", Trouble.COMPARING)
    assert (back.report, back.earlier_report) == (comparison.report, "")


def test_where_its_worker_dies_too_often_the_earlier_report_comes_back(user: User, settings: Settings) -> None:
    comparison = older(user)
    compare_anew(comparison=comparison)
    long_ago = timezone.now() - timedelta(hours=1)
    Comparison.objects.update(state=State.RUNNING, attempts=settings.COMPARER_MAX_ATTEMPTS, heartbeat=long_ago)
    assert not take_up_again(comparison.pk)
    back = Comparison.objects.get()
    assert (back.state, back.again_trouble, back.report) == (State.DONE, Trouble.INTERRUPTED, comparison.report)


def test_without_an_earlier_report_it_fails_as_before(user: User) -> None:
    comparison = make_comparison(Person(user_id=user.pk), state=State.RUNNING)
    assert Comparison.objects.filter(pk=comparison.pk).give_up(Trouble.TOO_LONG, at=timezone.now())
    comparison.refresh_from_db()
    assert (comparison.state, comparison.trouble) == (State.FAILED, Trouble.TOO_LONG)
    assert not Comparison.objects.none().give_up(Trouble.TOO_LONG, at=timezone.now())
