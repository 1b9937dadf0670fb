"""Thousands of corrections on one comparison: the same queries as few, and never an old answer."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comparer.accounts.models import User
from comparer.analysis.report import Report, report_from_json, report_to_json
from comparer.comparisons.corrections import services
from comparer.comparisons.corrections.kept import Kept
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.services import MANY, do_again, read_corrected, undo_correction
from comparer.comparisons.models import Comparison
from comparer.web.people import Person
from tests.comparisons.big_reports import make_big_report
from tests.comparisons.corrections.many import keep_many
from tests.comparisons.making import make_comparison, make_user

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
PAGES = {
    "whole page": ("comparison_detail", "", {}),
    "filter": ("comparison_detail", "?show=conflict", HTMX),
    "card": ("comparison_detail", "?card=d7", HTMX),
    "history": ("correction_list", "", {}),
    "a later page of it": ("correction_list", "?page=3", {}),
    "passages": ("correction_passages", "", {}),
    "claims": ("correction_claims", "?at=left-3", {}),
    "notes": ("correction_notes", "", {}),
}


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    """Rows of tests are rolled back, and take the same numbers again: nothing of another test may be left."""
    nothing = Kept(most=4)
    monkeypatch.setattr(services, "KEPT", nothing)
    return nothing


@pytest.fixture
def user() -> User:
    return make_user()


@pytest.fixture(scope="module")
def report() -> Report:
    return make_big_report(sentences=60, differences=300)


@pytest.fixture
def comparison(user: User, report: Report) -> Comparison:
    return make_comparison(Person(user_id=user.pk), done=True, report=report_to_json(report))


def queries(client: Client, comparison: Comparison, page: str) -> int:
    name, query, headers = PAGES[page]
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(reverse(name, args=[comparison.key]) + query, headers=headers)
    assert answer.status_code == 200
    return len(caught)


@pytest.mark.parametrize("page", PAGES)
def test_queries_are_the_same_for_one_correction_and_for_thousands(
    client: Client, comparison: Comparison, report: Report, user: User, page: str
) -> None:
    client.force_login(user)
    keep_many(comparison, report, 1, user)
    few = queries(client, comparison, page)
    keep_many(comparison, report, 3_000, user)
    first, again = queries(client, comparison, page), queries(client, comparison, page)
    assert first == few
    assert again == few - 1


def test_what_is_kept_follows_every_change(comparison: Comparison, report: Report, user: User) -> None:
    keep_many(comparison, report, MANY + 50, user)

    def taken_out() -> int:
        return len(read_corrected(comparison=comparison, report=report).taken_out)

    before, rejected = taken_out(), Correction.objects.filter(action="reject")[0]
    assert taken_out() == before
    undo_correction(correction=rejected, undone_by=user.pk)
    assert taken_out() == before - 1
    do_again(correction=Correction.objects.get(pk=rejected.pk), made_by=user.pk)
    assert taken_out() == before


def test_who_left_is_named_no_more(comparison: Comparison, report: Report, user: User) -> None:
    other = make_user(username="ben")
    keep_many(comparison, report, MANY, other)
    assert {one.made_by for one in read_corrected(comparison=comparison, report=report).said["d1"]} == {"ben"}
    other.delete()
    assert {one.made_by for one in read_corrected(comparison=comparison, report=report).said["d1"]} == {""}


def test_what_is_kept_is_not_laid_over_another_report(comparison: Comparison, report: Report, user: User) -> None:
    keep_many(comparison, report, MANY, user)
    assert read_corrected(comparison=comparison, report=report).orphaned == ()
    comparison.report = comparison.report.replace("ninety lamps", "eighty lamps")
    anew = report_from_json(comparison.report)
    assert read_corrected(comparison=comparison, report=anew).orphaned


def test_only_the_last_few_are_kept(report: Report, user: User, kept: Kept) -> None:
    for _ in range(6):
        comparison = make_comparison(Person(user_id=user.pk), done=True, report=report_to_json(report))
        keep_many(comparison, report, MANY, user)
        read_corrected(comparison=comparison, report=report)
    assert len(kept) == 4
