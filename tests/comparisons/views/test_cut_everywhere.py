"""A comparison whose claims were split, joined, unpaired and rejected, on every page and in every file."""

from __future__ import annotations

from itertools import product
from typing import Any, get_args

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from comparer.accounts.models import User
from comparer.analysis.report import Report
from comparer.comparisons.corrections.changes import Action, Target
from comparer.comparisons.corrections.cuts import target_of_join, target_of_split
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.services import correct, read_corrected
from comparer.comparisons.corrections.targets import target_of
from comparer.comparisons.exporting.formats import FORMATS
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.presenting.choice import SHOWS, View
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db
LEDGERS = ("numbers", "names", "voices", "times", "places", "prominence", "told")


@pytest.fixture
def user() -> User:
    return make_user()


@pytest.fixture
def comparison(user: User) -> Comparison:
    comparison, report = make_comparison(Person(user_id=user.pk), done=True), make_report()
    ferry = keep(comparison, user, target_of_split(report, "left", "c3", 9), "split")
    refund = keep(comparison, user, target_of_split(report, "left", "c24", 8), "split")
    for side, claim in (("left", "c14"), ("left", "c11"), ("right", "c7")):
        keep(comparison, user, target_of_join(report, side, claim), "join")  # type: ignore[arg-type]
    keep(comparison, user, target_of(report, "p12"), "unpair")
    keep(comparison, user, target_of(report, "left-c11"), "reject")
    cut = read_corrected(comparison=comparison, report=report).before
    keep(comparison, user, target_of(cut, f"left-c{27 + ferry.pk}"), "reject")
    keep(comparison, user, target_of(cut, f"left-c{27 + refund.pk}"), "note", "Who gets it?")
    keep(comparison, user, target_of(cut, "p2"), "unpair")
    return comparison


def keep(comparison: Comparison, user: User, target: Target | None, action: Action, value: str = "") -> Correction:
    assert target
    revision = comparison.corrections.all().revision_of(target.key)
    return correct(comparison=comparison, target=target, action=action, value=value, made_by=user.pk, revision=revision)


def cut_of(comparison: Comparison) -> Report:
    corrected = read_corrected(comparison=comparison, report=make_report())
    assert corrected.orphaned == ()
    return corrected.before


def marks_of(*reports: Report) -> list[str]:
    """Return every card that either report has, those of claims that were joined to others included."""
    found: dict[str, None] = {}
    for report in reports:
        found |= dict.fromkeys(one.id for one in report.pairs) | dict.fromkeys(one.id for one in report.differences)
        found |= dict.fromkeys(f"left-{one}" for one in report.only_left)
        found |= dict.fromkeys(f"right-{one}" for one in report.only_right)
    return list(found)


def answers(client: Client, address: str, **query: Any) -> bool:
    response = client.get(address, query)
    return response.status_code == 200 and bool(response.getvalue())


@pytest.mark.parametrize("limit", [0, 60])
def test_every_page_and_file_of_the_owner_stands(
    client: Client, comparison: Comparison, user: User, settings: Settings, limit: int
) -> None:
    settings.COMPARER_QUOTE_LIMIT = limit
    client.force_login(user)
    page = comparison.get_absolute_url()
    assert all(answers(client, page, view=view, show=show) for view, show in product(get_args(View), SHOWS))
    assert all(answers(client, page, card=mark) for mark in marks_of(make_report(), cut_of(comparison)))
    assert all(answers(client, reverse("comparison_export", args=[comparison.key, form])) for form in FORMATS)
    assert answers(client, reverse("comparison_ledgers", args=[comparison.key]))
    assert all(answers(client, reverse("comparison_ledger_csv", args=[comparison.key, one])) for one in LEDGERS)


@pytest.mark.parametrize("limit", [0, 60])
def test_every_page_and_file_behind_a_link_stands(
    client: Client, comparison: Comparison, settings: Settings, limit: int
) -> None:
    settings.COMPARER_QUOTE_LIMIT = limit
    link = ShareLink.objects.create(comparison=comparison)
    page = link.get_absolute_url()
    assert all(answers(client, page, card=mark) for mark in marks_of(make_report(), cut_of(comparison)))
    assert all(answers(client, reverse("shared_export", args=[link.key, form])) for form in FORMATS)
