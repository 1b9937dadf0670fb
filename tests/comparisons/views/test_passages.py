from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.passages import print_of
from comparer.comparisons.models import Comparison
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return make_user()


@pytest.fixture
def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def comparison(user: User) -> Comparison:
    return make_comparison(Person(user_id=user.pk), done=True)


def sentence(side: str, words: str) -> int:
    report = make_report()
    reading = report.left if side == "left" else report.right
    at = reading.text.index(words)
    return next(number for number, one in enumerate(reading.sentences) if one.start <= at < one.end)


def post(client: Client, comparison: Comparison, **sent: object) -> HttpResponse:
    sent = {"print": print_of(make_report()), **sent}
    return client.post(reverse("correction_passages", args=[comparison.key]), sent)  # type: ignore[return-value]


def test_two_chosen_sentences_are_a_pair_with_a_card(signed_in: Client, comparison: Comparison) -> None:
    left, right = sentence("left", "Divers from"), sentence("right", "Volunteers were washing")
    response = post(signed_in, comparison, action="pair", left=left, right=right)
    number = Correction.objects.get().pk
    assert response.headers["Location"] == f"{comparison.get_absolute_url()}?show=match&card=m{number}#card"
    page = signed_in.get(response.headers["Location"]).content.decode()
    assert f'data-card="m{number}"' in page
    assert f'data-id="m{number}"' in page
    assert "Paired</span>" in page


def test_the_same_two_again_are_one_pair(signed_in: Client, comparison: Comparison) -> None:
    for _ in range(2):
        assert post(signed_in, comparison, action="pair", left=5, right=5).status_code == 302
    assert Correction.objects.count() == 1


def test_a_paragraph_is_set_aside_and_brought_back(signed_in: Client, comparison: Comparison) -> None:
    last = len(make_report().right.paragraphs) - 1
    before = signed_in.get(f"{comparison.get_absolute_url()}?view=told").content.decode()
    assert post(signed_in, comparison, action="set_aside", paragraph=f"right-{last}").status_code == 302
    after = signed_in.get(f"{comparison.get_absolute_url()}?view=told").content.decode()
    assert "8 only by" in before
    assert "8 only by" not in after
    signed_in.post(reverse("correction_undo", args=[comparison.key, Correction.objects.get().pk]))
    assert "8 only by" in signed_in.get(f"{comparison.get_absolute_url()}?view=told").content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"action": "pair"},
        {"action": "pair", "left": 1},
        {"action": "pair", "left": 1, "right": 9999},
        {"action": "pair", "left": -1, "right": 1},
        {"action": "pair", "left": "x", "right": "1\x00"},
        {"action": "pair", "left": "9" * 400, "right": 1},
        {"action": "set_aside"},
        {"action": "set_aside", "paragraph": "middle-1"},
        {"action": "set_aside", "paragraph": "left-9999"},
        {},
    ],
)
def test_what_was_not_chosen_is_asked_for(signed_in: Client, comparison: Comparison, sent: dict[str, object]) -> None:
    response = post(signed_in, comparison, **sent)
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert not Correction.objects.exists()


def test_texts_that_changed_are_chosen_from_again(signed_in: Client, comparison: Comparison) -> None:
    response = post(signed_in, comparison, action="pair", left=1, right=1, print="0" * 16)
    assert response.status_code == 409
    assert not Correction.objects.exists()


def test_a_claim_told_by_one_leads_here_with_its_sentence_chosen(signed_in: Client, comparison: Comparison) -> None:
    claim = make_report().only_left[0]
    card = signed_in.get(f"{comparison.get_absolute_url()}?card=left-{claim}").content.decode()
    number = sentence("left", "Officials have not ruled")
    address = reverse("correction_passages", args=[comparison.key])
    assert f'href="{address}?left={number}#left-sentence-{number}"' in card
    page = signed_in.get(f"{address}?left={number}").content.decode()
    assert f'name="left" value="{number}" checked' in page
