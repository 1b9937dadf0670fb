from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from comparer.comparisons.models import Comparison
from comparer.comparisons.states import State, Step, Trouble
from comparer.comparisons.views.progress import name_steps
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user, make_visitor

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def address(comparison: Comparison, name: str = "comparison_progress") -> str:
    return reverse(name, args=[comparison.key])


def test_steps_are_named_and_refreshed_with_and_without_scripts(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, state=State.RUNNING, step=Step.READING_RIGHT)
    page = visiting.get(address(comparison)).content.decode()
    assert f'Reading {comparison.left.outlet}<span class="visually-hidden"> (done)' in page
    assert f'aria-current="step">Reading {comparison.right.outlet}' in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert f'hx-get="{address(comparison)}?seen=running-reading_right"' in page


@pytest.mark.parametrize(
    ("step", "statuses"),
    [
        ("", ["to come", "to come", "to come", "to come"]),
        (Step.READING_LEFT, ["current", "to come", "to come", "to come"]),
        (Step.SAVING, ["done", "done", "done", "current"]),
    ],
)
def test_name_steps_says_what_is_done(step: str, statuses: list[str], visitor: Person) -> None:
    assert [one.status for one in name_steps(make_comparison(visitor, step=step))] == statuses


def test_htmx_gets_the_part_only_when_there_is_news(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, state=State.RUNNING, step=Step.COMPARING)
    old = visiting.get(address(comparison) + "?seen=running-comparing", headers=HTMX)
    assert (old.status_code, old.content) == (204, b"")
    news = visiting.get(address(comparison) + "?seen=running-reading_right", headers=HTMX).content.decode()
    assert news.lstrip().startswith('<section id="progress"')
    assert '<p id="progress-said" hx-swap-oob="innerHTML">Comparing them claim by claim</p>' in news


def test_a_done_comparison_leads_to_its_result(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    result = reverse("comparison_detail", args=[comparison.key])
    assert visiting.get(address(comparison)).headers["Location"] == result
    in_place = visiting.get(address(comparison), headers=HTMX)
    assert in_place.status_code == 204
    assert json.loads(in_place.headers["HX-Trigger"]) == {"comparison-done": {"address": result}}


def test_the_result_of_an_unfinished_comparison_leads_to_its_progress(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor)
    response = visiting.get(reverse("comparison_detail", args=[comparison.key]))
    assert response.headers["Location"] == address(comparison)


@pytest.mark.parametrize("trouble", [trouble for trouble in Trouble if trouble != Trouble.TAKEN_DOWN])
def test_a_failure_says_why_and_offers_what_may_help(trouble: Trouble, visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, state=State.FAILED, trouble=trouble)
    page = visiting.get(address(comparison)).content.decode()
    assert str(trouble.label) in page
    assert "Both texts are kept." in page
    assert f"/?again={comparison.key}" in page
    assert ("Try again</button>" in page) == comparison.can_be_retried
    assert "http-equiv" not in page


def test_a_text_taken_down_is_not_said_to_be_kept(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, state=State.FAILED, trouble=Trouble.TAKEN_DOWN)
    page = visiting.get(address(comparison)).content.decode()
    assert str(Trouble.TAKEN_DOWN.label) in page
    assert "The other text is kept." in page
    assert "Both texts are kept." not in page
    assert "Try again</button>" not in page
    assert "hx-get" not in page


def test_asking_for_progress_takes_up_what_a_dead_worker_left(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, state=State.RUNNING, heartbeat=timezone.now() - timedelta(hours=1))
    assert "Waiting for its turn." in visiting.get(address(comparison)).content.decode()
    comparison.refresh_from_db()
    assert comparison.state == State.QUEUED


def test_retry_begins_anew_with_the_kept_texts(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, state=State.FAILED, trouble=Trouble.INTERRUPTED, attempts=3)
    response = visiting.post(address(comparison, "comparison_retry"))
    comparison.refresh_from_db()
    assert response.headers["Location"] == address(comparison)
    assert (comparison.state, comparison.attempts) == (State.QUEUED, 0)


@pytest.mark.parametrize("name", ["comparison_progress", "comparison_detail"])
def test_reading_is_for_its_person_only(name: str, client: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    assert client.get(address(comparison, name)).status_code == 404
    client.force_login(make_user())
    assert client.get(address(comparison, name)).status_code == 404


@pytest.mark.parametrize("name", ["comparison_retry", "comparison_rename", "comparison_delete", "comparison_restore"])
def test_changing_is_for_its_person_only(name: str, client: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, state=State.FAILED, trouble=Trouble.SAVING)
    before = Comparison.objects.values().get()
    client.force_login(make_user())
    assert client.post(address(comparison, name), {"name": "Mine now"}).status_code == 404
    assert Comparison.objects.values().get() == before


def test_progress_costs_the_same_for_any_number_of_comparisons(
    visiting: Client, visitor: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    comparison = make_comparison(visitor)
    make_comparison(make_visitor())
    with django_assert_num_queries(3):  # session, comparison, whether it fell silent
        visiting.get(address(comparison))
