from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from comparer.accounts.models import User
from comparer.comparisons.corrections.changes import Target, target_to_json
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.services import correct, undo_correction
from comparer.comparisons.corrections.targets import target_of
from comparer.comparisons.models import Comparison
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db
NAMES = ("correction_list", "correction_gold", "correction_passages", "correction_sides")


@pytest.fixture
def user() -> User:
    return make_user(username="ana")


@pytest.fixture
def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def comparison(user: User) -> Comparison:
    return make_comparison(Person(user_id=user.pk), done=True)


def make_correction(comparison: Comparison, user: User, mark: str = "d1") -> Correction:
    target = target_of(make_report(), mark)
    assert target
    return correct(comparison=comparison, target=target, action="reject", made_by=user.pk, revision=0)


def page(client: Client, comparison: Comparison) -> str:
    return client.get(reverse("correction_list", args=[comparison.key])).content.decode()


def test_an_empty_history_says_how_to_begin(signed_in: Client, comparison: Comparison) -> None:
    assert "Nothing was corrected yet" in page(signed_in, comparison)


def test_history_tells_who_did_what_to_what(signed_in: Client, comparison: Comparison, user: User) -> None:
    make_correction(comparison, user)
    shown = page(signed_in, comparison)
    assert '<span class="deed">Marked wrong</span>' in shown
    assert "Numbers: “about 4 million crowns” against “6 million crowns”" in shown
    assert f'href="{comparison.get_absolute_url()}?card=d1#card"' in shown
    assert "ana, <time" in shown


def test_what_was_taken_back_stays_in_the_history(signed_in: Client, comparison: Comparison, user: User) -> None:
    undo_correction(correction=make_correction(comparison, user), undone_by=user.pk)
    shown = page(signed_in, comparison)
    assert "taken back by ana" in shown
    assert "/undo/" not in shown


def test_undo_from_the_history_leads_back_to_it(signed_in: Client, comparison: Comparison, user: User) -> None:
    one = make_correction(comparison, user)
    response = signed_in.post(reverse("correction_undo", args=[comparison.key, one.pk]))
    assert response.headers["Location"] == reverse("correction_list", args=[comparison.key])


def test_orphaned_corrections_are_told(signed_in: Client, comparison: Comparison, user: User) -> None:
    make_correction(comparison, user)
    anchor = Correction.objects.get().anchor.replace("million", "billion")
    Correction.objects.update(anchor=anchor)
    shown = page(signed_in, comparison)
    assert "1 correction has no place" in shown
    assert "without a place now" in shown
    assert "1 without a place" in signed_in.get(comparison.get_absolute_url()).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_history_takes_the_same_queries_whatever_its_length(
    signed_in: Client,
    comparison: Comparison,
    user: User,
    number: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for at in range(1, number + 1):
        make_correction(comparison, user, f"d{at}")
    with django_assert_num_queries(7):
        page(signed_in, comparison)


def test_a_very_long_history_comes_in_pages(signed_in: Client, comparison: Comparison, user: User) -> None:
    target = Target("comparison")
    Correction.objects.bulk_create(
        Correction(
            comparison=comparison,
            action="note",
            target=target.key,
            anchor=target_to_json(target),
            value=f"Note {number}",
            made_by=user,
        )
        for number in range(10_000)
    )
    shown = page(signed_in, comparison)
    assert shown.count('class="deed"') == 100
    assert "Page 1 of 100" in shown
    assert signed_in.get(comparison.get_absolute_url()).status_code == 200


def test_gold_is_a_download(signed_in: Client, comparison: Comparison, user: User) -> None:
    make_correction(comparison, user)
    response = signed_in.get(reverse("correction_gold", args=[comparison.key]))
    assert response.headers["Content-Disposition"] == f'attachment; filename="gold-{comparison.key}.zip"'
    archive = ZipFile(BytesIO(response.content))
    gold = json.loads(archive.read(f"{comparison.key}/gold.json"))
    assert gold["compatible"][0]["left"] == ["about 4 million crowns"]
    assert archive.read(f"{comparison.key}/left.txt").decode() == make_report().left.text


@pytest.mark.parametrize("name", NAMES)
def test_others_find_nothing(signed_in: Client, comparison: Comparison, name: str) -> None:
    signed_in.force_login(make_user())
    assert signed_in.get(reverse(name, args=[comparison.key])).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_visitors_are_asked_to_sign_in(visiting: Client, visitor: Person, name: str) -> None:
    comparison = make_comparison(visitor, done=True)
    response = visiting.get(reverse(name, args=[comparison.key]))
    assert response.headers["Location"].startswith(reverse("login"))
    assert (
        reverse("correction_list", args=[comparison.key])
        not in visiting.get(comparison.get_absolute_url()).content.decode()
    )
