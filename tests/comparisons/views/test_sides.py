from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.services import correct_side
from comparer.comparisons.models import Comparison
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user

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


def typed(client: Client, comparison: Comparison, **changes: str) -> dict[str, str]:
    """Return what a browser would send back, with some fields typed over."""
    forms = client.get(reverse("correction_sides", args=[comparison.key])).context["forms"]
    sent = {field.html_name: str(field.initial or "") for form in forms.values() for field in form}
    sent |= {f"{side}-revision": sent[f"{side}-revision"] or "0" for side in ("left", "right")}
    return sent | changes


def post(client: Client, comparison: Comparison, sent: dict[str, str]) -> HttpResponse:
    return client.post(reverse("correction_sides", args=[comparison.key]), sent)  # type: ignore[return-value]


def test_a_new_outlet_names_the_piece_in_this_comparison_only(signed_in: Client, comparison: Comparison) -> None:
    sent = typed(signed_in, comparison, **{"left-outlet": "The Harbour Lamp", "left-published": "2031-05-01"})
    assert post(signed_in, comparison, sent).status_code == 302
    assert set(Correction.objects.values_list("action", "value")) == {
        ("outlet", "The Harbour Lamp"),
        ("published", "2031-05-01"),
    }
    page = signed_in.get(comparison.get_absolute_url()).content.decode()
    assert "<h1>The Harbour Lamp" in page
    assert "1 May 2031" in page
    outlet = comparison.left.outlet
    comparison.left.refresh_from_db()
    assert comparison.left.outlet == outlet != "The Harbour Lamp"


def test_what_is_left_as_it_was_is_no_correction(signed_in: Client, comparison: Comparison) -> None:
    assert post(signed_in, comparison, typed(signed_in, comparison)).status_code == 302
    assert not Correction.objects.exists()


def test_saving_twice_is_saving_once(signed_in: Client, comparison: Comparison) -> None:
    sent = typed(signed_in, comparison, **{"right-outlet": "The Lamp"})
    assert [post(signed_in, comparison, sent).status_code for _ in range(2)] == [302, 302]
    assert Correction.objects.count() == 1


@pytest.mark.parametrize("changes", [{"left-published": "yesterday"}, {"right-title": "x" * 301}])
def test_what_cannot_be_kept_comes_back_with_the_form(
    signed_in: Client, comparison: Comparison, changes: dict[str, str]
) -> None:
    response = post(signed_in, comparison, typed(signed_in, comparison, **changes))
    assert response.status_code == 422
    assert not Correction.objects.exists()


def test_who_saves_second_sees_what_the_first_saved_and_keeps_what_was_typed(
    signed_in: Client, comparison: Comparison
) -> None:
    sent = typed(signed_in, comparison, **{"left-outlet": "Mine"})
    correct_side(comparison=comparison, side="left", values={"outlet": "Theirs"}, made_by=make_user().pk, revision=0)
    response = post(signed_in, comparison, sent)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Outlet set to “Theirs”" in page
    assert 'value="Mine"' in page
    again = {name: str(value) for name, value in sent.items()} | {"left-revision": "1"}
    assert post(signed_in, comparison, again).status_code == 302
    assert "<h1>Mine" in signed_in.get(comparison.get_absolute_url()).content.decode()
