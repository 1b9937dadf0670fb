"""Several pieces laid beside each other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from comparer.library.catalogue.models import Item, Seen
from comparer.library.finding.event_work import forget_event, work_out_event
from comparer.library.finding.models import Event, EventState
from tests.library.catalogue.making import make_collection, make_item
from tests.library.views.conftest import SignIn

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
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


def test_event_says_in_whose_words_they_disagree(client: Client, sign_in: SignIn, three: list[Item]) -> None:
    sign_in("compare_item")
    address = client.post(MAKE, keys(three))["Location"]
    work_out_event.func(Event.objects.get().pk)
    (against,) = [one for line in client.get(address).context["disagreeing"] for one in line.against]
    assert {against.left.called, against.right.called} == {"Orsa Post", "Tide Weekly"}
    quoted = [getattr(against.points[0], side) for side in ("left", "right")]
    assert {one.words for one in quoted} == {"40", "70"}
    assert {one.after.split(",")[0] for one in quoted} == {
        " people on board",
        " people on board the ferry Alda ran aground off Orsa on Monday",
    }
    event = Event.objects.get()
    for row in event.table["rows"]:
        row["against"] = [{"left": one["left"], "right": one["right"], "kinds": ["number"]} for one in row["against"]]
    event.save()
    (older,) = [one for line in client.get(address).context["disagreeing"] for one in line.against]
    assert (older.about, older.points[0].left) == ("a number", None)


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


@pytest.fixture
def event(client: Client, sign_in: SignIn, three: list[Item]) -> Event:
    sign_in("compare_item")
    client.post(MAKE, keys(three))
    return Event.objects.get()


def act(name: str, event: Event) -> str:
    return reverse(f"event_{name}", args=[event.key])


def test_event_is_deleted_and_brought_back(client: Client, event: Event) -> None:
    address = client.post(act("delete", event))["Location"]
    assert address == f"/library/events/?deleted={event.key}"
    listed = client.get(address).content.decode()
    assert "is deleted." in listed
    assert f'action="{act("restore", event)}"' in listed
    assert event.get_absolute_url() not in listed.replace(act("restore", event), "")
    assert client.get(event.get_absolute_url()).status_code == 404
    assert "Deleted lately" in client.get("/library/events/").content.decode()
    assert client.post(act("restore", event))["Location"] == "/library/events/"
    assert client.get(event.get_absolute_url()).status_code == 200


def test_event_is_deleted_and_brought_back_in_its_row(client: Client, event: Event) -> None:
    gone = client.post(act("delete", event), headers=HTMX).content.decode()
    assert "<html" not in gone
    assert f'id="event-{event.key}"' in gone
    assert "Undo" in gone
    back = client.post(act("restore", event), headers=HTMX).content.decode()
    assert f'href="{event.get_absolute_url()}" autofocus' in back


@pytest.mark.parametrize("name", ["delete", "restore"])
def test_nobody_else_deletes_or_restores_an_event(client: Client, sign_in: SignIn, event: Event, name: str) -> None:
    assert client.get(act(name, event)).status_code == 405
    sign_in("compare_item", "delete_item")
    assert client.post(act(name, event)).status_code == 404
    client.logout()
    assert "/account/login/" in client.post(act(name, event))["Location"]
    event.refresh_from_db()
    assert event.deleted is None


def test_deleted_event_made_anew_stays_as_it_is(client: Client, three: list[Item], event: Event) -> None:
    client.post(act("delete", event))
    anew = client.post(MAKE, keys(three))["Location"]
    assert anew != event.get_absolute_url()
    assert "Deleted lately" not in client.get("/library/events/").content.decode()
    assert anew in client.post(act("restore", event), headers=HTMX).content.decode()
    event.refresh_from_db()
    assert event.deleted


def test_deleted_event_is_forgotten_when_its_time_is_over(
    client: Client, event: Event, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client.post(act("delete", event))
    task = DBTaskResult.objects.get(task_path__endswith="forget_event")
    assert task.run_after > timezone.now() + timedelta(hours=23)
    forget_event.func(event.pk)
    assert Event.objects.filter(pk=event.pk).exists()
    Event.objects.update(deleted=timezone.now() - timedelta(hours=25))
    assert "Deleted lately" not in client.get("/library/events/").content.decode()
    forget_event.func(event.pk)
    assert not Event.objects.filter(pk=event.pk).exists()


def test_deleted_event_is_not_worked_out_until_it_is_back(
    client: Client, event: Event, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    client.post(act("delete", event))
    work_out_event.func(event.pk)
    event.refresh_from_db()
    assert event.state == EventState.WAITING
    with django_capture_on_commit_callbacks(execute=True):
        client.post(act("restore", event))
    assert DBTaskResult.objects.filter(task_path__endswith="work_out_event").exists()


def test_event_of_which_all_pieces_are_hidden_now_says_so(client: Client, three: list[Item], event: Event) -> None:
    work_out_event.func(event.pk)
    Item.objects.update(collection=make_collection(seen=Seen.BY_OWNERS))
    shown = client.get(event.get_absolute_url()).content.decode()
    assert "<h1>Who says what</h1>" in shown
    assert "3 pieces of this event are no longer open to you" in shown
    assert "Alda" not in shown


def test_event_list_names_no_piece_that_is_hidden_now(client: Client, three: list[Item], event: Event) -> None:
    hidden = make_collection(seen=Seen.BY_OWNERS)
    Item.objects.update(collection=hidden)
    listed = client.get("/library/events/").content.decode()
    assert "An event whose pieces are gone" in listed
    assert "Alda" not in listed
    assert "Alda" not in client.post(act("delete", event), headers=HTMX).content.decode()


def test_event_list_asks_as_often_for_three_as_for_one(
    client: Client, three: list[Item], event: Event, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with CaptureQueriesContext(connection) as one:
        client.get("/library/events/")
    for number in range(2):
        another = Event.objects.create(owner=event.owner, versions=str(number), total=3)
        another.items.set(three)
    with django_assert_num_queries(len(one)):
        client.get("/library/events/")
