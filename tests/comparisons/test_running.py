"""The work with the real analysis. The thread of heartbeats writes too, so rows must be committed."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from comparer.analysis.compare import ENGINE
from comparer.analysis.models import ModelMissingError
from comparer.analysis.report import report_from_json
from comparer.comparisons import running
from comparer.comparisons.heartbeat import beating
from comparer.comparisons.models import Comparison
from comparer.comparisons.running import perform
from comparer.comparisons.services import request_comparison
from comparer.comparisons.states import State, Step, Trouble
from comparer.library.models import Article
from comparer.library.services import GivenArticle
from comparer.web.people import Person
from tests.comparisons.making import LEFT, RIGHT, make_visitor

pytestmark = pytest.mark.django_db(transaction=True)

GERMAN = GivenArticle(
    raw="Der Sturm hat in der Nacht die Leitungen zerstört, und es gibt in der ganzen Stadt keinen Strom.\n" * 4
)


def ask(left: GivenArticle = LEFT, right: GivenArticle = RIGHT, person: Person | None = None) -> Comparison:
    return request_comparison(left=left, right=right, requested_by=person or make_visitor())


def test_perform_leaves_a_report_and_its_counts() -> None:
    comparison = ask()
    perform(comparison.pk)
    comparison.refresh_from_db()
    report = report_from_json(comparison.report)
    assert (comparison.state, comparison.step, comparison.engine) == (State.DONE, "", ENGINE)
    assert (report.left.outlet, report.left.published) == (LEFT.outlet, "2025-11-04")
    assert report.pairs
    assert comparison.summary["matches"] == report.summary.matches
    assert comparison.summary["only_left"] == report.summary.only_left


def test_perform_goes_through_every_step_in_order() -> None:
    comparison = ask()
    with CaptureQueriesContext(connection) as queries:
        perform(comparison.pk)
    written = [step for query in queries for step in Step if f"\"step\" = '{step}'" in query["sql"]]
    assert written == list(Step)


def test_an_article_is_read_once() -> None:
    person = make_visitor()
    perform(ask(person=person).pk)
    stamp = '"engine": "kept from the first reading"'
    left = Article.objects.get(outlet=LEFT.outlet)
    Article.objects.filter(pk=left.pk).update(reading=left.reading.replace(f'"engine":"{ENGINE}"', stamp))
    second = ask(right=replace(RIGHT, published=None), person=person)
    perform(second.pk)
    second.refresh_from_db()
    assert report_from_json(second.report).left.engine == "kept from the first reading"


def test_an_article_is_read_again_by_another_engine() -> None:
    person = make_visitor()
    perform(ask(person=person).pk)
    Article.objects.update(engine="older", reading="{}")
    second = ask(right=replace(RIGHT, published=None), person=person)
    perform(second.pk)
    second.refresh_from_db()
    assert second.is_done
    assert Article.objects.filter(engine=ENGINE).count() == 2


@pytest.mark.parametrize(
    ("left", "right", "trouble"),
    [
        (GERMAN, RIGHT, Trouble.NOT_ENGLISH_LEFT),
        (LEFT, GERMAN, Trouble.NOT_ENGLISH_RIGHT),
    ],
)
def test_texts_that_cannot_be_compared_end_in_a_plain_reason(
    left: GivenArticle, right: GivenArticle, trouble: Trouble
) -> None:
    comparison = ask(left, right)
    perform(comparison.pk)
    comparison.refresh_from_db()
    assert (comparison.state, comparison.trouble) == (State.FAILED, trouble)
    assert comparison.left.raw == left.raw


def test_a_stored_reading_of_another_form_is_read_again() -> None:
    comparison = ask()
    Article.objects.filter(pk=comparison.right_id).update(engine=ENGINE, reading="no document")
    perform(comparison.pk)
    comparison.refresh_from_db()
    assert comparison.is_done


def test_an_error_nobody_foresaw_is_recorded_by_its_step_and_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(running, "compare_readings", break_down)
    comparison = ask()
    with pytest.raises(ZeroDivisionError):
        perform(comparison.pk)
    comparison.refresh_from_db()
    assert (comparison.state, comparison.step, comparison.trouble) == (State.FAILED, "", Trouble.COMPARING)
    assert comparison.left.raw == LEFT.raw


def test_a_missing_model_is_named_as_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ModelMissingError("make setup")

    monkeypatch.setattr(running, "load_tools", missing)
    comparison = ask()
    with pytest.raises(ModelMissingError):
        perform(comparison.pk)
    comparison.refresh_from_db()
    assert comparison.trouble == Trouble.MODELS_MISSING


@pytest.mark.parametrize("columns", [{"state": State.RUNNING}, {"deleted": timezone.now()}])
def test_perform_leaves_alone_what_is_taken_or_deleted(columns: dict[str, object]) -> None:
    comparison = ask()
    Comparison.objects.update(**columns)
    perform(comparison.pk)
    comparison.refresh_from_db()
    assert (comparison.attempts, comparison.report) == (0, "")


def test_a_run_that_was_taken_over_writes_nothing_more() -> None:
    comparison = ask()
    Comparison.objects.update(state=State.RUNNING, attempts=2)
    comparison.refresh_from_db()
    comparison.attempts = 1
    with pytest.raises(running.SupersededError):
        running._begin(comparison, Step.COMPARING)
    comparison.refresh_from_db()
    assert comparison.step == ""


def test_a_heart_beats_while_the_block_lasts(settings: Settings) -> None:
    settings.COMPARER_HEARTBEAT_SECONDS = 0.02
    long_ago = timezone.now() - timedelta(days=1)
    comparison = ask()
    Comparison.objects.update(state=State.RUNNING, attempts=1, heartbeat=long_ago)
    comparison.refresh_from_db()
    with beating(comparison):
        deadline = time.monotonic() + 10
        while comparison.heartbeat == long_ago and time.monotonic() < deadline:
            time.sleep(0.02)
            comparison.refresh_from_db()
    assert comparison.heartbeat > long_ago


def test_a_comparison_that_takes_too_long_is_given_up(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.COMPARER_MAX_SECONDS = 0.05
    monkeypatch.setattr(running, "read_once", lambda *_, **__: time.sleep(30))
    comparison = ask()
    perform(comparison.pk)
    comparison.refresh_from_db()
    assert (comparison.state, comparison.step, comparison.trouble) == (State.FAILED, "", Trouble.TOO_LONG)


def test_the_work_on_a_deleted_comparison_ends(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.COMPARER_HEARTBEAT_SECONDS = 0.02

    def delete_and_read_on(article: Article, **_: object) -> None:
        Comparison.objects.filter(left=article).update(deleted=timezone.now())
        time.sleep(30)

    monkeypatch.setattr(running, "read_once", delete_and_read_on)
    comparison, began = ask(), time.monotonic()
    perform(comparison.pk)
    assert time.monotonic() - began < 10
    comparison.refresh_from_db()
    assert (comparison.state, comparison.trouble) == (State.RUNNING, "")


def test_a_heart_does_not_beat_for_another_run(settings: Settings) -> None:
    settings.COMPARER_HEARTBEAT_SECONDS = 0.01
    comparison = ask()
    Comparison.objects.update(state=State.RUNNING, attempts=2)
    with beating(comparison):
        time.sleep(0.1)
    before = comparison.heartbeat
    comparison.refresh_from_db()
    assert comparison.heartbeat == before
