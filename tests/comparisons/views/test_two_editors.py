"""Two accounts at one comparison: who comes second sees what the first did, and whose it was."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.targets import target_of
from comparer.comparisons.models import Comparison
from comparer.comparisons.sharing.inviting import invite, take_back
from comparer.comparisons.sharing.models import Invitation, Role
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def comparison() -> Comparison:
    comparison = make_comparison(Person(user_id=make_user(username="frieda").pk), done=True)
    make_user(username="eda")
    invite(comparison=comparison, name="eda", role=Role.EDITOR)
    return comparison


def browser(comparison: Comparison, name: str) -> Client:
    client = Client()
    invitation = Invitation.objects.filter(name=name).first()
    user = invitation.account if invitation else comparison.owner
    assert user is not None
    client.force_login(user)
    return client


def send(client: Client, comparison: Comparison, action: str, **more: object) -> HttpResponse:
    target = target_of(make_report(), "d1")
    assert target is not None
    fields = {"mark": "d1", "target": target.key, "revision": 0, "back": "?card=d1", "action": action} | more
    return client.post(reverse("correction_make", args=[comparison.key]), fields)  # type: ignore[return-value]


@pytest.mark.parametrize(("first", "second"), [("frieda", "eda"), ("eda", "frieda")])
def test_the_second_sees_the_first_ones_correction_before_overwriting(
    first: str, second: str, comparison: Comparison
) -> None:
    one, two = browser(comparison, first), browser(comparison, second)
    assert send(one, comparison, "reject").status_code == 302
    response = send(two, comparison, "confirm")
    page = response.content.decode()
    assert response.status_code == 409
    assert f"{first} corrected this since you opened it; what stands now is below" in page
    assert f"by {first}" in page
    assert "Your own correction is not saved yet: “Marked right”" in page
    assert Correction.objects.get().action == "reject"
    assert send(two, comparison, "confirm", revision=1).status_code == 302
    rows = Correction.objects.order_by("pk").values_list("action", "made_by__username")
    assert list(rows) == [("reject", first), ("confirm", second)]


def test_the_second_learns_who_took_it_back(comparison: Comparison) -> None:
    owner, editor = browser(comparison, "frieda"), browser(comparison, "eda")
    send(owner, comparison, "reject")
    editor.post(reverse("correction_undo", args=[comparison.key, Correction.objects.get().pk]))
    page = send(owner, comparison, "confirm", revision=1).content.decode()
    assert "eda corrected this since you opened it; what stood was taken back" in page
    row = Correction.objects.get()
    assert row.undone_by is not None
    assert row.undone_by.username == "eda"


def test_ones_own_other_window_is_told_so(comparison: Comparison) -> None:
    owner = browser(comparison, "frieda")
    send(owner, comparison, "reject")
    page = send(owner, comparison, "confirm").content.decode()
    assert "You corrected this since you opened it, in another window;" in page


def test_an_account_that_left_is_somebody(comparison: Comparison) -> None:
    send(browser(comparison, "eda"), comparison, "reject")
    Invitation.objects.get().account.delete()  # type: ignore[union-attr]
    assert (
        "Somebody corrected this since" in send(browser(comparison, "frieda"), comparison, "confirm").content.decode()
    )


def test_titles_and_dates_tell_whose_change_it_was(comparison: Comparison) -> None:
    where = reverse("correction_sides", args=[comparison.key])
    sent = {
        f"{side}-{name}": value
        for side in ("left", "right")
        for name, value in (("outlet", "The Post"), ("title", "A title"), ("published", ""), ("revision", "0"))
    }
    assert browser(comparison, "eda").post(where, sent).status_code == 302
    response = browser(comparison, "frieda").post(where, sent | {"left-outlet": "Another"})
    assert response.status_code == 409
    assert "eda changed this since you opened it. What holds now: The Post" in response.content.decode()


def test_history_says_who_did_what(comparison: Comparison) -> None:
    send(browser(comparison, "eda"), comparison, "reject")
    page = browser(comparison, "frieda").get(reverse("correction_list", args=[comparison.key])).content.decode()
    assert "eda, <time" in page


def test_who_may_only_read_finds_nothing_to_press(comparison: Comparison) -> None:
    make_user(username="vera")
    invite(comparison=comparison, name="vera", role=Role.VIEWER)
    client = browser(comparison, "vera")
    page = client.get(comparison.get_absolute_url() + "?card=d1").content.decode()
    assert reverse("correction_make", args=[comparison.key]) not in page
    assert send(client, comparison, "reject").status_code == 404
    assert not Correction.objects.exists()


def test_an_editor_whose_invitation_is_taken_back_corrects_no_more(comparison: Comparison) -> None:
    client = browser(comparison, "eda")
    take_back(invitation=Invitation.objects.get())
    assert send(client, comparison, "reject").status_code == 404
