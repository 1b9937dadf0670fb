"""Several pieces laid beside each other."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from comparer.library.catalogue.models import Item, Seen
from comparer.library.finding.event_work import work_out_event
from comparer.library.finding.models import Event, EventState
from tests.library.catalogue.making import make_collection, make_item
from tests.library.views.conftest import SignIn

pytestmark = pytest.mark.django_db
MAKE = "/library/events/make/"
TEXTS = {
    "Orsa Post": "The ferry Alda ran aground off Orsa on Monday with 40 people on board, the coastguard said.",
    "Tide Weekly": "With 70 people on board the ferry Alda ran aground off Orsa on Monday, the coastguard said.",
    "Kell Herald": "The ferry Alda ran aground off Orsa on Monday. Its captain, Reno Valk, had slept on the bridge.",
}


@pytest.fixture
def three(db: None) -> list[Item]:
    collection = make_collection()
    return [make_item(collection, raw=text, title=f"Alda: {name}", outlet=name) for name, text in TEXTS.items()]


def keys(items: list[Item]) -> dict[str, list[str]]:
    return {"pick": [item.key for item in items]}


def test_event_lays_out_who_says_what(
    client: Client,
    sign_in: SignIn,
    three: list[Item],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    sign_in("compare_item")
    with django_capture_on_commit_callbacks(execute=True):
        address = client.post(MAKE, keys(three))["Location"]
    event = Event.objects.get()
    waiting = client.get(address)
    assert "Waiting for its turn" in waiting.content.decode()
    assert client.get(f"{address}?seen=waiting-0", headers={"HX-Request": "true"}).status_code == 204
    work_out_event.func(event.pk)
    event.refresh_from_db()
    assert (event.state, event.done, event.total) == (EventState.DONE, 3, 3)
    page = client.get(address)
    shown = page.content.decode()
    assert page.context["lines"][0].carried_by == 3
    assert "Reno Valk" in shown
    assert shown.count("claim") > 3
    assert client.get(address, headers={"HX-Request": "true"})["HX-Redirect"] == address
    assert not any("Alda" in str(value) for value in event.table.values())


def test_event_of_the_same_pieces_is_made_once_for_each_account(
    client: Client, sign_in: SignIn, three: list[Item]
) -> None:
    sign_in("compare_item")
    first = client.post(MAKE, keys(three))["Location"]
    assert client.post(MAKE, keys(three[::-1]))["Location"] == first
    sign_in("compare_item")
    assert client.get(first).status_code == 404
    assert client.post(MAKE, keys(three))["Location"] != first


def test_event_leaves_out_what_is_no_longer_visible(client: Client, sign_in: SignIn, three: list[Item]) -> None:
    sign_in("compare_item")
    address = client.post(MAKE, keys(three))["Location"]
    work_out_event.func(Event.objects.get().pk)
    hidden = make_collection(seen=Seen.BY_OWNERS)
    Item.objects.filter(pk=three[2].pk).update(collection=hidden)
    shown = client.get(address).content.decode()
    assert "1 piece of this event is no longer open to you" in shown
    assert "Reno Valk" not in shown


@pytest.mark.parametrize("number", [0, 1, 2])
def test_event_asks_for_three_pieces(client: Client, sign_in: SignIn, three: list[Item], number: int) -> None:
    sign_in("compare_item")
    page = client.post(MAKE, keys(three[:number]), follow=True)
    assert "Choose 3 to 8 pieces" in page.content.decode()
    assert not Event.objects.exists()


def test_event_needs_the_permission(client: Client, sign_in: SignIn, three: list[Item]) -> None:
    assert client.post(MAKE, keys(three)).status_code == 302
    sign_in("view_item")
    assert client.post(MAKE, keys(three)).status_code == 403


def test_event_that_failed_is_begun_again(client: Client, sign_in: SignIn, three: list[Item]) -> None:
    sign_in("compare_item")
    address = client.post(MAKE, keys(three))["Location"]
    Event.objects.update(state=EventState.FAILED)
    assert "went wrong" in client.get(address).content.decode()
    client.post(MAKE, keys(three))
    assert Event.objects.get().state == EventState.WAITING


def test_event_list_shows_one_s_own(client: Client, sign_in: SignIn, three: list[Item]) -> None:
    sign_in("compare_item")
    address = reverse("event_list")
    assert "become a table" in client.get(address).content.decode()
    client.post(MAKE, keys(three))
    assert Event.objects.get().get_absolute_url() in client.get(address).content.decode()


def test_event_says_where_pieces_use_the_same_words(client: Client, sign_in: SignIn, three: list[Item]) -> None:
    sign_in("compare_item")
    copy = make_item(three[0].collection, raw=TEXTS["Orsa Post"], title="Copied", outlet="Copy Press")
    address = client.post(MAKE, keys([three[0], three[2], copy]))["Location"]
    work_out_event.func(Event.objects.get().pk)
    page = client.get(address)
    same = [[item.called for item in items] for line in page.context["lines"] for items in line.same_words]
    assert same == [["Orsa Post", "Copy Press"]]
    assert "Orsa Post and Copy Press in the same words: one source" in page.content.decode()
