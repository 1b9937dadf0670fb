from __future__ import annotations

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comparer.accounts.models import User
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.passages import print_of
from comparer.comparisons.models import Comparison
from comparer.comparisons.sharing.models import Invitation, Role
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db
# The company has offered each passenger a refund | and a free crossing.
REFUND = {"at": "left-10", "split": "c24", "word-c24": "8"}
FOG = {"at": "left-6", "join": "c14"}


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


def get(client: Client, comparison: Comparison, at: str = "") -> str:
    return client.get(reverse("correction_claims", args=[comparison.key]), {"at": at} if at else {}).content.decode()


def post(client: Client, comparison: Comparison, **sent: object) -> HttpResponse:
    sent = {"print": print_of(make_report()), **sent}
    return client.post(reverse("correction_claims", args=[comparison.key]), sent)  # type: ignore[return-value]


def test_the_page_offers_every_word_but_the_first(signed_in: Client, comparison: Comparison) -> None:
    page = get(signed_in, comparison, "left-10")
    assert page.count('name="word-c24"') == 11
    assert re.search(r'name="word-c24" value="8" checked><span>and</span>', page)
    assert "Join claims 2 and 3</button>" in page


def test_without_a_paragraph_the_page_asks_for_one(signed_in: Client, comparison: Comparison) -> None:
    page = get(signed_in, comparison)
    assert 'value="left-10"' in page
    assert 'id="claims"' not in page


@pytest.mark.parametrize("at", ["left-12", "left-99", "left--1", "top-1", "left-٣", "left-1<b>"])
def test_what_is_no_paragraph_is_answered_in_words(signed_in: Client, comparison: Comparison, at: str) -> None:
    page = get(signed_in, comparison, at)
    assert "Split or join claims" in page
    assert "<b>" not in page


def test_a_claim_is_split_and_both_parts_stand_on_the_page(signed_in: Client, comparison: Comparison) -> None:
    response = post(signed_in, comparison, **REFUND)
    correction = Correction.objects.get()
    assert response.headers["Location"].endswith("/claims/?at=left-10#claims")
    assert correction.action == "split"
    assert "and a free crossing." in correction.anchor
    page = get(signed_in, comparison, "left-10")
    assert f'name="split" value="c{27 + correction.pk}"' in page
    assert '<span class="deed">Split into two claims</span>' in page
    comparison.refresh_from_db()
    assert comparison.summary["only_left"] == make_report().summary.only_left + 1


def test_claims_are_joined(signed_in: Client, comparison: Comparison) -> None:
    assert post(signed_in, comparison, **FOG).status_code == 302
    assert Correction.objects.get().action == "join"
    assert 'name="split" value="c14"' not in get(signed_in, comparison, "left-6")


def test_the_card_of_a_pair_tells_of_the_split_and_leads_to_it(signed_in: Client, comparison: Comparison) -> None:
    post(signed_in, comparison, **REFUND)
    page = signed_in.get(f"{comparison.get_absolute_url()}?card=p18").content.decode()
    assert "Split into two claims</span>" in page
    assert f"{reverse('correction_claims', args=[comparison.key])}?at=left-10#claims" in page


def test_the_history_leads_to_the_claims(signed_in: Client, comparison: Comparison) -> None:
    post(signed_in, comparison, **REFUND)
    history = signed_in.get(reverse("correction_list", args=[comparison.key])).content.decode()
    assert f'href="{reverse("correction_claims", args=[comparison.key])}?at=left-10"' in history


def test_undo_from_the_page_leads_back_to_it(signed_in: Client, comparison: Comparison) -> None:
    post(signed_in, comparison, **REFUND)
    undo = reverse("correction_undo", args=[comparison.key, Correction.objects.get().pk])
    response = signed_in.post(undo, {"at": "left-10"})
    assert response.headers["Location"].endswith("/claims/?at=left-10#claims")
    assert get(signed_in, comparison, "left-10").count('name="split"') == 3
    elsewhere = signed_in.post(undo, {"at": "https://evil.example/"})
    assert elsewhere.headers["Location"] == reverse("correction_list", args=[comparison.key])


def test_who_comes_second_sees_what_the_first_did(signed_in: Client, comparison: Comparison) -> None:
    post(signed_in, comparison, **REFUND)
    other = make_user(username="ben")
    Invitation.objects.create(comparison=comparison, name="ben", account=other, role=Role.EDITOR)
    signed_in.force_login(other)
    response = post(signed_in, comparison, **REFUND)
    assert response.status_code == 409
    page = response.content.decode()
    assert "The claims have changed" in page
    assert re.search(r"<strong>ana</strong>, \d+ \w+ \d{4}, \d\d:\d\d: Split into two claims", page)
    assert Correction.objects.count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {"at": "left-10", "split": "c24"},
        {"at": "left-10", "split": "c24", "word-c24": "0"},
        {"at": "left-10", "split": "c24", "word-c24": "999"},
        {"at": "left-10", "split": "c24", "word-c24": "x"},
        {"at": "left-10", "split": "c99", "word-c99": "1"},
        {"at": "left-10", "split": "p1", "word-p1": "1"},
        {"at": "left-10", "join": "c22"},
        {"at": "", "join": "c24"},
        {"at": "left-10"},
    ],
)
def test_what_cannot_be_cut_is_refused_in_words(
    signed_in: Client, comparison: Comparison, sent: dict[str, str]
) -> None:
    response = post(signed_in, comparison, **sent)
    assert response.status_code == 422
    assert "Choose the word" in response.content.decode()
    assert not Correction.objects.exists()


def test_a_viewer_and_others_find_nothing(signed_in: Client, comparison: Comparison) -> None:
    viewer = make_user(username="cai")
    Invitation.objects.create(comparison=comparison, name="cai", account=viewer, role=Role.VIEWER)
    for stranger in (viewer, make_user()):
        signed_in.force_login(stranger)
        assert post(signed_in, comparison, **REFUND).status_code == 404


def test_a_part_can_be_paired_alone(signed_in: Client, comparison: Comparison) -> None:
    post(signed_in, comparison, **REFUND)
    page = signed_in.get(reverse("correction_passages", args=[comparison.key])).content.decode()
    part = f"c{27 + Correction.objects.get().pk}"
    assert f'name="left" value="{part}"' in page
    found = re.search(r'name="print" value="(\w+)"', page)
    assert found
    sent = {"print": found[1], "action": "pair", "left": part, "right": "c28"}
    response = signed_in.post(reverse("correction_passages", args=[comparison.key]), sent)
    assert f"card=m{Correction.objects.latest('pk').pk}" in response.headers["Location"]


def test_the_page_takes_the_same_queries_whatever_was_cut(signed_in: Client, comparison: Comparison) -> None:
    counts = []
    for claim in ("c24", "c22", "c23"):
        found = re.search(r'name="print" value="(\w+)"', get(signed_in, comparison, "left-10"))
        assert found
        post(signed_in, comparison, **{"at": "left-10", "split": claim, f"word-{claim}": "2", "print": found[1]})
        get(signed_in, comparison, "left-10")  # without the message that it was split
        with CaptureQueriesContext(connection) as queries:
            get(signed_in, comparison, "left-10")
        counts.append(len(queries))
    assert counts == [counts[0]] * 3
